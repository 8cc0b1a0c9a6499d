import { Button as Native, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { usePrivacyQuestion } from '../../permissions/privacy';
import { wishOf, words } from '../../permissions/wishes';
import { Button } from '../button/button';
import './privacy.scss';

const agreeId = 'privacy-agree';

/** WeChat's question for her consent, in our words: what for, the whole text one tap away, and yes and no alike. */
export function Privacy() {
  const question = usePrivacyQuestion();
  if (!question) return null;
  const wish = wishOf(question.referrer);
  return (
    <View className="privacy" aria-role="dialog" aria-label="隐私保护">
      <View className="privacy-sheet" id="privacy">
        <View className="privacy-title">先问您一声</View>
        <View className="privacy-reason">{wish ? words[wish].reason : '这一步要用到您手机上的信息。'}</View>
        {wish && <View className="privacy-without">{words[wish].without}</View>}
        <View
          className="privacy-contract"
          id="privacy-contract"
          onClick={() => Taro.openPrivacyContract({})}
          aria-role="link"
        >
          看《隐私保护指引》 ›
        </View>
        <View className="privacy-answers">
          <Button id="privacy-refuse" kind="plain" onTap={question.refuse}>
            不同意
          </Button>
          <Native
            id={agreeId}
            className="button button-main"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => question.agree(agreeId)}
          >
            同意
          </Native>
        </View>
      </View>
    </View>
  );
}
