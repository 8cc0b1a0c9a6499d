import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Remind } from '../../components/remind/remind';

/** After she has signed up: whether WeChat may tell her what comes of it. */
export function RemindHer({ womanId }: { womanId: string }) {
  return process.env.TARO_ENV === 'weapp' ? <InWechat womanId={womanId} /> : null;
}

function InWechat({ womanId }: { womanId: string }) {
  const { data } = useAnswer(() => call('GET /api/subscriptions'));
  const agree = () =>
    call('POST /api/women/{id}/consents', {
      path: { id: womanId },
      body: { purpose: 'messages', agrees: true },
    });
  return (
    <Remind
      templateIds={data?.templateIds ?? []}
      asks="有消息在微信里告诉我"
      words={data?.words ?? ''}
      onYes={agree}
    />
  );
}
