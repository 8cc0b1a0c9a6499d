import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { keeps } from '../attendance/registers';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { addRow, readRows } from '../database/plain-rows';
import { Enrolment } from '../enrolments/enrolment.entity';
import { enrolmentStateNames } from '../enrolments/enrolments.rules';
import { KeptAnswers, type Asked } from '../enrolments/kept-answers';
import { decided, found, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Woman } from '../women/woman.entity';
import { WomenService } from '../women/women.service';
import type { LeavingReasonDto, OpinionDto } from './feedback.dto';
import { Feedback } from './feedback.entity';
import { readAnswers, type AnswerRow } from './feedback.queries';
import {
  decideLeavingReason,
  decideOpinion,
  isOver,
  isSaidAlready,
  isUnfinished,
  questionsFor,
} from './feedback.rules';
import type {
  AnswersView,
  FeedbackBatchView,
  FeedbackWomanView,
  HerFeedbackView,
  PastCountView,
} from './feedback.view';
import { countPast } from './past/past.rules';

/** So long after its last session a batch stands on the helper's list. */
const daysListed = 180;

/** What women say of a course afterwards, and why they left one. */
@Injectable()
export class FeedbackService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What it was to her: her own tap, or told to her helper. */
  tellOpinion(
    actor: Actor,
    enrolmentId: string,
    { opinion, why }: OpinionDto,
    asked?: Asked,
  ): Promise<AnswersView> {
    return this.tell(actor, enrolmentId, asked, ({ state }, over) => {
      decided(decideOpinion(state, over, { opinion, why }));
      return { question: 'opinion', answer: opinion, why: why ?? null };
    });
  }

  /** Why she left. */
  tellReason(
    actor: Actor,
    enrolmentId: string,
    { reason }: LeavingReasonDto,
    asked?: Asked,
  ): Promise<AnswersView> {
    return this.tell(actor, enrolmentId, asked, ({ state }, over) => {
      decided(decideLeavingReason(state, over));
      return { question: 'leaving', answer: reason, why: null };
    });
  }

  /** All her courses of which she may be asked, or has said something, the latest first. */
  async ofWoman(actor: Actor, womanId: string): Promise<HerFeedbackView[]> {
    const { id } = await this.women.served(actor, womanId, 'feedback.tell');
    const rows = await readAnswers(this.database.rows, 'all', 'enrolment.womanId = ?', [id]);
    return rows.map((row) => {
      const { title, family, startsOn, endsOn } = row;
      return { ...this.view(row), title, family, startsOn, endsOn };
    });
  }

  /** Batches of the last months in which women of the reader's region may be asked. */
  async batches(actor: Actor): Promise<FeedbackBatchView[]> {
    const since = daysLater(this.today(), -daysListed);
    const scope = actor.scope('feedback.names');
    const rows = await readAnswers(this.database.rows, scope, 'batch.endsOn >= ?', [since]);
    const regions = await this.regions.tree();
    const batches = new Map<string, FeedbackBatchView>();
    for (const row of rows) {
      if (this.view(row).questions.length === 0) continue;
      const { batchId, title, family, startsOn, endsOn, countyCode, opinion, reason } = row;
      const batch = batches.get(batchId) ?? {
        ...{ batchId, title, family, startsOn, endsOn, countyName: regions.name(countyCode) },
        ...{ women: 0, answered: 0 },
      };
      batches.set(batchId, batch);
      batch.women += 1;
      if (opinion !== null || reason !== null) batch.answered += 1;
    }
    return [...batches.values()];
  }

  /** The women of a batch with what they said: all of them for its own county, else those whom the reader serves. */
  async womenOf(actor: Actor, batchId: string): Promise<FeedbackWomanView[]> {
    const { countyCode } = found(await this.database.rows.findOneBy(Batch, { id: batchId }));
    const isOfCounty = actor.scope('enrolments.list').admits(countyCode);
    const serves = actor.scope('feedback.tell');
    const scope = isOfCounty ? 'all' : actor.scope('feedback.names');
    const rows = await readAnswers(this.database.rows, scope, 'batch.id = ?', [batchId]);
    if (rows.length === 0 && !isOfCounty) throw new Refusal('thing.notFound');
    const women = await this.women.byIds(rows.map(({ womanId }) => womanId));
    const regions = await this.regions.tree();
    return rows
      .filter(({ isErased }) => !isErased)
      .map((row) => {
        const { womanId, state, reason } = row;
        const { name, villageCode } = women.get(womanId)!;
        const answers = this.view(row);
        return {
          ...answers,
          questions: serves.admits(villageCode) ? answers.questions : [],
          ...{ womanId, name, villageName: regions.pathName(villageCode), state },
          stateName: enrolmentStateNames[state],
          isUnfinished: isUnfinished(state, this.isOver(row), reason),
        };
      });
  }

  /** How many said what of a batch: for its trainer and its county. */
  async countsOf(actor: Actor, batchId: string): Promise<PastCountView> {
    const batch = found(await this.database.rows.findOneBy(Batch, { id: batchId }));
    if (!keeps(actor, batch, 'feedback.count')) throw new Refusal('thing.notFound');
    const rows = await readAnswers(this.database.rows, 'all', 'batch.id = ?', [batchId]);
    return countPast(
      rows.map((row) => {
        const { state, opinion, reason } = row;
        return { state, isOver: this.isOver(row), opinion, reason, times: 1 };
      }),
    );
  }

  private async tell(
    actor: Actor,
    enrolmentId: string,
    asked: Asked | undefined,
    decide: (enrolment: Enrolment, over: boolean) => Pick<Feedback, 'question' | 'answer' | 'why'>,
  ): Promise<AnswersView> {
    const { womanId } = found(await this.database.rows.findOneBy(Enrolment, { id: enrolmentId }));
    await this.women.served(actor, womanId, 'feedback.tell');
    return this.answers.once(actor.accountId, asked, async (tx) => {
      // Her file first: a merge that moves her answers waits for this one, or it for the merge.
      const woman = found(await this.database.lock(tx, Woman, womanId));
      if (woman.needsWithdrawnAt !== null || woman.erasedAt !== null) throw new Refusal('consent.withdrawn');
      const [enrolment] = await readRows(tx, Enrolment, { id: enrolmentId, womanId });
      const { batchId } = found(enrolment);
      const batch = await tx.findOneByOrFail(Batch, { id: batchId });
      const said = decide(enrolment!, isOver(batch, this.today()));
      const newest = await this.newest(tx, womanId, batchId, said.question);
      if (!isSaidAlready(newest, said)) {
        const by = { byAccountId: actor.accountId, at: laterThan(newest?.at, this.clock.now()) };
        await addRow(tx, Feedback, { id: newId(), womanId, batchId, ...said, ...by });
      }
      const [row] = await readAnswers(tx, 'all', 'enrolment.id = ?', [enrolmentId]);
      return this.view(row!);
    });
  }

  private async newest(
    tx: EntityManager,
    womanId: string,
    batchId: string,
    question: Feedback['question'],
  ): Promise<Feedback | undefined> {
    const where = { womanId, batchId, question };
    return (await readRows(tx, Feedback, where, 'ORDER BY at DESC, id DESC LIMIT 1'))[0];
  }

  private view(row: AnswerRow): AnswersView {
    const { enrolmentId, batchId, state, mayBeAsked, opinion, why, reason } = row;
    const questions = mayBeAsked ? questionsFor(state, this.isOver(row)) : [];
    return { enrolmentId, batchId, questions, opinion, why, reason };
  }

  private isOver({ batchState, endsOn }: AnswerRow): boolean {
    return isOver({ state: batchState, endsOn }, this.today());
  }

  private today() {
    return dayOf(this.clock.now());
  }
}

/** The newest answer counts, also when the clock was set back between two of them. */
function laterThan(before: Date | undefined, now: Date): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now;
}
