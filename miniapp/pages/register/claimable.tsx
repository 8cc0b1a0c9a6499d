import { View } from '@tarojs/components';
import type { components } from '../../api/schema';
import { Button } from '../../components/button/button';

type Proof = components['schemas']['PhoneProofView'];

interface ClaimableProps {
  readonly proof: Proof;
  readonly isBusy: boolean;
  readonly choose: (womanId: string) => void;
  readonly none: () => void;
}

/** Files that the village opened with her phone. A family shares one phone, so she says which is hers, also where there is one. */
export function Claimable({ proof, isBusy, choose, none }: ClaimableProps) {
  return (
    <>
      <View className="field-name">村里用这个手机号登记过，哪一位是您？</View>
      {proof.files.map(({ womanId, name, villageName }) => (
        <View key={womanId} className="register-claim">
          <View className="register-claim-about">{villageName}</View>
          <Button id={`claim-${womanId}`} isBusy={isBusy} onTap={() => choose(womanId)}>
            我是{name}
          </Button>
        </View>
      ))}
      <Button id="claim-none" kind="plain" isBusy={isBusy} onTap={none}>
        都不是我，重新登记
      </Button>
    </>
  );
}
