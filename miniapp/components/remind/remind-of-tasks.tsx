import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Remind } from './remind';

/** For who works here: the next task also comes in WeChat. */
export function RemindOfTasks() {
  return process.env.TARO_ENV === 'weapp' ? <InWechat /> : null;
}

function InWechat() {
  const { data } = useAnswer(() => call('GET /api/subscriptions'));
  return (
    <Remind
      templateIds={data?.taskTemplateIds ?? []}
      asks="有待办在微信里告诉我"
      words="同意一次，微信里收一条。不收也行，打开就能看到。"
    />
  );
}
