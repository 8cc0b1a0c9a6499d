import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { entryOf } from '../invitation/model';

const blank = { password: '', again: '' };

/** Sets the first password or a new one; everywhere else she is signed out then. */
export function PasswordForm({ login, again }: { login: string | null; again: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(login ?? '');
  const [current, setCurrent] = useState('');
  const [draft, setDraft] = useState(blank);
  const { isBusy, does } = useDeed();
  const answer = entryOf({ ...draft, login: name });
  const missing = login !== null && current === '' ? '请填现在的密码' : answer.missing;
  const keep = () =>
    does(async () => {
      if (!answer.entry || missing) return;
      const body = { ...answer.entry, ...(login !== null && { current }) };
      await call('PUT /api/credentials/password', { body });
      say('密码改好了，别处都已退出');
      setOpen(false);
      setCurrent('');
      setDraft(blank);
      again();
    });
  return (
    <View className="panel">
      <View className="panel-title">登录名和密码</View>
      <View className="line-about">
        {login === null ? '还没有设。设好以后，在电脑上也能登录。' : `登录名 ${login}`}
      </View>
      {isOpen ? (
        <View className="account-form">
          <Field id="login-name" name="登录名" value={name} longest={30} onInput={setName} />
          {login !== null && (
            <Field id="current" name="现在的密码" isSecret value={current} onInput={setCurrent} />
          )}
          <Field
            id="next"
            name="新密码"
            about="至少十位。几个不相干的词连起来，好记又难猜。"
            isSecret
            value={draft.password}
            onInput={(password) => setDraft({ ...draft, password })}
          />
          <Field
            id="next-again"
            name="再填一遍"
            isSecret
            value={draft.again}
            onInput={(second) => setDraft({ ...draft, again: second })}
          />
          <View className="buttons">
            <Button id="stop-password" kind="plain" onTap={() => setOpen(false)}>
              先不改
            </Button>
            <Button id="keep-password" isBusy={isBusy} isOff={missing !== undefined} onTap={keep}>
              {missing ?? '保存'}
            </Button>
          </View>
        </View>
      ) : (
        <View className="buttons">
          <Button id="open-password" kind="plain" onTap={() => setOpen(true)}>
            {login === null ? '设密码' : '改密码'}
          </Button>
        </View>
      )}
    </View>
  );
}
