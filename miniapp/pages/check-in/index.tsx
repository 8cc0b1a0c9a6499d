import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Answered, Page } from '../../components/page/page';
import { go, routes } from '../../routes';
import './index.scss';

/** After she scanned the code on her trainer's screen. */
export default function CheckInPage() {
  const { code = '' } = useRouter().params;
  const asking = useAnswer(() => call('POST /api/check-ins', { body: { code } }), code);
  return (
    <Page title="扫码签到">
      <Answered asking={asking}>
        {({ title, sentence }) => (
          <View className="check-in" id="checked-in">
            <View className="check-in-mark">✓</View>
            <View className="check-in-title">{title}</View>
            <View className="check-in-says">{sentence}</View>
            <Button id="done" onTap={() => go(routes.mine())}>
              知道了
            </Button>
          </View>
        )}
      </Answered>
    </Page>
  );
}
