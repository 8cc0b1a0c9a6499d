import { View } from '@tarojs/components';
import { useState } from 'react';
import { readScan } from '../../../server/accounts/scans.rules';
import { sayInstant } from '../../../server/calendar/days.rules';
import { call, type Answer } from '../../api/call';
import { forgetSession, me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { CodePicture } from '../../components/code-picture/code-picture';
import { Field } from '../../components/field/field';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { scanCode } from '../../permissions/ask';
import { go, goInstead, routes } from '../../routes';
import { Codes } from './codes';
import { PasswordForm } from './password-form';
import { WorkPhone } from './work-phone';
import './index.scss';

interface Account {
  readonly credentials: Answer<'GET /api/credentials'>;
  readonly signIns: Answer<'GET /api/sign-ins'>;
  /** Her work phone. */
  readonly phone: string | null;
}

/** A staff member's own account: password, codes of her phone, her WeChat, where she is signed in. */
export default function MyAccount() {
  const asking = useAnswer<Account>(async () => {
    const [credentials, signIns, { phone }] = await Promise.all([
      call('GET /api/credentials'),
      call('GET /api/sign-ins'),
      call('GET /api/me/work-phone'),
    ]);
    return { credentials, signIns, phone };
  });
  return (
    <Office title="我的账号" room="account">
      {process.env.TARO_ENV === 'weapp' && <ScanButton />}
      <Answered asking={asking}>
        {({ credentials, signIns, phone }) => (
          <View className="account">
            <PasswordForm login={credentials.login} again={asking.again} />
            {credentials.login !== null && <Codes credentials={credentials} again={asking.again} />}
            {process.env.TARO_ENV === 'h5' && (
              <Wechat isBound={credentials.isInWechat} hasPassword={credentials.login !== null} />
            )}
            <WorkPhone phone={phone} />
            <SignIns signIns={signIns} again={asking.again} />
          </View>
        )}
      </Answered>
    </Office>
  );
}

/** What another screen shows: a browser that waits, or an invitation. */
function ScanButton() {
  const { isBusy, does } = useDeed();
  const scan = () =>
    does(async () => {
      const scanned = readScan((await scanCode()) ?? '');
      if (scanned?.kind === 'sign-in') go(routes.scan(scanned.value));
      else if (scanned?.kind === 'invitation') go(routes.invitation(scanned.value));
      else say('这不是登录的码');
    });
  return (
    <View className="buttons">
      <Button id="scan" isBusy={isBusy} onTap={scan}>
        扫一扫，登录电脑
      </Button>
    </View>
  );
}

function Wechat({ isBound, hasPassword }: { isBound: boolean; hasPassword: boolean }) {
  const [password, setPassword] = useState('');
  const [picture, setPicture] = useState<string>();
  const { isBusy, does } = useDeed();
  const show = () =>
    does(async () => {
      const body = hasPassword ? { password } : {};
      setPicture((await call('POST /api/credentials/wechat', { body })).picture);
      setPassword('');
    });
  return (
    <View className="panel">
      <View className="panel-title">微信</View>
      <View className="line-about">
        {isBound ? '已绑定。登录电脑时可以扫码，不用填密码。' : '绑定以后，登录电脑时扫码就行。'}
      </View>
      {picture && (
        <CodePicture
          id="wechat-picture"
          address={picture}
          says="用手机微信打开“巾帼培训”，在登录页点“我有工作邀请码”，扫这个码。"
        />
      )}
      {hasPassword && !picture && (
        <Field id="bind-password" name="先填密码" isSecret value={password} onInput={setPassword} />
      )}
      <View className="buttons">
        <Button id="bind" kind="plain" isBusy={isBusy} isOff={hasPassword && password === ''} onTap={show}>
          {isBound ? '换一个微信' : '绑定微信'}
        </Button>
      </View>
    </View>
  );
}

function SignIns({ signIns, again }: { signIns: Account['signIns']; again: () => void }) {
  const { does } = useDeed();
  const end = (id: string, isThisOne: boolean) =>
    does(async () => {
      await call('DELETE /api/sign-ins/{id}', { path: { id } });
      if (isThisOne) {
        forgetSession();
        return goInstead(routes.signIn());
      }
      say('已退出那台设备');
      again();
    });
  return (
    <View className="panel">
      <View className="panel-title">在哪儿登录着</View>
      {signIns.map(({ id, kind, deviceName, lastSeenAt, isThisOne }) => (
        <View key={id} className="line" id={`sign-in-${id}`}>
          <View className="line-main">
            <View className="line-name">{deviceName}</View>
            <View className="line-about">
              {kind === 'wechat' ? '微信小程序' : '浏览器'}，{sayInstant(new Date(lastSeenAt))}用过
            </View>
          </View>
          {isThisOne && <Tag tone="good">这一台</Tag>}
          <View className="line-act" onClick={() => end(id, isThisOne)} aria-role="button">
            退出
          </View>
        </View>
      ))}
      <View className="line-about account-number">账号 {me()?.accountId}</View>
    </View>
  );
}
