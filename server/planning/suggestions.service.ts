import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater, monthLater } from '../calendar/days.rules';
import { busySlots } from '../courses/batches.queries';
import { FarmSeasonsService } from '../courses/calendar/farm-seasons.service';
import { Course, Trainer, Venue } from '../courses/course.entity';
import { Database } from '../database/database';
import { found, Refusal } from '../http/refusals';
import { bitsToFamilies, families, familyNames, type Family } from '../needs/families.rules';
import { RegionsService } from '../regions/regions.service';
import { compute } from './compute';
import type { PlanningFacts } from './facts';
import { instanceFrom } from './instance-from';
import { familiesTaught, standingBatches, womenAlike } from './planning.queries';
import type { SuggestDto } from './suggestions.dto';
import type { SuggestionsView } from './suggestions.view';
import { viewSuggestions, type Kept } from './view-suggestions';
import { windowsBetween } from './windows.rules';

/** A batch needs so many days to be planned, approved and signed up for. */
const daysAhead = 10;
const patience = { rounds: 4_000, boundRounds: 150, seconds: 4, exactSeconds: 4 } as const;

/** Batches proposed from registered needs. Proposals are computed anew each time and never kept: what is kept is a plan. */
@Injectable()
export class SuggestionsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(FarmSeasonsService) private readonly seasons: FarmSeasonsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async suggest(actor: Actor, asked: SuggestDto): Promise<SuggestionsView> {
    const budget =
      asked.batches ??
      (asked.trainerDays === undefined ? undefined : Math.floor((asked.trainerDays * 2) / asked.halfDays));
    if (budget === undefined) throw new Refusal('suggestion.noBudget');
    if (asked.seats < asked.minimum) throw new Refusal('batch.capacityBelowMinimum');
    const kept = await this.keptFrom(actor, asked);
    const facts = await this.facts(actor, asked, Math.max(budget, asked.kept.length), kept);
    const regions = await this.regions.tree();
    const numbered = instanceFrom(facts, (from, to) => regions.distance(from, to).km);
    const suggested = await compute(numbered.instance, patience);
    return viewSuggestions(numbered, suggested, facts, kept, regions);
  }

  private async facts(actor: Actor, asked: SuggestDto, budget: number, kept: Kept): Promise<PlanningFacts> {
    const { rows } = this.database;
    const scope = actor.scope('batches.open');
    const countyCode = found(scope.prefixes.find(({ length }) => length === 6));
    const today = dayOf(this.clock.now());
    const { halfDays, months, seats, minimum } = asked;
    const windows = windowsBetween({
      ...{ from: daysLater(today, daysAhead), until: monthLater(today.slice(0, 7), months - 1), halfDays },
    });
    const until = windows.at(-1)?.slots.at(-1)?.heldOn ?? today;
    const ids = { trainers: kept.trainers.map(({ id }) => id), venues: kept.venues.map(({ id }) => id) };
    const taught = await familiesTaught(rows, scope);
    return {
      women: await womenAlike(rows, scope, today, asked.family),
      courses: kept.courses
        .map(({ family, reading, isHeavy }) => ({ family, reading, isHeavy }))
        .filter(({ family }) => asked.family === undefined || family === asked.family),
      venues: kept.venues.map(({ id, regionCode, capacity }) => ({
        ...{ id, regionCode, seats: Math.min(seats, capacity ?? seats) },
      })),
      trainers: kept.trainers.map(({ id, familyBits }) => ({
        id,
        families: familyBits === 0 ? (taught.get(id) ?? []) : bitsToFamilies(familyBits),
      })),
      busy: await busySlots(rows, ids, today, until),
      windows,
      seasons: await this.seasons.of(countyCode),
      standing: await standingBatches(rows, countyCode, today),
      kept: asked.kept,
      ...{ minimum, budget },
    };
  }

  /** Everything that a proposal names. */
  private async keptFrom(actor: Actor, { kept }: SuggestDto): Promise<Kept> {
    const scope = actor.scope('batches.open');
    const { rows } = this.database;
    const [trainers, venues, courses] = await Promise.all([
      scope
        .narrow(
          rows.createQueryBuilder(Trainer, 'trainer').where('trainer.retiredAt IS NULL'),
          'trainer.countyCode',
        )
        .orderBy('trainer.id')
        .getMany(),
      scope
        .narrow(rows.createQueryBuilder(Venue, 'venue').where('venue.retiredAt IS NULL'), 'venue.regionCode')
        .orderBy('venue.id')
        .getMany(),
      rows.find(Course, {
        where: { audience: 'women' },
        order: { reading: 'ASC', isHeavy: 'ASC', title: 'ASC' },
      }),
    ]);
    for (const { venueId } of kept) found(venues.find(({ id }) => id === venueId));
    return { trainers, venues, courses: families.map((family) => easiest(courses, family)) };
  }
}

/** The course of the family that asks least of a woman; where there is none, a new one that asks nothing. */
function easiest(courses: readonly Course[], family: Family): Kept['courses'][number] {
  const known = courses.find((course) => course.family === family);
  if (known) return known;
  return { family, title: `${familyNames[family]}培训`, reading: 0, isHeavy: false };
}
