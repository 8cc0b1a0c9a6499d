import { View } from '@tarojs/components';
import { useState } from 'react';
import { isCallable, tidyPhone } from '../../../server/http/fields.rules';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';

/** Where the women whom she serves may call her. */
export function WorkPhone({ phone }: { phone: string | null }) {
  const [kept, setKept] = useState(phone ?? '');
  const [typed, setTyped] = useState(kept);
  const { isBusy, does } = useDeed();
  const tidy = tidyPhone(typed);
  const isRight = tidy === '' || isCallable(tidy);
  const keep = () =>
    does(async () => {
      if (!isRight) return;
      await call('PUT /api/me/work-phone', { body: { phone: tidy === '' ? null : tidy } });
      setKept(tidy);
      say(tidy === '' ? '号码去掉了' : '号码记下了');
    });
  return (
    <View className="panel">
      <View className="panel-title">工作电话</View>
      <Field
        id="work-phone"
        name="妇女姐妹有事打哪个号码"
        about="帮办人的号码，只给本村本乡登录了的妇女看，她点一下就能打。手机或带区号的座机都行；不填就不显示。"
        value={typed}
        longest={20}
        onInput={setTyped}
      />
      <View className="buttons">
        <Button id="keep-work-phone" isBusy={isBusy} isOff={!isRight || tidy === kept} onTap={keep}>
          {isRight ? '保存' : '号码不对，再看看'}
        </Button>
      </View>
    </View>
  );
}
