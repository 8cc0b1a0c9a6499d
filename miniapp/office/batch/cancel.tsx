import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';

const reasons = ['报名的人不够', '教师来不了', '地点用不了', '天气不好，路不通'] as const;

/** Cancels a batch with a reason that each woman reads; opened first, so that no single tap ends a batch. */
export function Cancel({ batchId, onCancelled }: { batchId: string; onCancelled: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { isBusy, does } = useDeed();
  if (!isOpen)
    return (
      <View className="buttons">
        <Button id="to-cancel" kind="quiet" onTap={() => setOpen(true)}>
          取消这个班
        </Button>
      </View>
    );
  return (
    <View className="panel" id="cancel">
      <View className="panel-title">为什么取消？报了名的都会看到</View>
      {reasons.map((one) => (
        <Choice
          key={one}
          id={`because-${one}`}
          name={one}
          isChosen={reason === one}
          onTap={() => setReason(one)}
        />
      ))}
      <Field
        id="cancel-reason"
        name="或者写一句"
        longest={60}
        value={(reasons as readonly string[]).includes(reason) ? '' : reason}
        onInput={setReason}
      />
      <View className="buttons">
        <Button
          id="cancel-batch"
          isBusy={isBusy}
          isOff={reason.trim() === ''}
          onTap={() =>
            does(async () => {
              const body = { reason: reason.trim() };
              const { told } = await call('POST /api/batches/{id}/cancellation', {
                ...{ path: { id: batchId }, body },
              });
              say(told > 0 ? `取消了，告诉了${told}位妇女` : '取消了');
              onCancelled();
            })
          }
        >
          取消这个班
        </Button>
        <Button id="keep-batch" kind="plain" onTap={() => setOpen(false)}>
          不取消
        </Button>
      </View>
    </View>
  );
}
