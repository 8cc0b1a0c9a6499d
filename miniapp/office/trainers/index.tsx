import { View } from '@tarojs/components';
import { useState } from 'react';
import { families, familyNames } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { useUnsaved } from '../../leaving';
import { toggle } from '../../pages/need/model';
import { KeptTabs } from './kept-tabs';
import { blankTrainer, draftFrom, entryOf, inUseFirst, sayTrainer, type Trainer } from './model';
import './index.scss';

/** Who teaches in the county: added, changed, retired and taken up again; never deleted. */
export default function Trainers() {
  const asking = useAnswer(() => call('GET /api/trainers'));
  const [edited, setEdited] = useState<Trainer | 'new'>();
  const close = () => {
    setEdited(undefined);
    asking.again();
  };
  return (
    <Office title="教师" room="trainers">
      <KeptTabs chosen="trainers" />
      {edited ? (
        <Edit key={edited === 'new' ? 'new' : edited.id} edited={edited} onClose={close} />
      ) : (
        <View className="buttons">
          <Button id="add-trainer" onTap={() => setEdited('new')}>
            加一位教师
          </Button>
        </View>
      )}
      <Answered
        asking={asking}
        isEmpty={(trainers) => trainers.length === 0}
        emptySays="还没有教师。加上了，开班时才能选。"
      >
        {(trainers) => (
          <View className="panel">
            {inUseFirst(trainers).map((trainer) => (
              <Line
                key={trainer.id}
                trainer={trainer}
                onEdit={() => setEdited(trainer)}
                again={asking.again}
              />
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}

interface LineProps {
  readonly trainer: Trainer;
  readonly onEdit: () => void;
  readonly again: () => void;
}

function Line({ trainer, onEdit, again }: LineProps) {
  const { id, name, isRetired } = trainer;
  const { does } = useDeed();
  const retire = () =>
    does(async () => {
      await call('POST /api/trainers/{id}/retirement', { path: { id }, body: { isRetired: !isRetired } });
      say(isRetired ? '又能排课了' : '不再排课了');
      again();
    });
  return (
    <View id={`trainer-${id}`} className="line">
      <View className="line-main">
        <View className="line-name">{name}</View>
        <View className="line-about">{sayTrainer(trainer)}</View>
      </View>
      {isRetired && <Tag tone="still">不再任教</Tag>}
      <View id={`edit-${id}`} className="line-act" aria-role="button" onClick={onEdit}>
        修改
      </View>
      <View id={`retire-${id}`} className="line-act" aria-role="button" onClick={retire}>
        {isRetired ? '恢复' : '停用'}
      </View>
    </View>
  );
}

function Edit({ edited, onClose }: { edited: Trainer | 'new'; onClose: () => void }) {
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
