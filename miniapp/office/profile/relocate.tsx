import { View } from '@tarojs/components';
import { useState } from 'react';
import { longest } from '../../../server/women/profile.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { levelsBelow } from '../../components/region-picker/levels';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { mayRelocate, relocationReasons, type Profile } from './model';

interface RelocateProps {
  readonly profile: Profile;
  readonly done: () => void;
  readonly stop: () => void;
}

/** She lives in another village now: which one, and why. */
export function Relocate({ profile, done, stop }: RelocateProps) {
  const [villageCode, setVillage] = useState('');
  const [reason, setReason] = useState('');
  const { isBusy, does } = useDeed();
  const home = homeRegion();
  const send = () =>
    does(async () => {
      const body = { beganFrom: profile.revision, villageCode, reason: reason.trim() };
      await call('PUT /api/women/{id}/village', { path: { id: profile.id }, body });
      say('改好了');
      done();
    });
  return (
    <View className="panel profile-form">
      <View className="panel-title">{profile.name}搬到哪个村了？</View>
      <View className="line-about">现在登记在：{profile.villageName}</View>
      <RegionPicker within={home} names={levelsBelow(home)} onPick={setVillage} />
      <View className="field-one-name">为什么改</View>
      <View className="profile-grid">
        {relocationReasons.map((one, place) => (
          <Choice
            key={one}
            id={`reason-${place}`}
            shape="small"
            name={one}
            isChosen={reason === one}
            onTap={() => setReason(one)}
          />
        ))}
      </View>
      <Field
        id="relocate-reason"
        name="别的原因，请写一句"
        longest={longest.reason}
        value={reason}
        onInput={setReason}
      />
      <View className="line-about">
        报名、想学的、证书都跟着她走。户编号是原来村里的，会清掉。以后由新的村管她的档案。
      </View>
      <View className="buttons">
        <Button
          id="relocate-her"
          isBusy={isBusy}
          isOff={!mayRelocate(profile, villageCode, reason)}
          onTap={send}
        >
          {villageCode !== '' && villageCode === profile.villageCode ? '她就在这个村' : '改到这个村'}
        </Button>
        <Button id="stop-relocating" kind="plain" onTap={stop}>
          不改了
        </Button>
      </View>
    </View>
  );
}
