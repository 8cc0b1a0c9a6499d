import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { readScan } from '../../../server/accounts/scans.rules';
import { call, type Answer } from '../../api/call';
import { keepMe } from '../../api/session';
import { homeOf, keepBrowser } from '../../api/sign-in';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { Page, say } from '../../components/page/page';
import { goInstead } from '../../routes';
import { entryOf } from './model';

type Invitation = Answer<'POST /api/invitations/reading'>;

/** A new colleague takes over the account that was made for her: in a browser by a password, in WeChat by her WeChat. */
export default function TakeOver() {
  const { code: handed = '' } = useRouter().params;
  const [code, setCode] = useState(handed);
  const [invitation, setInvitation] = useState<Invitation>();
  const { isBusy, does } = useDeed();
  const read = (which: string) =>
    does(async () => setInvitation(await call('POST /api/invitations/reading', { body: { code: which } })));
  const scan = () =>
    does(async () => {
      const scanned = readScan((await Taro.scanCode({ onlyFromCamera: true })).result);
      if (scanned?.kind !== 'invitation') return say('这不是邀请码，请再看看');
      setCode(scanned.value);
      setInvitation(await call('POST /api/invitations/reading', { body: { code: scanned.value } }));
    });
  if (invitation) return <Welcome code={code} invitation={invitation} />;
  return (
    <Page title="开通账号">
      <Field
        id="invitation-code"
        name="邀请码"
        about="给您开通的人会告诉您，十个字，像 K7QMD-2XHRA。"
        value={code}
        longest={20}
        onInput={setCode}
        onEnter={() => read(code.trim())}
      />
      <View className="buttons">
        <Button
          id="read-invitation"
          isBusy={isBusy}
          isOff={code.replace(/[\s-]/g, '').length < 10}
          onTap={() => read(code.trim())}
        >
          下一步
        </Button>
      </View>
      {process.env.TARO_ENV === 'weapp' && (
        <Button id="scan-invitation" kind="plain" isBusy={isBusy} onTap={scan}>
          扫邀请码
        </Button>
      )}
    </Page>
  );
}

function Welcome({ code, invitation }: { code: string; invitation: Invitation }) {
  return (
    <Page title="开通账号">
      <View className="panel">
        <View className="panel-title">{invitation.name}，您好</View>
        {invitation.offices.map((office) => (
          <View key={office}>{office}</View>
        ))}
        <View className="line-about">不是您？请别再往下，告诉给您邀请码的人。</View>
      </View>
      {process.env.TARO_ENV === 'h5' ? <SetPassword code={code} /> : <BindWechat code={code} />}
    </Page>
  );
}

function SetPassword({ code }: { code: string }) {
  const [draft, setDraft] = useState({ login: '', password: '', again: '' });
  const { isBusy, does } = useDeed();
  const answer = entryOf(draft);
  const accept = () =>
    answer.entry &&
    does(async () => {
      const signedIn = await call('POST /api/invitations/acceptance', { body: { code, ...answer.entry! } });
      const me = await keepBrowser(signedIn, answer.entry!.login);
      say('开通好了');
      goInstead(homeOf(me));
    });
  return (
    <>
      <Field
        id="new-login"
        name="给自己起个登录名"
        about="小写字母开头，三个字以上，可以带数字。别用手机号。"
        value={draft.login}
        longest={30}
        onInput={(login) => setDraft({ ...draft, login })}
      />
      <Field
        id="new-password"
        name="设一个密码"
        about="至少十位。几个不相干的词连起来，好记又难猜。"
        isSecret
        value={draft.password}
        onInput={(password) => setDraft({ ...draft, password })}
      />
      <Field
        id="new-password-again"
        name="再填一遍密码"
        isSecret
        value={draft.again}
        onInput={(again) => setDraft({ ...draft, again })}
        onEnter={accept}
      />
      <Button id="accept-invitation" isBusy={isBusy} isOff={!answer.entry} onTap={accept}>
        {answer.missing ?? '开通账号'}
      </Button>
    </>
  );
}

function BindWechat({ code }: { code: string }) {
  const { isBusy, does } = useDeed();
  return (
    <Button
      id="bind-wechat"
      isBusy={isBusy}
      onTap={() =>
        does(async () => {
          const me = await call('POST /api/invitations/binding', { body: { code } });
          keepMe(me);
          say('绑定好了，以后用微信登录');
          goInstead(homeOf(me));
        })
      }
    >
      绑定到我的微信
    </Button>
  );
}
