import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Office } from '../../components/office/office';
import { Answered } from '../../components/page/page';
import { Batches, Unmet } from './batches';
import { drafted, type Run } from './drafting';
import { Progress } from './progress';
import { Steps } from './steps';
import { Women } from './women';
import './index.scss';

/** One run: where it stands, batch by batch, what was decided by hand, what stays open, woman by woman. */
export default function RunPage() {
  const { id = '' } = useRouter().params;
  const asking = useAnswer(() => call('GET /api/assignment-runs/{id}', { path: { id } }), id);
  return (
    <Office title="分配结果" room="none">
      <Answered asking={asking}>
        {(run) => (
          <>
            <Steps run={run} again={asking.again} />
            <Batches run={run} />
            <Decisions run={run} again={asking.again} />
            <Unmet run={run} />
            {run.abilities.names && <Women run={run} />}
          </>
        )}
      </Answered>
    </Office>
  );
}

/** What officers decided by hand, with the reason; each can be taken back until the run is published. */
function Decisions({ run, again }: { run: Run; again: () => void }) {
  const { isBusy, does } = useDeed();
  const [percent, setPercent] = useState<number>();
  if (run.decisions.length === 0) return null;
  const withdraw = (decisionId: string) =>
    does(async () => {
      const path = { id: run.id, decisionId };
      await drafted(call('DELETE /api/assignment-runs/{id}/decisions/{decisionId}', { path }), setPercent);
      again();
    });
  return (
    <View className="panel" id="decisions">
      <View className="panel-title">人工决定</View>
      <Progress percent={percent} />
      {run.decisions.map(({ id, kindName, womanName, batchTitle, reason }) => (
        <View key={id} className="line">
          <View className="line-main">
            <View className="line-name">
              {kindName}：{womanName ? `${womanName}，` : ''}
              {batchTitle}
            </View>
            <View className="line-about">原因：{reason}</View>
          </View>
          {run.abilities.decide && (
            <View
              className="line-act"
              id={`withdraw-${id}`}
              onClick={() => isBusy || withdraw(id)}
              aria-role="button"
            >
              撤回
            </View>
          )}
        </View>
      ))}
    </View>
  );
}
