import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { readRows } from '../database/plain-rows';
import { decided, found, Refusal } from '../http/refusals';
import { families, type Family } from '../needs/families.rules';
import { NeedsService } from '../needs/needs.service';
import { RegionsService } from '../regions/regions.service';
import { WomenService } from '../women/women.service';
import { Batch, Session } from './batch.entity';
import type { ListBatchesDto, OpenBatchDto } from './batches.dto';
import { completed, findBusy, type WholeBatch } from './batches.queries';
import { decideOpening, livingStates, usualCompleteShare } from './batches.rules';
import { aspectsOf, fitOf, viewBatch, type BatchView } from './batches.view';
import { Course, Trainer, Venue } from './course.entity';
import { compareForHer, type Located } from './fit.rules';
import { CompletionsService } from './completions.service';
import { PoliciesService } from './policies.service';

/** Courses, and their batches from opening to end. */
@Injectable()
export class BatchesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(CompletionsService) private readonly completions: CompletionsService,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a batch in the officer's own county; trainer and venue must be free. */
  async open(actor: Actor, plan: OpenBatchDto): Promise<BatchView> {
    const now = this.clock.now();
    const opening = decided(
      decideOpening({ ...plan, slots: plan.sessions, signUpUntilDay: plan.signUpUntil }, now),
    );
    const scope = actor.scope('batches.open');
    const trainer = found(
      await scope
        .narrow(this.from(Trainer, 'trainer'), 'trainer.countyCode')
        .andWhere('trainer.id = :id', { id: plan.trainerId })
        .getOne(),
    );
    const venue = found(await this.database.rows.findOneBy(Venue, { id: plan.venueId }));
    if (!scope.admits(venue.regionCode)) throw new Refusal('batch.venueElsewhere');

    const batch: Batch = {
      id: newId(),
      courseId: '',
      countyCode: trainer.countyCode,
      venueId: venue.id,
      trainerId: trainer.id,
      state: 'open',
      admission: plan.admission,
      capacity: plan.capacity,
      minimum: plan.minimum,
      taken: 0,
      reservedForPoor: plan.reservedForPoor ?? null,
      signUpUntil: opening.signUpUntil,
      startsOn: opening.startsOn,
      endsOn: opening.endsOn,
      cancelReason: null,
      createdAt: now,
      openedById: actor.accountId,
    };
    await this.database.transact(async (tx) => {
      // Trainer and venue are locked, so that two officers cannot book the same half day.
      await this.database.lock(tx, Trainer, trainer.id);
      await this.database.lock(tx, Venue, venue.id);
      const busy = await findBusy(tx, opening.slots, { trainerId: trainer.id, venueId: venue.id });
      if (busy) throw new Refusal(busy.trainerId === trainer.id ? 'batch.trainerBusy' : 'batch.venueBusy');
      batch.courseId = await this.courseOf(tx, plan);
      await tx.insert(Batch, batch);
      await tx.insert(
        Session,
        opening.slots.map((slot) => ({
          id: newId(),
          batchId: batch.id,
          heldOn: slot.heldOn,
          half: slot.half,
        })),
      );
    });
    return this.read(batch.id);
  }

  /** The batches a reader may see, open ones first; for a woman with a need card, those that suit her first of all. */
  async list(
    actor: Actor | undefined,
    { family, county, past, womanId }: ListBatchesDto,
  ): Promise<BatchView[]> {
    const { rows } = this.database;
    const state = past === 'yes' ? ([...livingStates, 'finished', 'cancelled'] as const) : livingStates;
    const tail = [
      ...(county ? ['AND countyCode LIKE ?'] : []),
      ...(family ? ['AND courseId IN (SELECT id FROM courses WHERE family = ?)'] : []),
      'ORDER BY startsOn, id LIMIT 500',
    ].join(' ');
    const values = [...(county ? [`${county}%`] : []), ...(family ? [family] : [])];
    const whole = await completed(rows, await readRows(rows, Batch, { state }, tail, values));
    const regions = await this.regions.tree();
    const her = await this.whoReads(actor, womanId);
    const views = whole.map((one) => {
      const view = viewBatch(one, regions);
      if (her) view.fit = fitOf(one, her, regions);
      return view;
    });
    const wishOf = (kind: Family) =>
      her?.families.includes(kind) ? her.families.indexOf(kind) : families.length;
    const ranked = views.map((view) => ({
      view,
      isOpen: view.state === 'open',
      misfits: view.fit?.misfits ?? [],
      wish: wishOf(view.family),
      km: view.fit?.km ?? 0,
      startsOn: view.startsOn,
    }));
    return ranked.sort(compareForHer).map(({ view }) => view);
  }

  async read(id: string, actor?: Actor, womanId?: string): Promise<BatchView> {
    const whole = await this.whole(id);
    const regions = await this.regions.tree();
    const her = await this.whoReads(actor, womanId);
    const fit = her && fitOf(whole, her, regions);
    return { ...viewBatch(whole, regions), ...(fit && { fit, aspects: aspectsOf(fit) }) };
  }

  /** @throws Refusal `thing.notFound`. */
  async whole(id: string): Promise<WholeBatch> {
    const { rows } = this.database;
    const [whole] = await completed(rows, await readRows(rows, Batch, { id }));
    return found(whole);
  }

  /** Moves batches on as the days pass. Each step is one guarded update, so any number of servers may run it. */
  async advance(): Promise<void> {
    const now = this.clock.now();
    const move = (from: Batch['state'], to: Batch['state'], when: string) =>
      this.database.rows
        .createQueryBuilder()
        .update(Batch)
        .set({ state: to })
        .where('state = :from', { from })
        .andWhere(when, { now, today: dayOf(now) })
        .execute();
    await move('open', 'closed', 'signUpUntil <= :now');
    await move('closed', 'running', 'startsOn <= :today');
  }

  /** Her circumstances: the woman's own where she reads, or one whom the reader serves. */
  private async whoReads(actor: Actor | undefined, womanId?: string): Promise<Located | undefined> {
    const id = womanId ?? actor?.womanId ?? undefined;
    if (!actor || !id) return undefined;
    const woman = await this.women.served(actor, id, 'needs.read');
    return this.circumstances(woman);
  }

  /** What is known of her that matters for a course; undefined until a need is registered. */
  async circumstances(woman: { id: string; villageCode: string }): Promise<Located | undefined> {
    const card = await this.needs.cardOf(woman.id);
    if (!card) return undefined;
    const done = await this.completions.of(woman.id);
    const year = dayOf(this.clock.now()).slice(0, 4);
    const thisYear = done.filter(({ completedOn }) => completedOn.slice(0, 4) === year).length;
    return {
      ...card,
      villageCode: woman.villageCode,
      coursesDone: new Set(done.map(({ courseId }) => courseId)),
      hasReachedYearLimit: thisYear >= (await this.policies.latest()).yearLimit,
    };
  }

  private async courseOf(tx: EntityManager, plan: OpenBatchDto): Promise<string> {
    const { title, family, reading, isHeavy } = plan;
    const summary = plan.summary ?? '';
    const known = await tx.findOneBy(Course, { title, family });
    if (known) return known.id;
    const completeShare = plan.completeShare ?? usualCompleteShare;
    const rest = { summary, reading, isHeavy, completeShare, audience: 'women' as const };
    const fresh: Course = { id: newId(), title, family, ...rest };
    // Another officer may begin the same course at this moment; the first one stays.
    await tx
      .createQueryBuilder()
      .insert()
      .into(Course)
      .values(fresh)
      .orIgnore()
      .updateEntity(false)
      .execute();
    return (await tx.findOneByOrFail(Course, { title, family })).id;
  }

  private from<Row extends object>(entity: new () => Row, alias: string) {
    return this.database.rows.createQueryBuilder(entity, alias);
  }
}
