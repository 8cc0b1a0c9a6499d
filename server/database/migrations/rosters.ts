import { addsIndex, dropsIndex } from '../columns';

/** With her id in it, the index answers who has a seat without a look at each row. */
export const rosters = [
  addsIndex('1799000001001', 'enrolments', 'enrolments_in_batch', {
    on: ['batchId', 'state', 'waitingSince', 'womanId'],
  }),
  dropsIndex('1799000001002', 'enrolments', 'enrolments_batch', { on: ['batchId', 'state', 'waitingSince'] }),
];
