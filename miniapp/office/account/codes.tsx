import { View } from '@tarojs/components';
import { useState } from 'react';
import { call, type Answer } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { CodePicture } from '../../components/code-picture/code-picture';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';

interface CodesProps {
  readonly credentials: Answer<'GET /api/credentials'>;
  readonly again: () => void;
}

/** One-time codes of her phone beside the password: switched on by a first code, off by password and code. */
export function Codes({ credentials, again }: CodesProps) {
  const [paper, setPaper] = useState<readonly string[]>();
  return (
    <View className="panel">
      <View className="panel-title">动态码</View>
      <View className="line-about">
        {credentials.asksForCodes
          ? `已打开：登录时还要填手机上的六位数。备用码还剩${credentials.recoveryCodesLeft}个。`
          : '打开以后，别人知道了密码也进不来。'}
      </View>
      {paper && <Paper codes={paper} onClose={() => setPaper(undefined)} />}
      {credentials.asksForCodes ? (
        <SwitchOff again={again} />
      ) : (
        <SwitchOn
          onOn={(codes) => {
            setPaper(codes);
            again();
          }}
        />
      )}
    </View>
  );
}

function SwitchOn({ onOn }: { onOn: (codes: readonly string[]) => void }) {
  const [shared, setShared] = useState<Answer<'POST /api/credentials/codes'>>();
  const [code, setCode] = useState('');
  const { isBusy, does } = useDeed();
  const begin = () => does(async () => setShared(await call('POST /api/credentials/codes')));
  const confirm = () =>
    does(async () => {
      const { codes } = await call('POST /api/credentials/codes/confirmation', { body: { code } });
      onOn(codes);
    });
  if (!shared)
    return (
      <View className="buttons">
        <Button id="begin-codes" kind="plain" isBusy={isBusy} onTap={begin}>
          打开动态码
        </Button>
      </View>
    );
  return (
    <View className="account-form">
      <CodePicture
        id="codes-picture"
        address={shared.picture}
        says="在手机上装一个“身份验证器”，扫这个码。扫不了，就把下面的字填进去。"
      />
      <View className="account-secret" id="codes-secret">
        {shared.secret.match(/.{1,4}/g)?.join(' ')}
      </View>
      <Field
        id="first-code"
        name="手机上显示的六位数"
        type="number"
        value={code}
        longest={6}
        onInput={setCode}
      />
      <View className="buttons">
        <Button id="confirm-codes" isBusy={isBusy} isOff={code.length !== 6} onTap={confirm}>
          打开
        </Button>
      </View>
    </View>
  );
}

function SwitchOff({ again }: { again: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { isBusy, does } = useDeed();
  const end = () =>
    does(async () => {
      await call('POST /api/credentials/codes/removal', { body: { password, code: code.trim() } });
      say('动态码关掉了');
      again();
    });
  if (!isOpen)
    return (
      <View className="buttons">
        <Button id="open-end-codes" kind="plain" onTap={() => setOpen(true)}>
          关掉动态码
        </Button>
      </View>
    );
  return (
    <View className="account-form">
      <Field id="end-password" name="密码" isSecret value={password} onInput={setPassword} />
      <Field id="end-code" name="动态码或备用码" value={code} longest={20} onInput={setCode} />
      <View className="buttons">
        <Button id="keep-codes" kind="plain" onTap={() => setOpen(false)}>
          不关了
        </Button>
        <Button id="end-codes" isBusy={isBusy} isOff={password === '' || code.trim().length < 6} onTap={end}>
          关掉
        </Button>
      </View>
    </View>
  );
}

function Paper({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <View className="account-paper" id="recovery-codes">
      <View>手机不在身边时用备用码，每个只能用一次。请抄在纸上收好，只显示这一次：</View>
      <View className="account-codes">
        {codes.map((code) => (
          <View key={code} className="account-code">
            {code}
          </View>
        ))}
      </View>
      <View className="buttons">
        <Button id="close-paper" onTap={onClose}>
          抄好了
        </Button>
      </View>
    </View>
  );
}
