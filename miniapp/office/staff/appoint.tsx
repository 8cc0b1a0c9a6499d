import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { RegionPicker } from '../../components/region-picker/region-picker';
import type { Invited } from './index';
import { Picker } from '../../components/picker/picker';
import { entryOf, officeWords, type AppointDraft, type Role, type Trainer } from './model';

interface AppointProps {
  readonly roles: readonly Role[];
  readonly onInvited: (invited: Invited) => void;
  readonly onClose: () => void;
}

/** Adds somebody: which office, who, where. */
export function Appoint({ roles, onInvited, onClose }: AppointProps) {
  const home = homeRegion();
  const [draft, setDraft] = useState<AppointDraft>({
    ...{ role: undefined, name: '', regionCode: '', villageCode: '', trainerId: '' },
  });
  const trainers = useAnswer<readonly Trainer[]>(
    async () => (draft.role === 'trainer' ? (await call('GET /api/planning')).trainers : []),
    draft.role,
  );
  const { isBusy, does } = useDeed();
  const change = (part: Partial<AppointDraft>) => setDraft({ ...draft, ...part });
  const answer = entryOf(draft, home, trainers.data ?? []);
  const send = () =>
    does(async () => {
      if (!answer.entry) return;
      onInvited({ name: answer.entry.name, ...(await call('POST /api/staff', { body: answer.entry })) });
    });
  return (
    <View className="panel" id="appointing">
      <View className="panel-title">添一位工作人员</View>
      <View className="staff-roles">
        {roles.map((role) => (
          <Choice
            key={role}
            id={`role-${role}`}
            name={officeWords[role]?.name ?? role}
            about={officeWords[role]?.about}
            isChosen={draft.role === role}
            onTap={() => change({ role, regionCode: '', villageCode: '', trainerId: '' })}
          />
        ))}
      </View>
      {draft.role === 'trainer' && (
        <TrainerPicker
          trainers={trainers.data ?? []}
          chosenId={draft.trainerId}
          onChoose={(trainerId) => change({ trainerId })}
        />
      )}
      {draft.role && draft.role !== 'trainer' && (
        <>
          <Field
            id="new-name"
            name="姓名"
            value={draft.name}
            longest={30}
            onInput={(name) => change({ name })}
          />
          <View className="field-one-name">{draft.role === 'helper' ? '管哪个乡镇' : '管哪个区县'}</View>
          <RegionPicker
            key={draft.role}
            within={draft.role === 'helper' ? home : undefined}
            names={[draft.role === 'helper' ? '乡镇' : '区县']}
            onPick={(regionCode) => change({ regionCode, villageCode: '' })}
          />
          {draft.role === 'helper' && draft.regionCode !== '' && (
            <>
              <View className="field-one-name staff-village">只管一个村？（不选就管整个乡镇）</View>
              <RegionPicker
                key={draft.regionCode}
                within={draft.regionCode}
                names={['村']}
                onPick={(villageCode) => change({ villageCode })}
              />
            </>
          )}
          {(draft.role === 'editor' || draft.role === 'auditor') && (
            <View className="field-one-about">不选区县，就管全市。</View>
          )}
        </>
      )}
      <View className="buttons">
        <Button id="stop-appointing" kind="plain" onTap={onClose}>
          先不添
        </Button>
        <Button id="send-appointment" isBusy={isBusy} isOff={!answer.entry} onTap={send}>
          {answer.missing ?? '生成邀请码'}
        </Button>
      </View>
    </View>
  );
}

interface TrainerPickerProps {
  readonly trainers: readonly Trainer[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

function TrainerPicker({ trainers, chosenId, onChoose }: TrainerPickerProps) {
  const chosen = trainers.find(({ id }) => id === chosenId);
  if (trainers.length === 0) return <View className="none">本区县还没有教师名单。</View>;
  return (
    <Picker
      mode="selector"
      range={trainers.map(({ name, speciality }) => `${name}（${speciality}）`)}
      value={trainers.indexOf(chosen!)}
      onChange={({ detail }) => onChoose(trainers[Number(detail.value)]?.id ?? '')}
    >
      <View id="trainer" className="region-picker-one">
        {chosen ? `${chosen.name}（${chosen.speciality}）` : '点这里选教师'}
        <View className="region-picker-arrow">▾</View>
      </View>
    </Picker>
  );
}
