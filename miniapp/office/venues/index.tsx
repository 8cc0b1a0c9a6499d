import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { KeptList, type Kind } from '../trainers/kept-list';
import { Edit } from './edit';
import { sayVenue, type Venue } from './model';
import './index.scss';

const kind: Kind<Venue> = {
  ...{ key: 'venue', title: '上课地点', add: '加一个地点', retired: '停用' },
  none: '还没有地点。加上了，开班时才能选。',
  ...{ nameOf: ({ regionName, name }) => `${regionName} ${name}`, aboutOf: sayVenue },
  retire: ({ id }, isRetired) =>
    call('POST /api/venues/{id}/retirement', { path: { id }, body: { isRetired } }),
};

/** Where courses can be held; a base can be one. */
export default function Venues() {
  const asking = useAnswer(() => call('GET /api/venues'));
  return (
    <KeptList
      kind={kind}
      asking={asking}
      form={(edited, close) => <Edit edited={edited} onClose={close} />}
    />
  );
}
