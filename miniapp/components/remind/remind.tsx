import { View } from '@tarojs/components';
import { useDeed } from '../../api/use-deed';
import { subscribe } from '../../permissions/subscribe';
import { Button } from '../button/button';
import { say } from '../page/page';
import './remind.scss';

interface RemindProps {
  readonly templateIds: readonly string[];
  /** What she asks for with the tap. */
  readonly asks: string;
  /** What stands below it: what she agrees to. */
  readonly words: string;
  /** What is to be done once she has said yes in WeChat. */
  readonly onYes?: () => Promise<unknown>;
}

/** Whether WeChat may tell her something. One yes is good for one message of each kind. */
export function Remind({ templateIds, asks, words, onYes }: RemindProps) {
  const { isBusy, does } = useDeed();
  if (templateIds.length === 0) return null;
  const ask = () =>
    does(async () => {
      if (!(await subscribe(templateIds))) return;
      await onYes?.();
      say('好，有消息就在微信里告诉您');
    });
  return (
    <View className="remind">
      <Button id="remind" kind="plain" isBusy={isBusy} onTap={ask}>
        {asks}
      </Button>
      <View className="remind-words">{words}</View>
    </View>
  );
}
