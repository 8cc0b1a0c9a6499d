import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Photos } from '../../components/photos/photos';
import './index.scss';

/** Words and pictures that WeChat could not judge, or that somebody asks to be looked at again. */
export default function Checks() {
  const asking = useAnswer(() => call('GET /api/checks'));
  return (
    <Office title="内容审看" room="checks">
      <Answered asking={asking} isEmpty={(checks) => checks.length === 0} emptySays="现在没有要人看的内容。">
        {(checks) => checks.map((check) => <One key={check.id} check={check} onDone={asking.again} />)}
      </Answered>
    </Office>
  );
}

function One({ check, onDone }: { check: components['schemas']['CheckView']; onDone: () => void }) {
  const { id, words, isPicture, appealWords, mayDecide } = check;
  const [reason, setReason] = useState('');
  const { isBusy, does } = useDeed();
  const decide = (passes: boolean) =>
    does(async () => {
      await call('POST /api/checks/{id}/decision', { path: { id }, body: { passes, reason } });
      say(passes ? '可以发' : '不能发');
      onDone();
    });
  return (
    <View className="panel" id={`check-${id}`}>
      <View className="line-about">
        {check.regionName} · {check.byName} · {check.state === 'refused' ? '微信没有通过' : '微信说不准'}
      </View>
      {isPicture ? (
        <Photos paths={[`/api/checks/${id}/picture`]} />
      ) : (
        <View className="checks-words">{words}</View>
      )}
      {appealWords && <View className="line-about">申诉：{appealWords}</View>}
      {mayDecide ? (
        <>
          <Field
            id={`reason-${id}`}
            name="理由（记在案上）"
            longest={200}
            value={reason}
            onInput={setReason}
          />
          <View className="buttons">
            <Button
              id={`bar-${id}`}
              kind="plain"
              isBusy={isBusy}
              isOff={reason.trim() === ''}
              onTap={() => decide(false)}
            >
              不能发
            </Button>
            <Button id={`let-${id}`} isBusy={isBusy} isOff={reason.trim() === ''} onTap={() => decide(true)}>
              可以发
            </Button>
          </View>
        </>
      ) : (
        <View className="none">自己写的、自己申诉的，要请别人来看。</View>
      )}
    </View>
  );
}
