import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../access/actor';
import { policies, type Action, type Allowed } from '../../access/policies';
import type { Role } from '../../access/roles.rules';
import { Scope } from '../../access/scope';
import { Account, AccountRole } from '../../accounts/account.entity';
import { reachingOffices } from '../../accounts/staff/reaching-offices';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { addRows } from '../../database/plain-rows';
import { DeliveriesService } from '../delivery/deliveries.service';
import { StaffTask } from './task.entity';
import {
  nearest,
  pageOfTask,
  sayTask,
  taskMessage,
  type ListEvent,
  type TaskEvent,
  type TaskFacts,
} from './tasks.rules';
import type { TaskView } from './tasks.view';

const shownAtOnce = 60;

/** What the staff have to do: told to those who can, once, and gone for all of them when one has done it. */
@Injectable()
export class TasksService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those of the nearest office whose policy lets them do this there. */
  async whoMay(rows: EntityManager, action: Action, regionCode: string): Promise<string[]> {
    return nearest(await reachingOffices(rows, officesFor(action), regionCode));
  }

  /**
   * Writes a task for each of these accounts, inside the change's own transaction, which holds the lock on what it is
   * about. Whoever has it open already is not told again.
   */
  async write(
    tx: EntityManager,
    accountIds: readonly string[],
    event: TaskEvent,
    aboutId: string,
    facts: TaskFacts = {},
  ): Promise<void> {
    await this.add(tx, accountIds, { event, aboutId, doneAt: IsNull() }, facts);
  }

  /** A list has filled: whoever was told of it today, done or not, is not told again, and yesterday's task is over. */
  async writeOfToday(tx: EntityManager, accountIds: readonly string[], event: ListEvent): Promise<void> {
    const aboutId = dayOf(this.clock.now());
    const told = await this.toldOf(tx, accountIds, { event, aboutId });
    const ids = accountIds.filter((id) => !told.has(id)).sort();
    if (ids.length === 0) return;
    // Two lists may fill at once; nothing else is locked by both.
    for (const id of ids) await this.database.lock(tx, Account, id);
    await this.end(tx, { accountId: In(ids), event, aboutId: Not(aboutId) });
    await this.add(tx, ids, { event, aboutId }, {});
  }

  /** Somebody did it, or it is not to be done any more: nobody else is told of it. */
  async done(tx: EntityManager, aboutId: string, ...events: readonly TaskEvent[]): Promise<void> {
    await this.end(tx, { aboutId, event: In([...events]) });
  }

  /** Ends the tasks of a list in which nothing waits for their owner any more. Safe on many servers at once. */
  async endEmpty(
    event: ListEvent,
    action: Action,
    isWaiting: (scope: Scope) => Promise<boolean>,
  ): Promise<void> {
    const { rows } = this.database;
    const open = await rows.findBy(StaffTask, { event, doneAt: IsNull() });
    if (open.length === 0) return;
    const held = await rows.findBy(AccountRole, {
      ...{ accountId: In(open.map(({ accountId }) => accountId)), role: In(officesFor(action)) },
    });
    for (const { id, accountId } of open) {
      const hers = held.filter((office) => office.accountId === accountId);
      if (await isWaiting(new Scope(hers.map(({ regionCode }) => regionCode)))) continue;
      await this.database.transact((tx) => this.end(tx, { id }));
    }
  }

  /** Hers, the open ones first, the latest of each first. */
  async list({ accountId }: Actor): Promise<TaskView[]> {
    const tasks = await this.database.rows
      .createQueryBuilder(StaffTask, 'task')
      .where('task.accountId = :accountId', { accountId })
      .orderBy('CASE WHEN task.doneAt IS NULL THEN 0 ELSE 1 END')
      .addOrderBy('task.createdAt', 'DESC')
      .addOrderBy('task.id', 'DESC')
      .limit(shownAtOnce)
      .getMany();
    return tasks.map(({ id, event, aboutId, sentence, createdAt, doneAt }) => ({
      ...{ id, event, sentence, createdAt, isDone: doneAt !== null },
      page: pageOfTask(event, aboutId),
    }));
  }

  /** She has opened her inbox: no message need tell her what stands there. */
  async seen({ accountId }: Actor): Promise<void> {
    const open = await this.database.rows.findBy(StaffTask, { accountId, doneAt: IsNull() });
    if (open.length === 0) return;
    await this.database.transact((tx) => this.deliveries.stopThese(tx, idsOf(open), 'seen'));
  }

  private async add(
    tx: EntityManager,
    accountIds: readonly string[],
    same: FindOptionsWhere<StaffTask> & Pick<StaffTask, 'event' | 'aboutId'>,
    facts: TaskFacts,
  ): Promise<void> {
    if (accountIds.length === 0) return;
    const { event, aboutId } = same;
    const known = await this.toldOf(tx, accountIds, same);
    const now = this.clock.now();
    const tasks = [...new Set(accountIds)]
      .filter((accountId) => !known.has(accountId))
      .map((accountId): StaffTask => ({
        ...{ id: newId(), accountId, event, aboutId, sentence: sayTask(event, facts) },
        ...{ createdAt: now, doneAt: null },
      }));
    if (tasks.length === 0) return;
    await addRows(tx, StaffTask, tasks);
    for (const { id } of tasks)
      await this.deliveries.begin(tx, id, event, { facts: taskMessage(event, facts, now), endsAt: null });
  }

  /** Who of these has such a task. */
  private async toldOf(
    tx: EntityManager,
    accountIds: readonly string[],
    which: FindOptionsWhere<StaffTask>,
  ): Promise<Set<string>> {
    const told = await tx.findBy(StaffTask, { ...which, accountId: In([...accountIds]) });
    return new Set(told.map(({ accountId }) => accountId));
  }

  private async end(tx: EntityManager, which: FindOptionsWhere<StaffTask>): Promise<void> {
    const open = await tx.findBy(StaffTask, { ...which, doneAt: IsNull() });
    if (open.length === 0) return;
    await tx.update(StaffTask, { id: In(idsOf(open)) }, { doneAt: this.clock.now() });
    await this.deliveries.stopThese(tx, idsOf(open), 'overtaken');
  }
}

/** The offices that let somebody do this in a region; a trainer's hold for her own batches alone. */
function officesFor(action: Action): Role[] {
  const allowed: Allowed = policies[action];
  return allowed.filter((role): role is Role => role !== 'anyone' && role !== 'woman' && role !== 'trainer');
}

function idsOf(tasks: readonly StaffTask[]): string[] {
  return tasks.map(({ id }) => id);
}
