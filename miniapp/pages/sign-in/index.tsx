import { Image, View } from '@tarojs/components';
import { signInByWechat, signInWith } from '../../api/sign-in';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Page } from '../../components/page/page';
import welcome from '../../pictures/welcome.svg';
import { useRouter } from '@tarojs/taro';
import { go, goInstead, goOn, routes } from '../../routes';
import { codeFor, demoPeople } from './demo-people';
import { landingOf } from './landing';
import { StaffSignIn } from './staff';
import './index.scss';

/** Signing in: one tap in WeChat; the staff in a browser too. Where a demo runs, its five people stand here too. */
export default function SignIn() {
  const { to } = useRouter().params;
  const people = useAnswer(demoPeople);
  const { isBusy, does } = useDeed();
  const enter = (signIn: () => ReturnType<typeof signInByWechat>) =>
    does(() => signIn().then((me) => goOn(landingOf(me, to))));
  return (
    <Page title="登录" isTab>
      <View className="sign-in-head">
        <Image className="sign-in-picture" src={welcome} mode="aspectFit" />
        <View className="sign-in-title">巾帼培训</View>
        <View className="sign-in-about">想学什么点一点，有课就来叫您</View>
      </View>
      {process.env.TARO_ENV === 'weapp' && (
        <Button id="sign-in-wechat" isBusy={isBusy} onTap={() => enter(signInByWechat)}>
          微信登录
        </Button>
      )}
      {people.data && people.data.length > 0 && (
        <View className="sign-in-people">
          <View className="sign-in-note">这里是演示，人和事都是虚构的。选一个人看看：</View>
          {people.data.map((person) => (
            <Choice
              key={person.key}
              id={`person-${person.key}`}
              name={`${person.name} · ${person.role}`}
              about={person.about}
              isChosen={false}
              onTap={() => enter(() => codeFor(person.key).then(signInWith))}
            />
          ))}
        </View>
      )}
      {process.env.TARO_ENV === 'weapp' && (
        <Button
          id="have-invitation"
          kind="quiet"
          onTap={() => does(() => signInByWechat().then(() => go(routes.invitation())))}
        >
          我有工作邀请码
        </Button>
      )}
      {process.env.TARO_ENV === 'h5' && people.data && (
        <>
          <StaffSignIn enter={(me) => goOn(landingOf(me, to))} />
          <View className="sign-in-note">想报名的姐妹：请用微信搜索“巾帼培训”小程序。</View>
        </>
      )}
      <Button id="look-around" kind="quiet" onTap={() => goInstead(routes.home())}>
        先随便看看
      </Button>
    </Page>
  );
}
