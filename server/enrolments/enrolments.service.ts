import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Batch } from '../courses/batch.entity';
import { BatchesService } from '../courses/batches.service';
import { fitOf, viewBatch } from '../courses/batches.view';
import { wholeBatches } from '../courses/batches.queries';
import { Database } from '../database/database';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Enrolment } from './enrolment.entity';
import { clashOf, waitingBefore } from './enrolments.queries';
import {
  decideAnswer,
  decideApplication,
  decideGivingUp,
  enrolmentStateNames,
  type EnrolmentState,
} from './enrolments.rules';
import {
  viewStanding,
  type EnrolledWomanView,
  type EnrolmentView,
  type StandingView,
} from './enrolments.view';
import { Seats, type Cause } from './seats';

/** Signing up, answering offers, giving up. */
@Injectable()
export class EnrolmentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Signs a woman up. A second tap, a retried request and her helper's entry beside her own all return the same enrolment. */
  async apply(actor: Actor, batchId: string, womanId?: string): Promise<StandingView> {
    const woman = await this.whom(actor, womanId);
    const whole = await this.batches.whole(batchId);
    const her = await this.batches.circumstances(woman);
    const misfits = her ? fitOf(whole, her, await this.regions.tree()).misfits : [];
    const cause: Cause = {
      byAccountId: actor.accountId,
      reason: woman.id === actor.womanId ? '本人报名' : '帮办人代报',
    };
    const enrolment = await this.database.transact(async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      await this.database.lock(tx, Woman, woman.id);
      const before = await tx.findOneBy(Enrolment, { womanId: woman.id, batchId });
      const { becomes } = decided(
        decideApplication({
          batch,
          before: before?.state,
          misfits,
          clashesWith: await clashOf(tx, woman.id, batchId, whole.sessions),
          someoneWaits: (await tx.countBy(Enrolment, { batchId, state: 'waiting' })) > 0,
          now: this.clock.now(),
        }),
      );
      if (becomes === 'same') return before!;
      const { id } = before
        ? await this.seats.move(tx, batch, before, becomes, cause)
        : await this.seats.begin(tx, batch, woman.id, becomes, cause);
      // A seat may be free although others wait: when each of them has a clash, it is hers.
      if (becomes === 'waiting') await this.seats.refill(tx, batchId);
      return tx.findOneByOrFail(Enrolment, { id });
    });
    return this.standingOf(enrolment, whole.batch);
  }

  /** Her answer to an offer, her own or told to her helper. */
  answer(actor: Actor, enrolmentId: string, answer: 'accept' | 'decline'): Promise<StandingView> {
    const reason = answer === 'accept' ? '接受录取' : '不去';
    return this.change(
      actor,
      enrolmentId,
      reason,
      (enrolment) => decided(decideAnswer(enrolment, answer, this.clock.now())).becomes,
    );
  }

  giveUp(actor: Actor, enrolmentId: string): Promise<StandingView> {
    return this.change(
      actor,
      enrolmentId,
      '退出',
      (enrolment) => decided(decideGivingUp(enrolment.state)).becomes,
    );
  }

  /** Where she stands in one batch, and what she may do. */
  async standing(actor: Actor, batchId: string, womanId?: string): Promise<StandingView> {
    const woman = await this.whom(actor, womanId);
    const { batch } = await this.batches.whole(batchId);
    const enrolment = await this.database.rows.findOneBy(Enrolment, { womanId: woman.id, batchId });
    return this.standingOf(enrolment, batch);
  }

  /** All her courses, the latest change first. */
  async ofWoman(actor: Actor, womanId: string): Promise<EnrolmentView[]> {
    const woman = await this.women.served(actor, womanId, 'enrolments.read');
    const { rows } = this.database;
    const enrolments = await rows.find(Enrolment, {
      where: { womanId: woman.id },
      order: { changedAt: 'DESC', id: 'DESC' },
    });
    if (enrolments.length === 0) return [];
    const query = rows
      .createQueryBuilder(Batch, 'batch')
      .where('batch.id IN (:...ids)', { ids: enrolments.map(({ batchId }) => batchId) });
    const whole = new Map((await wholeBatches(rows, query)).map((one) => [one.batch.id, one]));
    const regions = await this.regions.tree();
    return Promise.all(
      enrolments.map(async (enrolment) => {
        const one = whole.get(enrolment.batchId)!;
        return { ...(await this.standingOf(enrolment, one.batch)), batch: viewBatch(one, regions) };
      }),
    );
  }

  /** Who is in a batch of the officer's own county. */
  async ofBatch(actor: Actor, batchId: string): Promise<EnrolledWomanView[]> {
    const { batch } = await this.batches.whole(batchId);
    if (!actor.scope('enrolments.list').admits(batch.countyCode)) throw new Refusal('thing.notFound');
    const enrolments = await this.database.rows.find(Enrolment, {
      where: { batchId },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const women = await this.women.byIds(enrolments.map(({ womanId }) => womanId));
    return Promise.all(
      enrolments.map(async ({ id, womanId, state, changedAt }) => {
        const { name, villageName, phone, isRegisteredPoor } = await this.women.view(women.get(womanId)!);
        return {
          enrolmentId: id,
          womanId,
          name,
          villageName,
          phone,
          isRegisteredPoor,
          state,
          stateName: enrolmentStateNames[state],
          changedAt,
        };
      }),
    );
  }

  /** Lets every offer lapse whose time is over, and offers its seat to the next. Safe to run on many servers at once. */
  async lapseOffers(): Promise<number> {
    const over = await this.database.rows
      .createQueryBuilder(Enrolment, 'offer')
      .where("offer.state = 'offered' AND offer.offerUntil <= :now", { now: this.clock.now() })
      .orderBy('offer.batchId')
      .take(200)
      .getMany();
    for (const offer of over) {
      await this.database.transact(async (tx) => {
        const batch = found(await this.database.lock(tx, Batch, offer.batchId));
        const current = await tx.findOneByOrFail(Enrolment, { id: offer.id });
        // Another server was quicker, or she answered in time.
        if (current.state !== 'offered' || current.offerUntil! > this.clock.now()) return;
        await this.seats.move(tx, batch, current, 'lapsed', { byAccountId: null, reason: '到期没有回复' });
        await this.seats.refill(tx, batch.id);
      });
    }
    return over.length;
  }

  /** Offers seats that are free although somebody waits: whoever had a clash when the seat came free may have none now. */
  async offerFreeSeats(): Promise<void> {
    const batches = await this.database.rows
      .createQueryBuilder(Batch, 'batch')
      .where("batch.state IN ('open', 'closed') AND batch.taken < batch.capacity")
      .innerJoin(Enrolment, 'waits', "waits.batchId = batch.id AND waits.state = 'waiting'")
      .orderBy('batch.id')
      .getMany();
    for (const { id } of batches) {
      await this.database.transact(async (tx) => {
        await this.database.lock(tx, Batch, id);
        await this.seats.refill(tx, id);
      });
    }
  }

  private async change(
    actor: Actor,
    enrolmentId: string,
    reason: string,
    decide: (enrolment: Enrolment) => EnrolmentState | 'same',
  ): Promise<StandingView> {
    const { womanId, batchId } = found(await this.database.rows.findOneBy(Enrolment, { id: enrolmentId }));
    await this.women.served(actor, womanId, 'enrolments.apply');
    const [enrolment, batch] = await this.database.transact(async (tx) => {
      const locked = found(await this.database.lock(tx, Batch, batchId));
      const current = await tx.findOneByOrFail(Enrolment, { id: enrolmentId });
      const becomes = decide(current);
      if (becomes === 'same') return [current, locked] as const;
      const moved = await this.seats.move(tx, locked, current, becomes, {
        byAccountId: actor.accountId,
        reason,
      });
      await this.seats.refill(tx, batchId);
      return [moved, locked] as const;
    });
    return this.standingOf(enrolment, batch);
  }

  private async whom(actor: Actor, womanId: string | undefined): Promise<Woman> {
    const id = womanId ?? actor.womanId;
    if (!id) throw new Refusal('woman.profileNeeded');
    return this.women.served(actor, id, 'enrolments.apply');
  }

  private async standingOf(enrolment: Enrolment | null, batch: Batch): Promise<StandingView> {
    const before = enrolment ? await waitingBefore(this.database.rows, enrolment) : 0;
    const maySignUp =
      batch.state === 'open' && batch.signUpUntil > this.clock.now() && enrolment?.state !== 'removed';
    return viewStanding(enrolment, { startsOn: batch.startsOn, before, maySignUp });
  }
}
