import { View } from '@tarojs/components';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { subscribe } from '../../permissions/subscribe';

/** After she has signed up: whether WeChat may tell her what comes of it. One yes is good for one message of each kind. */
export function Remind({ womanId }: { womanId: string }) {
  return process.env.TARO_ENV === 'weapp' ? <RemindInWechat womanId={womanId} /> : null;
}

function RemindInWechat({ womanId }: { womanId: string }) {
  const { data } = useAnswer(() => call('GET /api/subscriptions'));
  const { isBusy, does } = useDeed();
  if (!data || data.templateIds.length === 0) return null;
  const ask = () =>
    does(async () => {
      if (!(await subscribe(data.templateIds))) return;
      const body = { purpose: 'messages', agrees: true } as const;
      await call('POST /api/women/{id}/consents', { path: { id: womanId }, body });
      say('好，有消息就在微信里告诉您');
    });
  return (
    <View className="batch-remind">
      <Button id="remind" kind="plain" isBusy={isBusy} onTap={ask}>
        有消息在微信里告诉我
      </Button>
      <View className="batch-remind-words">{data.words}</View>
    </View>
  );
}
