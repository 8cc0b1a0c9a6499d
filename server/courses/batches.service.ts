import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { readRows } from '../database/plain-rows';
import { found, Refusal } from '../http/refusals';
import { families, type Family } from '../needs/families.rules';
import { NeedsService } from '../needs/needs.service';
import { RegionsService } from '../regions/regions.service';
import type { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import { Batch } from './batch.entity';
import type { ListBatchesDto, OpenBatchDto } from './batches.dto';
import { completed, type WholeBatch } from './batches.queries';
import { hiddenStates, livingStates } from './batches.rules';
import { aspectsOf, fitOf, viewBatch, type BatchView } from './batches.view';
import { compareForHer, mayJoinLeaders, type Located } from './fit.rules';
import { CompletionsService } from './completions.service';
import { PlansService } from './plans/plans.service';
import { PoliciesService } from './policies.service';

const onAList = 500;

/** Batches as readers see them, and as time moves them on. */
@Injectable()
export class BatchesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(CompletionsService) private readonly completions: CompletionsService,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Opens a batch at once, where the city does not ask to approve it first. */
  async open(actor: Actor, plan: OpenBatchDto): Promise<BatchView> {
    return this.read(await this.plans.lay(actor, plan, 'open'));
  }

  /** The batches a reader may see, open ones first; for a woman with a need card, those that suit her first of all. */
  async list(
    actor: Actor | undefined,
    { family, county, course, past, womanId }: ListBatchesDto,
  ): Promise<BatchView[]> {
    const { rows } = this.database;
    const state = past === 'yes' ? ([...livingStates, 'finished', 'cancelled'] as const) : livingStates;
    const tail = [
      ...(county ? ['AND countyCode LIKE ?'] : []),
      ...(family ? ['AND courseId IN (SELECT id FROM courses WHERE family = ?)'] : []),
      ...(course ? ['AND courseId = ?'] : []),
      // Where the past is asked for too, it is the oldest of it that falls off.
      `ORDER BY startsOn ${past === 'yes' ? 'DESC' : 'ASC'}, id LIMIT ${onAList}`,
    ].join(' ');
    const values = [
      ...(county ? [`${county}%`] : []),
      ...(family ? [family] : []),
      ...(course ? [course] : []),
    ];
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
    if (isHidden(whole.batch, actor)) throw new Refusal('thing.notFound');
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
  async circumstances(woman: Woman): Promise<Located | undefined> {
    const card = await this.needs.cardOf(woman.id);
    if (!card) return undefined;
    const done = await this.completions.of(woman.id);
    const year = dayOf(this.clock.now()).slice(0, 4);
    const thisYear = done.filter(({ completedOn }) => completedOn.slice(0, 4) === year).length;
    return {
      ...card,
      villageCode: woman.villageCode,
      mayJoinLeaders: mayJoinLeaders(woman),
      coursesDone: new Set(done.map(({ courseId }) => courseId)),
      hasReachedYearLimit: thisYear >= (await this.policies.latest()).yearLimit,
    };
  }
}

/** Until it opens a batch is its office's own. */
function isHidden({ state, countyCode }: Batch, actor: Actor | undefined): boolean {
  if (!hiddenStates.includes(state)) return false;
  return !actor?.scope('courses.plan').admits(countyCode);
}
