import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Settings } from '../../../config/settings';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { addRow } from '../../database/plain-rows';
import { SETTINGS } from '../../http/settings-token';
import type { AttemptResult, Rung, Step } from '../ladder.rules';
import { firstStep, hurryFrom, nextStep, type ToldEvent } from '../ladder.rules';
import { Notice } from '../notice.entity';
import { StaffTask } from '../tasks/task.entity';
import type { MessageFacts } from '../../wechat/templates.rules';
import { isToHer, type Climb, type Outcome, type Told } from './climb';
import { Delivery, DeliveryAttempt } from './delivery.entity';

/** Longer than one message with its token and all their timeouts can take. */
const leaseMs = 120_000;
const stillMs = 60_000;
const atOnce = 50;

/** What is done, in the same transaction, when nothing but a call can reach her any more. */
type Caller = (tx: EntityManager, womanId: string) => Promise<void>;

/** How far each notice has climbed, and every attempt on the way. */
@Injectable()
export class DeliveriesService {
  private readonly callers: Caller[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Hears, in the transaction itself, of each woman who is to be called. */
  whenToCall(caller: Caller): void {
    this.callers.push(caller);
  }

  /**
   * Begins the climb of a notice or a task, in the transaction that writes it; some need none.
   *
   * @param endsAt from then on it is of no use to be told.
   */
  async begin(
    tx: EntityManager,
    noticeId: string,
    event: ToldEvent,
    { facts, endsAt }: { readonly facts: MessageFacts; readonly endsAt: Date | null },
  ): Promise<void> {
    const now = this.clock.now();
    const step = firstStep(event, now, this.settings.notices.waking, endsAt);
    if (!step) return;
    const climb = { facts, hurryAt: hurryFrom(now, endsAt), endsAt };
    await addRow(tx, Delivery, { noticeId, ...climb, ...step, leasedBy: null, attemptId: null });
  }

  /** Ends the climb of notices that are true no longer, or of which she knows by now. */
  async stop(
    tx: EntityManager,
    which: FindOptionsWhere<Notice>,
    result: 'overtaken' | 'seen' | 'withdrawn',
  ): Promise<void> {
    const notices = await tx.find(Notice, { select: { id: true }, where: which });
    await this.stopThese(
      tx,
      notices.map(({ id }) => id),
      result,
    );
  }

  /** The same of notices or tasks by their ids. */
  async stopThese(
    tx: EntityManager,
    ids: readonly string[],
    result: 'overtaken' | 'seen' | 'withdrawn',
  ): Promise<void> {
    if (ids.length === 0) return;
    const noticeId = In([...ids]);
    const open = await tx.find(Delivery, {
      where: { noticeId, rung: Not('over') },
      order: { noticeId: 'ASC' },
    });
    for (const delivery of open) await this.end(tx, delivery, result);
  }

  /** Ends what is of no use any more. */
  async endOld(): Promise<void> {
    const endsAt = LessThanOrEqual(this.clock.now());
    const where = { rung: In(['wechat', 'sms', 'call', 'board']), attemptId: IsNull(), endsAt };
    const old = await this.database.rows.find(Delivery, { where, order: { noticeId: 'ASC' }, take: 1_000 });
    for (const delivery of old) await this.database.transact((tx) => this.end(tx, delivery, 'too_late'));
  }

  async forget(tx: EntityManager, noticeIds: readonly string[]): Promise<void> {
    if (noticeIds.length === 0) return;
    await tx.delete(DeliveryAttempt, { noticeId: In([...noticeIds]) });
    await tx.delete(Delivery, { noticeId: In([...noticeIds]) });
  }

  /**
   * Takes messages that are due for one worker. Two workers never take the same: rows that another holds are passed over,
   * and on SQLite the transaction holds the whole file. A lease ends by itself when its worker has died.
   */
  async claim(worker: string): Promise<Climb[]> {
    const now = this.clock.now();
    const { rows, hasRowLocks } = this.database;
    if (!(await rows.existsBy(Delivery, { dueAt: LessThanOrEqual(now) }))) return [];
    const taken = await this.database.transact(async (tx) => {
      const due = tx
        .createQueryBuilder(Delivery, 'delivery')
        .where('delivery.dueAt <= :now', { now })
        .orderBy('delivery.dueAt')
        .limit(atOnce);
      if (hasRowLocks) due.setLock('pessimistic_write').setOnLocked('skip_locked');
      const mine = await due.getMany();
      const dueAt = new Date(now.getTime() + leaseMs);
      const noticeId = In(mine.map((one) => one.noticeId));
      if (mine.length > 0) await tx.update(Delivery, { noticeId }, { dueAt, leasedBy: worker });
      return mine.map((one) => ({ ...one, dueAt, leasedBy: worker }));
    });
    const id = In(taken.map(({ noticeId }) => noticeId));
    const all: Told[] = [...(await rows.findBy(Notice, { id })), ...(await rows.findBy(StaffTask, { id }))];
    const toldBy = new Map(all.map((told) => [told.id, told]));
    return taken.flatMap((delivery) => {
      const told = toldBy.get(delivery.noticeId);
      return told ? [{ delivery: delivery as Climb['delivery'], told, mayBeCalled: true }] : [];
    });
  }

  /**
   * Puts on record that an attempt begins, before anything leaves. From then on the message was perhaps sent.
   *
   * @returns its id; nothing when the delivery is no longer this worker's, or the rest of its lease is too short.
   */
  async beginAttempt({ delivery }: Climb): Promise<string | undefined> {
    const attemptId = newId();
    const now = this.clock.now();
    if (delivery.dueAt === null || delivery.dueAt.getTime() - now.getTime() < stillMs) return undefined;
    return this.database.transact(async (tx) => {
      const { noticeId, rung } = delivery;
      if (!(await isStill(tx, delivery, null, { attemptId }))) return undefined;
      await addRow(tx, DeliveryAttempt, {
        ...{ id: attemptId, noticeId, rung, result: 'begun', said: '', byAccountId: null, at: now },
      });
      return attemptId;
    });
  }

  /** Puts the end of an attempt on record, and takes the next step, if the delivery still waits for it. */
  async endAttempt(climb: Climb, attemptId: string, outcome: Outcome): Promise<void> {
    await this.database.transact(async (tx) => {
      await tx.update(
        DeliveryAttempt,
        { id: attemptId },
        { result: outcome.result, said: outcome.said ?? '' },
      );
      await this.take(tx, climb, attemptId, outcome.result);
    });
  }

  /** A rung that cannot be tried at all. */
  async skip(climb: Climb, said: string): Promise<void> {
    await this.database.transact(async (tx) => {
      if (await this.take(tx, climb, null, 'skipped'))
        await this.record(tx, climb.delivery, { result: 'skipped', said });
    });
  }

  /** Gives a delivery back until then. */
  async postpone({ delivery }: Climb, dueAt: Date): Promise<void> {
    await this.database.transact((tx) => isStill(tx, delivery, null, { dueAt, leasedBy: null }));
  }

  /** A person tried to tell her; the caller holds the lock on the delivery. */
  async tell(tx: EntityManager, climb: Climb, outcome: Outcome): Promise<void> {
    await this.record(tx, climb.delivery, outcome);
    await tx.update(Delivery, { noticeId: climb.delivery.noticeId }, this.after(climb, outcome.result));
  }

  /** Ends a climb that is not to go on. */
  async end(tx: EntityManager, delivery: Delivery, result: AttemptResult): Promise<void> {
    const { noticeId, rung, attemptId } = delivery;
    if (rung === 'over') return;
    const over = {
      rung: 'over',
      dueAt: null,
      leasedBy: null,
      reachedBy: result === 'seen' ? 'inbox' : null,
    } as const;
    const { affected } = await tx.update(Delivery, { noticeId, rung }, over);
    const at = result === 'seen' ? 'inbox' : rung;
    if (affected !== 0)
      await this.record(tx, { noticeId, rung: at }, { result, said: attemptId ? '正在发' : '' });
  }

  /** Takes the step after an attempt, if the delivery still waits for it. */
  private async take(
    tx: EntityManager,
    climb: Climb,
    attemptId: string | null,
    result: AttemptResult,
  ): Promise<boolean> {
    const step = this.after(climb, result);
    if (!(await isStill(tx, climb.delivery, attemptId, step))) return false;
    const isToCall = step.rung === 'call' && climb.delivery.rung !== 'call' && isToHer(climb.told);
    if (isToCall) for (const caller of this.callers) await caller(tx, climb.told.womanId);
    return true;
  }

  private after({ delivery, told, mayBeCalled }: Climb, result: AttemptResult): Partial<Delivery> {
    const tries = delivery.tries + 1;
    const standing = { ...delivery, event: told.event, tries, mayBeCalled };
    const step: Step = nextStep(result, standing, this.clock.now(), this.settings.notices.waking);
    return { ...step, leasedBy: null, attemptId: null };
  }

  private async record(
    tx: EntityManager,
    { noticeId, rung }: { noticeId: string; rung: Rung | 'inbox' },
    { result, said = '', byAccountId = undefined }: Outcome,
  ): Promise<void> {
    await addRow(tx, DeliveryAttempt, {
      ...{
        id: newId(),
        noticeId,
        rung,
        result,
        said,
        byAccountId: byAccountId ?? null,
        at: this.clock.now(),
      },
    });
  }
}

/** Changes a delivery only while it is still as its worker took it: nobody else's, on this rung, at this attempt. */
async function isStill(
  tx: EntityManager,
  { noticeId, leasedBy, rung }: Delivery,
  attemptId: string | null,
  change: Partial<Delivery>,
): Promise<boolean> {
  const { affected } = await tx.update(
    Delivery,
    { noticeId, rung, leasedBy: leasedBy ?? IsNull(), attemptId: attemptId ?? IsNull() },
    change,
  );
  return affected === 1;
}
