import { id, instant, key, makesTable, maybe, text } from '../columns';

export const tasks = [
  makesTable(
    '1798900001001',
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
];
