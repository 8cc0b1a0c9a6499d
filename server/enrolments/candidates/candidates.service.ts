import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import type { Action } from '../../access/policies';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Batch } from '../../courses/batch.entity';
import type { WholeBatch } from '../../courses/batches.queries';
import { BatchesService } from '../../courses/batches.service';
import { PoliciesService } from '../../courses/policies.service';
import { Database } from '../../database/database';
import { found, Refusal } from '../../http/refusals';
import { NoticesService } from '../../notices/notices.service';
import type { Distance } from '../../regions/regions.rules';
import { RegionsService } from '../../regions/regions.service';
import { WomenService } from '../../women/women.service';
import { womenWanting } from './candidates.queries';
import { sortCandidates, unsuitedNames } from './candidates.rules';
import type { AnnouncementView, CandidatesView } from './candidates.view';

/** The longest list, and how many are told at once. */
const atOnce = 200;

/** Women who want to learn what a batch teaches: who they are, and telling them that it has opened. */
@Injectable()
export class CandidatesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of a batch in any state, so that an officer sees for whom she plans. */
  async list(actor: Actor, batchId: string): Promise<CandidatesView> {
    const whole = await this.own(actor, batchId, 'enrolments.list');
    const sorted = await this.sorting(actor, whole);
    const { suited, unsuited } = await sorted(this.database.rows);
    const shown = suited.slice(0, atOnce);
    const files = await this.women.byIds(shown.map(({ candidate }) => candidate.womanId));
    const women = await Promise.all(
      shown.map(async ({ candidate: { womanId, wish, wasTold }, km, isMeasured }) => {
        const { name, villageName, phone, isRegisteredPoor } = await this.women.view(files.get(womanId)!);
        return { womanId, name, villageName, phone, isRegisteredPoor, wish, km, isMeasured, wasTold };
      }),
    );
    return {
      women,
      suited: suited.length,
      untold: suited.filter(({ candidate }) => !candidate.wasTold).length,
      unsuited: unsuited.map((one) => ({ ...one, name: unsuitedNames[one.reason] })),
      mayTell: this.takesSignUps(whole.batch),
    };
  }

  /** Tells them, each once, however often it is asked: the batch is locked while it is found out who knows already. */
  async announce(actor: Actor, batchId: string): Promise<AnnouncementView> {
    const whole = await this.own(actor, batchId, 'batches.announce');
    const sorted = await this.sorting(actor, whole);
    return this.database.transact(async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (batch.state === 'cancelled') throw new Refusal('batch.cancelled');
      if (!this.takesSignUps(batch)) throw new Refusal('batch.tellsNobody');
      const { suited } = await sorted(tx);
      const untold = suited.filter(({ candidate }) => !candidate.wasTold);
      const now = untold.slice(0, atOnce);
      const facts = {
        ...{ title: whole.course.title, startsOn: batch.startsOn, endsAt: batch.signUpUntil },
        placeName: whole.venue.name,
      };
      for (const { candidate } of now)
        await this.notices.write(tx, candidate.womanId, 'new_batch', batchId, facts);
      return { told: now.length, untold: untold.length - now.length };
    });
  }

  private async own(actor: Actor, batchId: string, action: Action): Promise<WholeBatch> {
    const whole = await this.batches.whole(batchId);
    if (!actor.scope(action).admits(whole.batch.countyCode)) throw new Refusal('thing.notFound');
    return whole;
  }

  private takesSignUps({ state, signUpUntil }: Batch): boolean {
    return state === 'open' && signUpUntil > this.clock.now();
  }

  /** All that does not change while she waits is read before: the transaction itself reads the women alone. */
  private async sorting(actor: Actor, whole: WholeBatch) {
    const { id: courseId, family, reading, isHeavy, audience } = whole.course;
    const days = whole.sessions.map(({ heldOn }) => heldOn);
    const demands = { courseId, family, reading, isHeavy, audience, days };
    const year = dayOf(this.clock.now()).slice(0, 4);
    const { yearLimit } = await this.policies.latest();
    const regions = await this.regions.tree();
    const known = new Map<string, Distance>();
    const way = (village: string) => {
      const distance = known.get(village) ?? regions.distance(village, whole.venue.regionCode);
      known.set(village, distance);
      return distance;
    };
    const scope = actor.scope('enrolments.list');
    return async (rows: EntityManager) =>
      sortCandidates(await womenWanting(rows, scope, whole, { year, yearLimit }), demands, way);
  }
}
