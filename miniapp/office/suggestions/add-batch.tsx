import { View } from '@tarojs/components';
import { useState } from 'react';
import { dayOf, sayMonth } from '../../../server/calendar/days.rules';
import { families, familyNames, type Family } from '../../../server/needs/families.rules';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Button } from '../../components/button/button';
import { Answered } from '../../components/page/page';
import { Picker } from '../../components/picker/picker';
import { VenuePicker } from '../../components/venue-picker/venue-picker';
import { Tabs } from '../../components/tabs/tabs';
import { monthsFrom, type Kept } from './model';

const dayKinds = [
  ['weekday', '平日'],
  ['weekend', '周末'],
] as const;

interface AddBatchProps {
  readonly months: number;
  readonly onAdd: (batch: Kept) => void;
}

/** One more batch of the officer's own: what, where and in which month; the days are found for her. */
export function AddBatch({ months: count, onAdd }: AddBatchProps) {
  const asking = useAnswer(() => call('GET /api/planning'));
  const months = monthsFrom(dayOf(new Date()), count);
  const [family, setFamily] = useState<Family>('planting');
  const [venueId, setVenueId] = useState('');
  const [month, setMonth] = useState(months[1] ?? months[0]!);
  const [kind, setKind] = useState<'weekday' | 'weekend'>('weekday');
  return (
    <View className="panel" id="add-batch">
      <View className="panel-title">自己加一个班</View>
      <Answered asking={asking}>
        {({ venues }) => {
          return (
            <>
              <Picker
                mode="selector"
                range={families.map((one) => familyNames[one])}
                value={families.indexOf(family)}
                onChange={({ detail }) => setFamily(families[Number(detail.value)]!)}
              >
                <View id="add-family" className="office-input">
                  {familyNames[family]} ▾
                </View>
              </Picker>
              <VenuePicker
                id="add-venue"
                className="office-input"
                venues={venues}
                chosenId={venueId}
                onChoose={setVenueId}
              />
              <Picker
                mode="selector"
                range={months.map(sayMonth)}
                value={Math.max(0, months.indexOf(month))}
                onChange={({ detail }) => setMonth(months[Number(detail.value)]!)}
              >
                <View id="add-month" className="office-input">
                  {sayMonth(month)} ▾
                </View>
              </Picker>
              <Tabs of={dayKinds} chosen={kind} onChoose={setKind} />
              <Button
                id="add-one"
                kind="plain"
                isOff={venueId === ''}
                onTap={() => onAdd({ family, venueId, month, isWeekend: kind === 'weekend' })}
              >
                {venueId === '' ? '请选地点' : '加上，看看能来几人'}
              </Button>
            </>
          );
        }}
      </Answered>
    </View>
  );
}
