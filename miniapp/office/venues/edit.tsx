import { View } from '@tarojs/components';
import { useState } from 'react';
import { venueKindNames, venueKinds } from '../../../server/courses/venues/venues.rules';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { say } from '../../components/page/page';
import { RegionPicker } from '../../components/region-picker/region-picker';
import { useUnsaved } from '../../leaving';
import { blankVenue, draftFrom, entryOf, type Venue, type VenueDraft } from './model';

/** One place, new or known. */
export function Edit({ edited, onClose }: { edited: Venue | 'new'; onClose: () => void }) {
  const [first] = useState<VenueDraft>(() => (edited === 'new' ? blankVenue : draftFrom(edited)));
  const [draft, setDraft] = useState(first);
  const { isBusy, does } = useDeed();
  useUnsaved(!isBusy && draft !== first);
  const change = (part: Partial<VenueDraft>) => setDraft({ ...draft, ...part });
  const { entry, missing } = entryOf(draft);
  const save = () =>
    does(async () => {
      if (!entry) return;
      if (edited === 'new') await call('POST /api/venues', { body: entry });
      else await call('PUT /api/venues/{id}', { path: { id: edited.id }, body: entry });
      say('存好了');
      onClose();
    });
  return (
    <View className="panel">
      <Field
        id="venue-name"
        name="名称"
        longest={40}
        value={draft.name}
        onInput={(name) => change({ name })}
      />
      <View className="venue-where">
        <View className="field-one-name">
          在哪个乡镇{edited === 'new' ? '' : `（现在：${edited.regionName}）`}
        </View>
        <RegionPicker
          within={homeRegion()}
          names={['乡镇']}
          onPick={(regionCode) => regionCode && change({ regionCode })}
        />
      </View>
      <Field
        id="venue-address"
        name="怎么走"
        about="照着说给妇女听：镇政府东侧"
        longest={80}
        value={draft.address}
        onInput={(address) => change({ address })}
      />
      <View className="field-one-name">是什么地方</View>
      <View className="venue-kinds">
        {venueKinds.map((kind) => (
          <Choice
            key={kind}
            id={`kind-${kind}`}
            shape="small"
            name={venueKindNames[kind]}
            isChosen={draft.kind === kind}
            onTap={() => change({ kind })}
          />
        ))}
      </View>
      <Field
        id="venue-capacity"
        name="能坐几人"
        about="不填就不管人数"
        type="number"
        longest={4}
        value={draft.capacity}
        onInput={(capacity) => change({ capacity })}
      />
      <View className="buttons">
        <Button id="save-venue" isBusy={isBusy} isOff={!entry} onTap={save}>
          {missing ?? '存好'}
        </Button>
        <Button id="close-venue" kind="plain" onTap={onClose}>
          不改了
        </Button>
      </View>
    </View>
  );
}
