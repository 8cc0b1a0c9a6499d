import { Image, View } from '@tarojs/components';
import { familyNames } from '../../../server/needs/families.rules';
import { Button } from '../../components/button/button';
import { familyPictures } from '../../components/family-picture/family-picture';
import { Speak } from '../../components/speak/speak';
import offline from '../../pictures/icon-offline.svg';
import type { Draft } from './model';

interface StillSoProps {
  readonly draft: Draft;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onChange: () => void;
}

/** A new season has begun: one tap says that her wishes are still the same. */
export function StillSo({ draft, isBusy, onConfirm, onChange }: StillSoProps) {
  const names = draft.families.map((family) => familyNames[family]);
  return (
    <View id="still-so">
      <View className="need-question">换季了，还想学这些吗？</View>
      <View className="need-speak">
        <Speak id="still-so" says={`换季了，您还想学这些吗？${names.join('，')}`} />
      </View>
      <View className="need-grid need-grid-2">
        {draft.families.map((family) => (
          <View key={family} className="need-still">
            <Image className="need-still-picture" src={familyPictures[family]} mode="aspectFit" />
            <View>{familyNames[family]}</View>
          </View>
        ))}
      </View>
      <View className="need-buttons">
        <Button id="change-card" kind="plain" onTap={onChange}>
          改一改
        </Button>
        <Button id="confirm-card" isBusy={isBusy} onTap={onConfirm}>
          还想学这些
        </Button>
      </View>
    </View>
  );
}

/** Her card is on the phone and goes out by itself; nothing is lost and nothing is asked of her. */
export function InThePhone({ onChange }: { onChange: () => void }) {
  return (
    <View id="card-waits" className="need-waits">
      <Image className="need-still-picture" src={offline} mode="aspectFit" />
      <View className="need-question">选好了，先存在手机里。</View>
      <View>现在没有信号。有信号时自己就发出去，您不用管。</View>
      <Button id="change-card" kind="plain" onTap={onChange}>
        再改一改
      </Button>
    </View>
  );
}
