import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, CallFailed } from '../../api/call';
import { keepBrowser, signInByPassword } from '../../api/sign-in';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { CodePicture } from '../../components/code-picture/code-picture';
import { Field } from '../../components/field/field';
import { Answered } from '../../components/page/page';
import { Tabs } from '../../components/tabs/tabs';
import type { Me } from '../../api/session';
import { go, routes } from '../../routes';
import { canSend } from './model';
import { useTicket } from './use-ticket';

type Way = 'password' | 'scan';

/** For the staff in a browser: login name and password, or the own mini-program scans a picture. */
export function StaffSignIn({ enter }: { enter: (me: Me) => void }) {
  const [way, setWay] = useState<Way>('password');
  return (
    <View className="sign-in-staff">
      <View className="sign-in-staff-title">工作人员登录</View>
      <Tabs
        of={[
          ['password', '用密码'],
          ['scan', '微信扫码'],
        ]}
        chosen={way}
        onChoose={setWay}
      />
      {way === 'password' ? <ByPassword enterAs={enter} /> : <ByScan enterAs={enter} />}
      <Button id="have-invitation" kind="quiet" onTap={() => go(routes.invitation())}>
        我有邀请码，第一次用
      </Button>
    </View>
  );
}

function ByPassword({ enterAs }: { enterAs: (me: Me) => void }) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [wantsCode, setWantsCode] = useState(false);
  const { isBusy, does } = useDeed();
  const isReady = canSend({ login, password, code, wantsCode });
  const enter = () =>
    isReady &&
    does(async () => {
      try {
        enterAs(await signInByPassword(login, password, code.trim() || undefined));
      } catch (error) {
        if (!(error instanceof CallFailed) || error.code !== 'signIn.codeNeeded') throw error;
        setWantsCode(true);
      }
    });
  return (
    <>
      <Field id="login" name="登录名" value={login} longest={30} onInput={setLogin} onEnter={enter} />
      <Field id="password" name="密码" isSecret value={password} onInput={setPassword} onEnter={enter} />
      {wantsCode && (
        <Field
          id="code"
          name="动态码"
          about="看手机上的六位数。手机不在身边，填一个备用码。"
          value={code}
          longest={20}
          onInput={setCode}
          onEnter={enter}
        />
      )}
      <Button id="sign-in" isBusy={isBusy} isOff={!isReady} onTap={enter}>
        登录
      </Button>
    </>
  );
}

function ByScan({ enterAs }: { enterAs: (me: Me) => void }) {
  const asking = useAnswer(() => call('POST /api/sign-in-tickets'));
  return (
    <Answered asking={asking}>
      {(ticket) => <Picture key={ticket.id} ticket={ticket} another={asking.again} enterAs={enterAs} />}
    </Answered>
  );
}

interface PictureProps {
  readonly ticket: Parameters<typeof useTicket>[0];
  readonly another: () => void;
  readonly enterAs: (me: Me) => void;
}

function Picture({ ticket, another, enterAs }: PictureProps) {
  const isOver = useTicket(ticket, (signedIn) => keepBrowser(signedIn).then(enterAs));
  if (isOver)
    return (
      <View className="sign-in-over">
        <View>这个码过期了。</View>
        <Button id="another-picture" kind="plain" onTap={another}>
          换一个码
        </Button>
      </View>
    );
  return (
    <CodePicture
      id="ticket"
      address={ticket.picture}
      says="打开手机上的“巾帼培训”，进“我的账号”，点“扫一扫”。"
    />
  );
}
