import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, daysLater, sayDate } from '../../../server/calendar/days.rules';
import {
  oldestSittingDays,
  sittingKindNames,
  sittingKinds,
} from '../../../server/needs/sittings/sittings.rules';
import { homeRegion } from '../../api/session';
import { Button } from '../../components/button/button';
import { Choice } from '../../components/choice/choice';
import { Field } from '../../components/field/field';
import { newId } from '../../offline/new-id';
import { Picker } from '../../components/picker/picker';
import type { Sitting } from './model';

/** Where the needs are heard: what kind of sitting, on which day, at which place. */
export function Begin({ onBegin }: { onBegin: (sitting: Sitting) => void }) {
  const today = dayOf(new Date());
  const [kind, setKind] = useState<Sitting['kind']>('visit');
  const [heldOn, setHeldOn] = useState(today);
  const [place, setPlace] = useState('');
  const begin = () => onBegin({ id: newId(), kind, heldOn, place: place.trim(), regionCode: homeRegion() });
  return (
    <View className="panel">
      <View className="panel-title">从哪儿听来的？</View>
      <View className="sitting-grid">
        {sittingKinds.map((one) => (
          <Choice
            key={one}
            id={`kind-${one}`}
            shape="small"
            name={sittingKindNames[one]}
            isChosen={kind === one}
            onTap={() => setKind(one)}
          />
        ))}
      </View>
      <View className="sitting-ask">哪一天？</View>
      <Picker
        mode="date"
        value={heldOn}
        start={daysLater(today, -oldestSittingDays)}
        end={today}
        onChange={({ detail }) => setHeldOn(detail.value)}
      >
        <View id="held-on" className="sitting-pick">
          {sayDate(heldOn)} ▾
        </View>
      </Picker>
      <Field
        id="place"
        name="在哪儿？"
        value={place}
        onInput={setPlace}
        longest={40}
        about="比如：团山村活动室"
      />
      <View className="buttons">
        <Button id="begin-sitting" isOff={place.trim() === ''} onTap={begin}>
          开始记
        </Button>
      </View>
    </View>
  );
}
