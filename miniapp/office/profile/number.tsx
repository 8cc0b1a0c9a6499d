import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { revealedForSeconds, revealPurposes } from './model';

interface NumberProps {
  readonly womanId: string;
  readonly what: 'identity' | 'phone';
  readonly name: string;
  readonly masked: string | null;
  readonly mayReveal: boolean;
}

/** A number, masked; whole for half a minute once its purpose is on record. */
export function HiddenNumber({ womanId, what, name, masked, mayReveal }: NumberProps) {
  const [whole, setWhole] = useState<string | undefined>();
  const { isBusy, does } = useDeed();
  useEffect(() => {
    if (whole === undefined) return undefined;
    const timer = setTimeout(() => setWhole(undefined), revealedForSeconds * 1000);
    return () => clearTimeout(timer);
  }, [whole]);
  const reveal = () =>
    does(async () => {
      const { tapIndex } = await Taro.showActionSheet({
        alertText: '用来做什么？会记下来。',
        itemList: [...revealPurposes],
      }).catch(() => ({ tapIndex: -1 }));
      const purpose = revealPurposes[tapIndex];
      if (!purpose) return;
      const path = { id: womanId };
      setWhole((await call('POST /api/women/{id}/reveals', { path, body: { what, purpose } })).number);
    });
  return (
    <View className="line">
      <View className="line-main">
        <View className="line-about">{name}</View>
        <View className="line-name" id={`number-${what}`}>
          {whole ?? masked ?? '没登记'}
        </View>
      </View>
      {masked && mayReveal && !whole && (
        <View
          id={`reveal-${what}`}
          className="line-act"
          onClick={() => isBusy || reveal()}
          aria-role="button"
        >
          看全号
        </View>
      )}
      {whole && <View className="line-about">{revealedForSeconds}秒后收起</View>}
    </View>
  );
}
