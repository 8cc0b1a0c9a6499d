import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Scope } from '../../access/scope';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Batch, Session } from '../../courses/batch.entity';
import { Completion } from '../../courses/completion.entity';
import { Database } from '../../database/database';
import { Enrolment } from '../../enrolments/enrolment.entity';
import { clashOf } from '../../enrolments/enrolments.queries';
import { Seats } from '../../enrolments/seats';
import { decided, found, Refusal } from '../../http/refusals';
import { NeedsService } from '../../needs/needs.service';
import { RegionsService } from '../../regions/regions.service';
import { Woman } from '../../women/woman.entity';
import { WomenService } from '../../women/women.service';
import { Registers } from '../registers';
import { WalkIn } from './walk-in.entity';
import type { NewFileDto, WalkInDto } from './walk-ins.dto';
import { decideWalkIn } from './walk-ins.rules';
import type { WalkInCandidateView, WalkInView } from './walk-ins.view';

const candidatesShown = 8;

/** Women who come without being on the roster: nobody is sent home, and nobody is counted without a file. */
@Injectable()
export class WalkInsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Registers) private readonly registers: Registers,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(NeedsService) private readonly needs: NeedsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Women of the batch's county whose name begins so and who are not on the roster. */
  async candidates(actor: Actor, sessionId: string, name: string): Promise<WalkInCandidateView[]> {
    const { session, whole } = await this.registers.open(actor, sessionId, 'attendance.mark');
    const { ids } = await this.registers.rosterOf(session);
    const known = await this.women.namedIn(whole.batch.countyCode, name, candidatesShown + ids.length);
    const regions = await this.regions.tree();
    return known
      .filter(({ id }) => !ids.includes(id))
      .slice(0, candidatesShown)
      .map((woman) => ({
        ...{ womanId: woman.id, name: woman.name, villageName: regions.pathName(woman.villageCode) },
      }));
  }

  /** Puts her on the roster: enrolled where a seat is free, otherwise as a guest. The same id again changes nothing. */
  async come(actor: Actor, sessionId: string, entry: WalkInDto): Promise<WalkInView> {
    const { session, whole } = await this.registers.open(actor, sessionId, 'attendance.mark');
    if (session.heldOn > dayOf(this.clock.now())) throw new Refusal('mark.tooEarly');
    if (entry.file) await this.women.assertMayOpen(entry.file);
    const sessions = await this.database.rows.findBy(Session, { batchId: whole.batch.id });
    const coming = async (tx: EntityManager) => {
      const batch = found(await this.database.lock(tx, Batch, whole.batch.id));
      const before = await tx.findOneBy(WalkIn, { id: entry.id });
      if (before && before.sessionId !== sessionId) throw new Refusal('mark.idTaken');
      if (before) return before;
      if (batch.state === 'finished' || batch.state === 'cancelled') throw new Refusal('batch.stateForbids');
      const woman = await this.whom(tx, actor, batch, entry);
      const isGuest = await this.seat(tx, actor, batch, woman.id, sessions);
      const row: WalkIn = {
        ...{ id: entry.id, sessionId, womanId: woman.id, isGuest },
        ...{ byAccountId: actor.accountId, at: this.clock.now() },
      };
      await tx.insert(WalkIn, row);
      return row;
    };
    const walkIn = await this.women.meeting(() => this.database.transact(coming));
    const woman = found((await this.women.byIds([walkIn.womanId])).get(walkIn.womanId));
    const { id, womanId, isGuest } = walkIn;
    const villageName = (await this.regions.tree()).name(woman.villageCode);
    return { id, womanId, name: woman.name, villageName, isGuest };
  }

  private async whom(
    tx: EntityManager,
    actor: Actor,
    { countyCode }: Batch,
    { womanId, file }: WalkInDto,
  ): Promise<Woman> {
    if (womanId !== undefined) return this.women.knownIn(tx, countyCode, womanId);
    if (!file) throw new Refusal('input.invalid', { field: 'file' });
    return this.fileOf(tx, actor, countyCode, file);
  }

  /** Her one file; whom the register knows in another county is no business of this classroom. */
  private async fileOf(
    tx: EntityManager,
    actor: Actor,
    countyCode: string,
    entry: NewFileDto,
  ): Promise<Woman> {
    const opening = { given: 'on_paper', sees: new Scope([countyCode]) } as const;
    const woman = await this.women.fileOf(tx, actor, entry, opening);
    if (entry.wishes) await this.needs.wish(tx, woman, entry.wishes);
    return woman;
  }

  /** @returns whether she is a guest. */
  private async seat(
    tx: EntityManager,
    actor: Actor,
    batch: Batch,
    womanId: string,
    sessions: readonly Session[],
  ): Promise<boolean> {
    await this.database.lock(tx, Woman, womanId);
    let enrolment = await tx.findOneBy(Enrolment, { womanId, batchId: batch.id });
    const decision = decided(
      decideWalkIn({
        before: enrolment?.state,
        isSeatFree: batch.taken < batch.capacity,
        clashes: (await clashOf(tx, womanId, batch.id, sessions)) !== undefined,
        isDone: await tx.existsBy(Completion, { womanId, courseId: batch.courseId }),
      }),
    );
    if (decision.as !== 'enrolled') return decision.as === 'guest';
    const cause = { byAccountId: actor.accountId, reason: '到场补报' };
    for (const state of decision.through) {
      enrolment = enrolment
        ? await this.seats.move(tx, batch, enrolment, state, cause, null)
        : await this.seats.begin(tx, batch, womanId, state, cause);
    }
    return false;
  }
}
