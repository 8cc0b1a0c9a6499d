import { View } from '@tarojs/components';
import { useState } from 'react';
import { families, familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { useUnsaved } from '../../leaving';
import { toggle } from '../../pages/need/model';
import { blankTrainer, draftFrom, entryOf, type Trainer } from './model';

/** One trainer, new or known. */
export function Edit({ edited, onClose }: { edited: Trainer | 'new'; onClose: () => void }) {
  const [first] = useState(edited === 'new' ? blankTrainer : draftFrom(edited));
  const [draft, setDraft] = useState(first);
  const { isBusy, does } = useDeed();
  useUnsaved(!isBusy && draft !== first);
  const { families: teaches = [] } = draft;
  const { entry, missing } = entryOf(draft);
  const save = () =>
    does(async () => {
      if (!entry) return;
      if (edited === 'new') await call('POST /api/trainers', { body: entry });
      else await call('PUT /api/trainers/{id}', { path: { id: edited.id }, body: entry });
      say('存好了');
      onClose();
    });
  return (
    <View className="panel">
      <Field
        id="trainer-name"
        name="姓名"
        longest={30}
        value={draft.name}
        onInput={(name) => setDraft({ ...draft, name })}
      />
      <Field
        id="speciality"
        name="教什么"
        about="照着写给妇女看：柳编、钩织"
        longest={60}
        value={draft.speciality}
        onInput={(speciality) => setDraft({ ...draft, speciality })}
      />
      <View className="trainer-teaches">能教哪几类？建议开班时按这个排</View>
      <View className="trainer-families">
        {families.map((family) => (
          <Choice
            key={family}
            id={`teaches-${family}`}
            shape="small"
            name={familyNames[family]}
            isChosen={teaches.includes(family)}
            onTap={() => setDraft({ ...draft, families: toggle(teaches, family) })}
          />
        ))}
      </View>
      <Field
        id="trainer-phone"
        name="手机号"
        about={edited === 'new' ? '不填也行' : '不填就不改'}
        type="number"
        longest={11}
        value={draft.phone}
        onInput={(phone) => setDraft({ ...draft, phone })}
      />
      <View className="buttons">
        <Button id="save-trainer" isBusy={isBusy} isOff={!entry} onTap={save}>
          {missing ?? '存好'}
        </Button>
        <Button id="close-trainer" kind="plain" onTap={onClose}>
          不改了
        </Button>
      </View>
    </View>
  );
}
