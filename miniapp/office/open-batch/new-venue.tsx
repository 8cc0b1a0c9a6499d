import { Input, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { homeRegion } from '../../api/session';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { RegionPicker } from '../../components/region-picker/region-picker';

/** A place that is not on the list yet. */
export function NewVenue({ onAdded }: { onAdded: (id: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [entry, setEntry] = useState({ name: '', address: '', regionCode: '' });
  const { isBusy, does } = useDeed();
  if (!isOpen) {
    return (
      <View id="new-venue" className="line-act" onClick={() => setOpen(true)} aria-role="button">
        加一个新地点
      </View>
    );
  }
  return (
    <View className="plan-new">
      <Input
        id="venue-name"
        className="plan-input"
        value={entry.name}
        maxlength={40}
        placeholder="地点名称"
        onInput={({ detail }) => setEntry({ ...entry, name: detail.value })}
      />
      <Input
        id="venue-address"
        className="plan-input"
        value={entry.address}
        maxlength={80}
        placeholder="怎么走"
        onInput={({ detail }) => setEntry({ ...entry, address: detail.value })}
      />
      <RegionPicker
        within={homeRegion()}
        names={['乡镇']}
        onPick={(regionCode) => setEntry({ ...entry, regionCode })}
      />
      <View className="buttons">
        <Button
          id="add-venue"
          kind="plain"
          isBusy={isBusy}
          isOff={entry.name.trim() === '' || entry.regionCode === ''}
          onTap={() =>
            does(async () => {
              const venue = await call('POST /api/venues', { body: entry });
              setOpen(false);
              onAdded(venue.id);
            })
          }
        >
          加上
        </Button>
      </View>
    </View>
  );
}
