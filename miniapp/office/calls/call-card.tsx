import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { go, routes } from '../../routes';
import { callPurpose, resultsFor, sayUntil, type Call, type TellResult } from './model';

/** One woman to be called. Her number is revealed on record; on a phone the call begins at once. */
export function CallCard({ one, again }: { one: Call; again: () => void }) {
  const [number, setNumber] = useState<string | undefined>();
  const { isBusy, does } = useDeed();
  const until = sayUntil(one.endsAt, new Date());
  const dial = () =>
    does(async () => {
      const body = { what: 'phone', purpose: callPurpose } as const;
      const { number: whole } = await call('POST /api/women/{id}/reveals', {
        path: { id: one.womanId },
        body,
      });
      setNumber(whole);
      // She may think better of it in the phone's own dialogue.
      if (process.env.TARO_ENV !== 'h5')
        await Taro.makePhoneCall({ phoneNumber: whole }).catch(() => undefined);
    });
  const tell = (result: TellResult) =>
    does(async () => {
      await call('POST /api/calls/{id}/results', { path: { id: one.id }, body: { result } });
      say('记下了');
      again();
    });
  return (
    <View className="panel" id={`call-${one.id}`}>
      <View className="calls-head" onClick={() => go(routes.woman(one.womanId))} aria-role="link">
        <View className="line-main">
          <View className="line-name">{one.name}</View>
          <View className="line-about">{one.villageName}</View>
        </View>
        {until && <Tag tone="ask">{until}</Tag>}
      </View>
      <View className="calls-script">{one.script}</View>
      <View className="line-about">{one.before.join('；')}</View>
      {one.phone === null ? (
        <View className="calls-number">没有手机号，请上门告诉她。</View>
      ) : (
        <View className="calls-number">
          {number ?? one.phone}
          <Button id={`dial-${one.id}`} isBusy={isBusy} onTap={dial}>
            {process.env.TARO_ENV === 'h5' ? '看全号' : '打给她'}
          </Button>
        </View>
      )}
      <View className="calls-results">
        {resultsFor(one).map(({ result, name }) => (
          <Button
            key={result}
            id={`${result}-${one.id}`}
            kind="plain"
            isBusy={isBusy}
            onTap={() => tell(result)}
          >
            {name}
          </Button>
        ))}
      </View>
    </View>
  );
}
