import { View } from '@tarojs/components';
import { dayOf } from '../../../server/calendar/days.rules';
import { educations, longest, relations } from '../../../server/women/profile.rules';
import type { Education, Relation } from '../../../server/women/profile.rules';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { Picker } from '../../components/picker/picker';
import type { Profile, ProfileDraft } from './model';

interface EditFormProps {
  readonly profile: Profile;
  readonly draft: ProfileDraft;
  readonly change: (next: ProfileDraft) => void;
  readonly send: () => void;
  readonly stop: () => void;
  readonly isBusy: boolean;
}

/** Her file on one screen, for somebody who has her papers before her. */
export function EditForm({ profile, draft, change, send, stop, isBusy }: EditFormProps) {
  const set = (part: Partial<ProfileDraft>) => change({ ...draft, ...part });
  const needsRegister = draft.isRegisteredPoor && (!draft.povertySource.trim() || !draft.povertyAsOf);
  return (
    <View className="panel profile-form">
      <Field id="edit-name" name="姓名" value={draft.name} longest={30} onInput={(name) => set({ name })} />
      <Field
        id="edit-phone"
        name="手机号"
        about={profile.phone ? `现在是 ${profile.phone}，不改就空着` : undefined}
        type="number"
        longest={11}
        value={draft.phone}
        onInput={(phone) => set({ phone })}
      />
      <Field
        id="edit-identity"
        name="身份证号"
        about={
          profile.identity ? `已登记，尾号 ${profile.identity.slice(-1)}，不改就空着` : '十八位，对着证件填'
        }
        longest={24}
        value={draft.identity}
        onInput={(identity) => set({ identity })}
      />
      {!profile.bornOn && (
        <Field
          id="edit-year"
          name="出生年份"
          type="number"
          longest={4}
          value={draft.bornInYear}
          onInput={(bornInYear) => set({ bornInYear })}
        />
      )}
      <Field
        id="edit-household"
        name="户编号"
        longest={longest.householdCode}
        value={draft.householdCode}
        onInput={(householdCode) => set({ householdCode })}
      />
      <View className="field-one-name">与户主关系</View>
      <View className="profile-grid">
        {Object.entries(relations).map(([key, name]) => (
          <Choice
            key={key}
            id={`relation-${key}`}
            shape="small"
            name={name}
            isChosen={draft.relation === key}
            onTap={() => set({ relation: draft.relation === key ? null : (key as Relation) })}
          />
        ))}
      </View>
      <View className="field-one-name">文化程度</View>
      <View className="profile-grid">
        {Object.entries(educations).map(([key, name]) => (
          <Choice
            key={key}
            id={`education-${key}`}
            shape="small"
            name={name}
            isChosen={draft.education === key}
            onTap={() => set({ education: draft.education === key ? null : (key as Education) })}
          />
        ))}
      </View>
      {profile.mayKeepHealth ? (
        <Field
          id="edit-health"
          name="健康情况（干不了哪些活）"
          longest={longest.healthLimits}
          value={draft.healthLimits}
          onInput={(healthLimits) => set({ healthLimits })}
        />
      ) : (
        <View className="line-about">健康情况：先请她在下面同意登记，才能填。</View>
      )}
      <Field
        id="edit-notes"
        name="备注"
        longest={longest.notes}
        value={draft.notes}
        onInput={(notes) => set({ notes })}
      />
      {profile.abilities.setPoverty && (
        <>
          <Choice
            id="edit-poor"
            name="建档立卡在册"
            about="以名册为准，不以本人说的为准"
            isChosen={draft.isRegisteredPoor}
            onTap={() => set({ isRegisteredPoor: !draft.isRegisteredPoor })}
          />
          <Field
            id="edit-source"
            name="哪一份名册"
            longest={longest.povertySource}
            value={draft.povertySource}
            onInput={(povertySource) => set({ povertySource })}
          />
          <Picker
            mode="date"
            value={draft.povertyAsOf || dayOf(new Date())}
            end={dayOf(new Date())}
            onChange={({ detail }) => set({ povertyAsOf: detail.value })}
          >
            <View id="edit-as-of" className="profile-day">
              {draft.povertyAsOf ? `名册日期 ${draft.povertyAsOf}` : '名册是哪天的'}
              <View className="region-picker-arrow">▾</View>
            </View>
          </Picker>
        </>
      )}
      <View className="buttons">
        <Button
          id="keep-profile"
          isBusy={isBusy}
          isOff={draft.name.trim() === '' || needsRegister}
          onTap={send}
        >
          {needsRegister ? '请填名册和日期' : '存好'}
        </Button>
        <Button id="stop-editing" kind="plain" onTap={stop}>
          不改了
        </Button>
      </View>
    </View>
  );
}
