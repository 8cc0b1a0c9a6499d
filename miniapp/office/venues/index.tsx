import { View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { useDeed } from '../../api/use-deed';
import { Button } from '../../components/button/button';
import { Office } from '../../components/office/office';
import { Answered, say } from '../../components/page/page';
import { Tag } from '../../components/tag/tag';
import { KeptTabs } from '../trainers/kept-tabs';
import { inUseFirst } from '../trainers/model';
import { Edit } from './edit';
import { sayVenue, type Venue } from './model';
import './index.scss';

/** Where courses can be held: added, changed, retired and taken up again; a base can be one. */
export default function Venues() {
  const asking = useAnswer(() => call('GET /api/venues'));
  const [edited, setEdited] = useState<Venue | 'new'>();
  const close = () => {
    setEdited(undefined);
    asking.again();
  };
  return (
    <Office title="上课地点" room="trainers">
      <KeptTabs chosen="venues" />
      {edited ? (
        <Edit key={edited === 'new' ? 'new' : edited.id} edited={edited} onClose={close} />
      ) : (
        <View className="buttons">
          <Button id="add-venue" onTap={() => setEdited('new')}>
            加一个地点
          </Button>
        </View>
      )}
      <Answered
        asking={asking}
        isEmpty={(venues) => venues.length === 0}
        emptySays="还没有地点。加上了，开班时才能选。"
      >
        {(venues) => (
          <View className="panel">
            {inUseFirst(venues).map((venue) => (
              <Line key={venue.id} venue={venue} onEdit={() => setEdited(venue)} again={asking.again} />
            ))}
          </View>
        )}
      </Answered>
    </Office>
  );
}

interface LineProps {
  readonly venue: Venue;
  readonly onEdit: () => void;
  readonly again: () => void;
}

function Line({ venue, onEdit, again }: LineProps) {
  const { id, name, regionName, isRetired } = venue;
  const { does } = useDeed();
  const retire = () =>
    does(async () => {
      await call('POST /api/venues/{id}/retirement', { path: { id }, body: { isRetired: !isRetired } });
      say(isRetired ? '又能排课了' : '不再排课了');
      again();
    });
  return (
    <View id={`venue-${id}`} className="line">
      <View className="line-main">
        <View className="line-name">
          {regionName} {name}
        </View>
        <View className="line-about">{sayVenue(venue)}</View>
      </View>
      {isRetired && <Tag tone="still">停用</Tag>}
      <View id={`edit-${id}`} className="line-act" aria-role="button" onClick={onEdit}>
        修改
      </View>
      <View id={`retire-${id}`} className="line-act" aria-role="button" onClick={retire}>
        {isRetired ? '恢复' : '停用'}
      </View>
    </View>
  );
}
