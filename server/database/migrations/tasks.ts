import { addsIndex, id, instant, key, makesTable, maybe, text } from '../columns';

export const tasks = [
  makesTable(
    '1799100001001',
    'staff_tasks',
    {
      id: key(id()),
      accountId: id(),
      event: text(24),
      aboutId: id(),
      sentence: text(200),
      createdAt: instant(),
      doneAt: maybe(instant()),
    },
    {
      staff_tasks_account: { on: ['accountId', 'createdAt'] },
      staff_tasks_about: { on: ['aboutId'] },
    },
  ),
  // Women hold a role too: whose office reaches a place is asked for each call list and review.
  addsIndex('1799100001002', 'account_roles', 'account_roles_region', { on: ['regionCode', 'role'] }),
];
