import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import type { Action } from '../access/policies';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { BatchesService } from '../courses/batches.service';
import { fitOf, viewBatch } from '../courses/batches.view';
import { completed } from '../courses/batches.queries';
import { mayJoinLeaders, type Misfit } from '../courses/fit.rules';
import { Database } from '../database/database';
import { readRows } from '../database/plain-rows';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Enrolment } from './enrolment.entity';
import { clashOf, doesSomeoneWait, waitingBefore } from './enrolments.queries';
import {
  decideAnswer,
  decideApplication,
  decideGivingUp,
  decideRemoval,
  enrolmentStateNames,
  type EnrolmentState,
} from './enrolments.rules';
import {
  viewStanding,
  type EnrolledWomanView,
  type EnrolmentView,
  type StandingView,
} from './enrolments.view';
import { KeptAnswers, type Asked } from './kept-answers';
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
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Signs a woman up. A second tap, a retried request and her helper's entry beside her own all return the same enrolment. */
  async apply(actor: Actor, batchId: string, womanId?: string, asked?: Asked): Promise<StandingView> {
    const woman = await this.whom(actor, womanId);
    const whole = await this.batches.whole(batchId);
    const her = await this.batches.circumstances(woman);
    const isShut = whole.course.audience === 'leaders' && !mayJoinLeaders(woman);
    const unknown: Misfit[] = isShut ? ['AUDIENCE'] : [];
    const misfits = her ? fitOf(whole, her, await this.regions.tree()).misfits : unknown;
    const cause: Cause = {
      byAccountId: actor.accountId,
      reason: woman.id === actor.womanId ? '本人报名' : '帮办人代报',
    };
    return this.answers.once(actor.accountId, asked, async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      const now = found(await this.database.lock(tx, Woman, woman.id));
      if (now.needsWithdrawnAt !== null || now.erasedAt !== null) throw new Refusal('consent.withdrawn');
      const [before = null] = await readRows(tx, Enrolment, { womanId: woman.id, batchId });
      const { becomes } = decided(
        decideApplication({
          batch,
          before: before?.state,
          misfits,
          clashesWith: await clashOf(tx, woman.id, batchId, whole.sessions),
          someoneWaits: await doesSomeoneWait(tx, batch),
          now: this.clock.now(),
        }),
      );
      if (becomes === 'same') return this.standingOf(tx, before, batch);
      const begun = before
        ? await this.seats.move(tx, batch, before, becomes, cause)
        : await this.seats.begin(tx, batch, woman.id, becomes, cause);
      // A seat may be free although others wait: when each of them has a clash, it is hers.
      if (becomes !== 'waiting' || batch.taken >= batch.capacity) return this.standingOf(tx, begun, batch);
      await this.seats.refill(tx, batchId);
      return this.standingOf(tx, await tx.findOneByOrFail(Enrolment, { id: begun.id }), batch);
    });
  }

  /** Her answer to an offer: her own, or told to her helper on the telephone, who says so under her own name. */
  answer(
    actor: Actor,
    enrolmentId: string,
    answer: 'accept' | 'decline',
    asked?: Asked,
  ): Promise<StandingView> {
    return this.change(actor, enrolmentId, asked, (enrolment) => ({
      becomes: decided(decideAnswer(enrolment, answer, this.clock.now())).becomes,
      reason: `${enrolment.womanId === actor.womanId ? '本人' : '帮办人电话问过后代'}${answer === 'accept' ? '接受录取' : '答复不去'}`,
    }));
  }

  giveUp(actor: Actor, enrolmentId: string, asked?: Asked): Promise<StandingView> {
    return this.change(actor, enrolmentId, asked, (enrolment, batch) => ({
      becomes: decided(decideGivingUp(enrolment.state, batch.startsOn <= dayOf(this.clock.now()))).becomes,
      reason: enrolment.womanId === actor.womanId ? '本人退出' : '帮办人代退',
    }));
  }

  /** Her helper takes her out, or an officer of her county or of the batch's. */
  remove(actor: Actor, enrolmentId: string, reason: string, asked?: Asked): Promise<StandingView> {
    return this.change(
      actor,
      enrolmentId,
      asked,
      (enrolment) => ({ becomes: decided(decideRemoval(enrolment.state)).becomes, reason }),
      'enrolments.remove',
    );
  }

  /** Where she stands in one batch, and what she may do. */
  async standing(actor: Actor, batchId: string, womanId?: string): Promise<StandingView> {
    const woman = await this.whom(actor, womanId);
    const { batch } = await this.batches.whole(batchId);
    const enrolment = await this.database.rows.findOneBy(Enrolment, { womanId: woman.id, batchId });
    return this.standingOf(this.database.rows, enrolment, batch);
  }

  /** All her courses, the latest change first. */
  async ofWoman(actor: Actor, womanId: string): Promise<EnrolmentView[]> {
    const woman = await this.women.served(actor, womanId, 'enrolments.read');
    const { rows } = this.database;
    const enrolments = await readRows(
      rows,
      Enrolment,
      { womanId: woman.id },
      'ORDER BY changedAt DESC, id DESC',
    );
    if (enrolments.length === 0) return [];
    const batches = await readRows(rows, Batch, { id: enrolments.map(({ batchId }) => batchId) });
    const whole = new Map((await completed(rows, batches)).map((one) => [one.batch.id, one]));
    const regions = await this.regions.tree();
    return Promise.all(
      enrolments.map(async (enrolment) => {
        const one = whole.get(enrolment.batchId)!;
        return { ...(await this.standingOf(rows, enrolment, one.batch)), batch: viewBatch(one, regions) };
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

  private async change(
    actor: Actor,
    enrolmentId: string,
    asked: Asked | undefined,
    decide: (enrolment: Enrolment, batch: Batch) => { becomes: EnrolmentState | 'same'; reason: string },
    action: Action = 'enrolments.apply',
  ): Promise<StandingView> {
    const { rows } = this.database;
    const { womanId, batchId } = found(await rows.findOneBy(Enrolment, { id: enrolmentId }));
    const { countyCode } = await rows.findOneByOrFail(Batch, { id: batchId });
    const isOfBatch = action === 'enrolments.remove' && actor.scope(action).admits(countyCode);
    if (!isOfBatch) await this.women.served(actor, womanId, action);
    return this.answers.once(actor.accountId, asked, async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      const current = await tx.findOneByOrFail(Enrolment, { id: enrolmentId });
      const { becomes, reason } = decide(current, batch);
      if (becomes === 'same') return this.standingOf(tx, current, batch);
      const cause = { byAccountId: actor.accountId, reason };
      const moved = await this.seats.move(tx, batch, current, becomes, cause);
      await this.seats.refill(tx, batchId);
      return this.standingOf(tx, moved, batch);
    });
  }

  private async whom(actor: Actor, womanId: string | undefined): Promise<Woman> {
    const id = womanId ?? actor.womanId;
    if (!id) throw new Refusal('woman.profileNeeded');
    return this.women.served(actor, id, 'enrolments.apply');
  }

  private async standingOf(
    rows: EntityManager,
    enrolment: Enrolment | null,
    batch: Batch,
  ): Promise<StandingView> {
    const before = enrolment ? await waitingBefore(rows, enrolment) : 0;
    const maySignUp = batch.state === 'open' && batch.signUpUntil > this.clock.now();
    return viewStanding(enrolment, { startsOn: batch.startsOn, before, maySignUp });
  }
}
