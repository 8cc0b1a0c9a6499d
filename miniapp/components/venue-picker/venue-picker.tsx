import { View } from '@tarojs/components';
import { Picker } from '../picker/picker';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly regionName: string;
}

interface VenuePickerProps {
  readonly id: string;
  readonly className: string;
  readonly venues: readonly Place[];
  readonly chosenId: string;
  /** Said where none is chosen. */
  readonly without?: string;
  /** Said behind the chosen one. */
  readonly note?: string;
  readonly onChoose: (venueId: string) => void;
}

/** One place of the county, each with its township before its name. */
export function VenuePicker({
  id,
  className,
  venues,
  chosenId,
  without = '点这里选地点',
  note = '',
  onChoose,
}: VenuePickerProps) {
  const say = ({ regionName, name }: Place) => `${regionName} ${name}`;
  const chosen = venues.find((venue) => venue.id === chosenId);
  return (
    <Picker
      mode="selector"
      range={venues.map(say)}
      value={venues.findIndex((venue) => venue.id === chosenId)}
      onChange={({ detail }) => onChoose(venues[Number(detail.value)]?.id ?? chosenId)}
    >
      <View id={id} className={className}>
        {chosen ? say(chosen) : without}
        {note} ▾
      </View>
    </Picker>
  );
}
