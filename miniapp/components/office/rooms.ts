import type { Me } from '../../api/session';
import { routes } from '../../routes';

export type RoomKey =
  | 'desk'
  | 'tasks'
  | 'women'
  | 'imports'
  | 'ledger'
  | 'region'
  | 'same'
  | 'calls'
  | 'feedback'
  | 'demand'
  | 'sitting'
  | 'approvals'
  | 'batches'
  | 'trainers'
  | 'suggestions'
  | 'runs'
  | 'drafts'
  | 'stories'
  | 'checks'
  | 'village-board'
  | 'staff'
  | 'glass'
  | 'records'
  | 'account'
  | 'none';

const rooms = [
  { key: 'desk', name: '工作台', url: routes.desk(), for: ['county_officer'] },
  {
    key: 'tasks',
    name: '待办',
    url: routes.tasks(),
    for: ['helper', 'county_officer', 'city_officer', 'editor'],
  },
  { key: 'demand', name: '需求看板', url: routes.demand(), for: ['county_officer', 'city_officer'] },
  { key: 'suggestions', name: '开班建议', url: routes.suggestions(), for: ['county_officer'] },
  { key: 'batches', name: '班次', url: routes.officeBatches(), for: ['county_officer'] },
  { key: 'approvals', name: '开班审批', url: routes.approvals(), for: ['city_officer'] },
  { key: 'runs', name: '分配', url: routes.runs(), for: ['county_officer', 'city_officer'] },
  { key: 'trainers', name: '师资场地', url: routes.trainers(), for: ['county_officer'] },
  { key: 'sitting', name: '集中登记', url: routes.sitting(), for: ['helper'] },
  { key: 'women', name: '妇女名单', url: routes.women(), for: ['helper', 'county_officer'] },
  { key: 'imports', name: '导入名册', url: routes.imports(), for: ['county_officer'] },
  { key: 'ledger', name: '台账', url: routes.ledger(), for: ['helper', 'county_officer'] },
  {
    key: 'region',
    name: '地方档案',
    url: routes.region(),
    for: ['helper', 'county_officer', 'city_officer'],
  },
  { key: 'same', name: '核对重复', url: routes.sameWoman(), for: ['helper', 'county_officer'] },
  { key: 'calls', name: '打电话', url: routes.calls(), for: ['helper', 'county_officer'] },
  { key: 'feedback', name: '课后反馈', url: routes.officeFeedback(), for: ['helper', 'county_officer'] },
  { key: 'drafts', name: '文章', url: routes.drafts(), for: ['county_officer', 'city_officer', 'editor'] },
  {
    key: 'stories',
    name: '典型故事',
    url: routes.stories(),
    for: ['helper', 'county_officer', 'city_officer'],
  },
  {
    key: 'village-board',
    name: '村宣传栏',
    url: routes.villageBoard(),
    for: ['helper', 'county_officer', 'city_officer'],
  },
  { key: 'checks', name: '内容审看', url: routes.checks(), for: ['county_officer', 'city_officer'] },
  { key: 'staff', name: '工作人员', url: routes.staff(), for: ['county_officer', 'city_officer'] },
  { key: 'glass', name: '越区查看', url: routes.glass(), for: ['county_officer', 'auditor'] },
  { key: 'records', name: '操作记录', url: routes.records(), for: ['auditor'] },
  {
    key: 'account',
    name: '我的账号',
    url: routes.account(),
    for: ['helper', 'county_officer', 'city_officer', 'editor', 'auditor'],
  },
] as const;

/** The rooms of the office that somebody's roles open. The server decides again at each door. */
export function roomsFor(me: Me | undefined): { key: RoomKey; name: string; url: string }[] {
  const held = new Set<string>(me?.roles.map(({ role }) => role));
  return rooms.filter((room) => room.for.some((role) => held.has(role)));
}
