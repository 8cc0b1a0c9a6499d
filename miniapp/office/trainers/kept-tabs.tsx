import { Tabs } from '../../components/tabs/tabs';
import { goInstead, routes } from '../../routes';

const kept = [
  ['trainers', '教师'],
  ['venues', '上课地点'],
  ['seasons', '农忙月份'],
] as const;

type Kept = (typeof kept)[number][0];

/** What a county keeps so that batches can be planned: three pages, one room. */
export function KeptTabs({ chosen }: { chosen: Kept }) {
  return <Tabs of={kept} chosen={chosen} onChoose={(one) => one !== chosen && goInstead(routes[one]())} />;
}
