import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { seasonOf, type Season } from '../../calendar/seasons.rules';
import { Batch } from '../../courses/batch.entity';
import { PoliciesService } from '../../courses/policies.service';
import { Database } from '../../database/database';
import { faultOf } from '../../database/database-errors';
import { newId } from '../../database/new-id';
import { dayText } from '../../database/raw-values';
import { Refusal } from '../../http/refusals';
import { ancestor } from '../../regions/regions.rules';
import { Seal } from '../../secrecy/seal';
import { batchesToFill } from '../drafting/read-facts';
import { dayOf } from '../../calendar/days.rules';
import { Lottery } from './lottery.entity';
import { commitmentTo, seedBeforeDraw, seedFrom } from './lottery.seed';

/** The draw behind a run: announced before sign-up closes, completed after it, told when the run is published. */
@Injectable()
export class LotteriesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PoliciesService) private readonly policies: PoliciesService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The lottery of the region's next run in this season; the first to ask for it publishes its commitment. */
  async announce(regionCode: string, season: Season): Promise<Lottery> {
    const latest = await this.latest(regionCode, season);
    if (latest?.revealedAt === null) return latest;
    const secret = randomBytes(32).toString('hex');
    const lottery: Lottery = {
      id: newId(),
      regionCode,
      season,
      round: (latest?.round ?? 0) + 1,
      commitment: commitmentTo(secret),
      secretSealed: this.seal.seal(secret),
      drawSource: (await this.policies.latest()).drawSource,
      announcedAt: this.clock.now(),
      drawIssue: null,
      drawNumber: null,
      drawnAt: null,
      drawnById: null,
      revealedAt: null,
    };
    try {
      await this.database.rows.insert(Lottery, lottery);
      return lottery;
    } catch (error) {
      // Another server announced it at the same moment; its commitment is the one that was seen.
      if (faultOf(error) !== 'duplicate') throw error;
      return (await this.latest(regionCode, season))!;
    }
  }

  /** The lottery of the region's next run, where it is announced already. */
  async current(regionCode: string, season: Season): Promise<Lottery | null> {
    const latest = await this.latest(regionCode, season);
    return latest?.revealedAt === null ? latest : null;
  }

  /** Announces the lottery of every county, and of the city, in which batches wait for an assignment. */
  async announceWhereNeeded(): Promise<void> {
    const waiting = await this.database.rows
      .createQueryBuilder(Batch, 'batch')
      .select(['batch.countyCode AS countyCode', 'batch.startsOn AS startsOn'])
      .distinct()
      .where("batch.admission = 'assignment' AND batch.state = 'open'")
      .getRawMany<{ countyCode: string; startsOn: unknown }>();
    const wanted = new Map<string, [string, Season]>();
    for (const { countyCode, startsOn } of waiting) {
      const season = seasonOf(dayText(startsOn));
      for (const region of [countyCode, ancestor(countyCode, 'city')!])
        wanted.set(`${region} ${season}`, [region, season]);
    }
    for (const [region, season] of wanted.values()) await this.announce(region, season);
  }

  /** The seed of a run as things stand: before the draw a stand-in that gives nothing away. */
  seedOf(lottery: Lottery): string {
    const secret = this.seal.open(lottery.secretSealed);
    const { drawIssue, drawNumber } = lottery;
    return drawIssue === null || drawNumber === null
      ? seedBeforeDraw(secret)
      : seedFrom(secret, drawIssue, drawNumber);
  }

  /**
   * Enters the public draw, once and for all. It decides the batches whose sign-up has closed by now; those that still
   * take sign-ups wait for the next run.
   */
  async draw(
    actor: Actor,
    regionCode: string,
    season: Season,
    drawn: { readonly issue: string; readonly number: string },
  ): Promise<Lottery> {
    if (!actor.scope('runs.draft').admits(regionCode)) throw new Refusal('thing.notFound');
    const now = this.clock.now();
    const batches = await batchesToFill(this.database.rows, { regionCode, season }, dayOf(now));
    if (batches.length === 0) throw new Refusal('run.nothingToAssign');
    if (batches.every(({ batch }) => batch.signUpUntil > now)) throw new Refusal('run.signUpStillOpen');
    const lottery = await this.announce(regionCode, season);
    const { affected } = await this.database.rows.update(
      Lottery,
      { id: lottery.id, drawNumber: IsNull() },
      { drawIssue: drawn.issue, drawNumber: drawn.number, drawnAt: now, drawnById: actor.accountId },
    );
    const after = await this.database.rows.findOneByOrFail(Lottery, { id: lottery.id });
    const isSame = after.drawIssue === drawn.issue && after.drawNumber === drawn.number;
    if (affected !== 1 && !isSame) throw new Refusal('run.alreadyDrawn');
    return after;
  }

  /** Tells the secret, in the transaction that publishes the run. */
  async reveal(tx: EntityManager, lotteryId: string): Promise<void> {
    await tx.update(Lottery, { id: lotteryId, revealedAt: IsNull() }, { revealedAt: this.clock.now() });
  }

  /** The region's own lotteries and the city's over it, the latest first. */
  async of(regionCode: string): Promise<Lottery[]> {
    const over = [regionCode, ancestor(regionCode, 'county'), ancestor(regionCode, 'city')];
    return this.database.rows
      .createQueryBuilder(Lottery, 'lottery')
      .where('lottery.regionCode IN (:...over)', { over: over.filter((code) => code !== undefined) })
      .orderBy('lottery.announcedAt', 'DESC')
      .addOrderBy('lottery.id')
      .limit(20)
      .getMany();
  }

  /** The secret, where it is public by now. */
  secretOf(lottery: Lottery): string | null {
    return lottery.revealedAt === null ? null : this.seal.open(lottery.secretSealed);
  }

  private latest(regionCode: string, season: Season): Promise<Lottery | null> {
    return this.database.rows.findOne(Lottery, { where: { regionCode, season }, order: { round: 'DESC' } });
  }
}
