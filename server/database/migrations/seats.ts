import { TableColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { id, instant, key, makesTable, text, whole } from '../columns';

/** Her place in the waiting list is frozen when she begins to wait; those who waited before keep the order of their time. */
class AddPriorityToEnrolments implements MigrationInterface {
  readonly name = 'AddPriorityToEnrolments_1796000005001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('enrolments', new TableColumn({ name: 'priority', ...whole(), default: '0' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('enrolments', 'priority');
  }
}

export const seats = [
  AddPriorityToEnrolments,
  makesTable('1796000005002', 'request_keys', {
    accountId: key(id()),
    requestKey: key(text(64)),
    asked: text(64),
    answer: { type: 'text' },
    at: instant(),
  }),
  makesTable(
    '1796000005003',
    'capacity_changes',
    {
      id: key(id()),
      batchId: id(),
      fromCapacity: whole(),
      toCapacity: whole(),
      byAccountId: id(),
      at: instant(),
    },
    { capacity_changes_batch: { on: ['batchId'] } },
  ),
];
