import { call } from '../../api/call';
import { useAnswer } from '../../api/use-answer';
import { Edit } from './edit';
import { KeptList, type Kind } from './kept-list';
import { sayTrainer, type Trainer } from './model';
import './index.scss';

const kind: Kind<Trainer> = {
  ...{ key: 'trainer', title: '教师', add: '加一位教师', retired: '不再任教' },
  none: '还没有教师。加上了，开班时才能选。',
  ...{ nameOf: ({ name }) => name, aboutOf: sayTrainer },
  retire: ({ id }, isRetired) =>
    call('POST /api/trainers/{id}/retirement', { path: { id }, body: { isRetired } }),
};

/** Who teaches in the county. */
export default function Trainers() {
  const asking = useAnswer(() => call('GET /api/trainers'));
  return (
    <KeptList
      kind={kind}
      asking={asking}
      form={(edited, close) => <Edit edited={edited} onClose={close} />}
    />
  );
}
