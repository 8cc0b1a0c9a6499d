import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { call } from '../../api/call';
import type { components } from '../../api/schema';
import { me } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../button/button';
import './whom-to-ask.scss';

type Helper = components['schemas']['HelperView'];

const shownHere = 3;

/** Whom she asks: her own helpers, each with a call by one tap. Somebody who has not signed in is told where to find her. */
export function WhomToAsk() {
  const womanId = me()?.womanId ?? undefined;
  const { data = [] } = useAnswer(
    async () => (womanId ? call('GET /api/women/{id}/helpers', { path: { id: womanId } }) : []),
    womanId,
    'helpers',
  );
  return (
    <View className="whom-to-ask" id="whom">
      {data.length === 0 && <View className="whom-to-ask-about">不清楚的，去问村里的妇联帮办人。</View>}
      {data.slice(0, shownHere).map((helper, place) => (
        <OneOfThem key={place} helper={helper} place={place} />
      ))}
    </View>
  );
}

function OneOfThem({ helper: { name, regionName, phone }, place }: { helper: Helper; place: number }) {
  return (
    <View className="whom-to-ask-one">
      <View className="whom-to-ask-who">
        <View className="whom-to-ask-name">{name}</View>
        <View className="whom-to-ask-about">{regionName}的帮办人</View>
        {phone && <View className="whom-to-ask-about">{phone}</View>}
      </View>
      {phone && (
        <Button id={`call-helper-${place}`} onTap={() => dial(phone)}>
          打电话
        </Button>
      )}
    </View>
  );
}

/** She may think better of it in the phone's own dialogue. */
async function dial(phoneNumber: string): Promise<void> {
  await Taro.makePhoneCall({ phoneNumber }).catch(() => undefined);
}
