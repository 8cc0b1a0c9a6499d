import { id, instant, key, makesTable, maybe, text } from '../columns';

/** What women say of a course afterwards, and why they left one. */
export const feedback = [
  makesTable(
    '1799400070001',
    'feedback',
    {
      ...{ id: key(id()), womanId: id(), batchId: id(), question: text(8), answer: text(16) },
      ...{ why: maybe(text(16)), byAccountId: id(), at: instant() },
    },
    {
      feedback_answer: { on: ['womanId', 'batchId', 'question', 'at'] },
      feedback_batch: { on: ['batchId', 'question'] },
    },
  ),
];
