import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import { BoardSheets } from './board-sheets';
import { CallCard } from './call-card';
import './index.scss';

type Shown = 'calls' | 'board';

/** Whom no message reached: whom to call, what to say, and what came of it; and whom no call reached. */
export default function Calls() {
  const asking = useAnswer(() => call('GET /api/calls'));
  const [shown, setShown] = useState<Shown>('calls');
  return (
    <Office title="打电话告诉她" room="calls">
      <Answered asking={asking}>
        {({ calls, board }) => (
          <>
            <Tabs<Shown>
              of={[
                ['calls', `打电话 ${calls.length}`],
                ['board', `贴公告栏 ${board.length}`],
              ]}
              chosen={shown}
              onChoose={setShown}
            />
            {shown === 'calls' && (
              <>
                <View className="line-about calls-about">
                  这些姐妹，微信和短信都没告诉到。打通了，点一下结果就行。
                </View>
                {calls.length === 0 && <View className="panel none">现在没有要打的电话。</View>}
                {calls.map((one) => (
                  <CallCard key={one.id} one={one} again={asking.again} />
                ))}
              </>
            )}
            {shown === 'board' && <BoardSheets board={board} again={asking.again} />}
          </>
        )}
      </Answered>
    </Office>
  );
}
