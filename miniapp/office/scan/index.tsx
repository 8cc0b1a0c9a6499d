import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { goBack } from '../../routes';

/** After scanning: which browser asks to be let in, and whether she lets it. */
export default function Scan() {
  const { id = '' } = useRouter().params;
  const path = { id };
  const asking = useAnswer(() => call('GET /api/sign-in-tickets/{id}', { path }), id);
  const { isBusy, does } = useDeed();
  const approve = () =>
    does(async () => {
      await call('POST /api/sign-in-tickets/{id}/approval', { path });
      say('电脑上已经登录');
      goBack();
    });
  return (
    <Office title="扫码登录" room="none">
      <Answered asking={asking}>
        {(ticket) => (
          <View className="panel">
            <View className="panel-title">让这台电脑登录您的账号？</View>
            <View className="line-name">{ticket.deviceName}</View>
            <View className="line-about">{sayInstant(new Date(ticket.createdAt))}打开的登录页</View>
            <View className="none">电脑在您眼前，才点“让它登录”。别人发来的码，不要扫。</View>
            <View className="buttons">
              <Button id="refuse" kind="plain" onTap={goBack}>
                不是我
              </Button>
              <Button id="approve" isBusy={isBusy} onTap={approve}>
                让它登录
              </Button>
            </View>
          </View>
        )}
      </Answered>
    </Office>
  );
}
