import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { dayOf, daysLater } from '../calendar/days.rules';
import { Database } from '../database/database';
import { RegionsService } from '../regions/regions.service';
import { found } from '../http/refusals';
import { bitsToFamilies } from '../needs/families.rules';
import type { BusyDto } from './batches.dto';
import { busySlots } from './batches.queries';
import { viewVenue, type BusySlotView, type PlanningView } from './batches.view';
import { Course, Trainer, Venue } from './course.entity';

const daysAhead = 366;

/** What an officer chooses from: courses, trainers, venues. */
@Injectable()
export class ChoicesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async choices(actor: Actor): Promise<PlanningView> {
    const scope = actor.scope('courses.plan');
    const { rows } = this.database;
    const trainersHere = scope.narrow(
      rows.createQueryBuilder(Trainer, 'trainer').where('trainer.retiredAt IS NULL'),
      'trainer.countyCode',
    );
    const venuesHere = scope.narrow(
      rows.createQueryBuilder(Venue, 'venue').where('venue.retiredAt IS NULL'),
      'venue.regionCode',
    );
    const [courses, trainers, venues, regions] = await Promise.all([
      rows.find(Course, { order: { family: 'ASC', title: 'ASC' } }),
      trainersHere.orderBy('trainer.name').getMany(),
      venuesHere.orderBy('venue.regionCode').getMany(),
      this.regions.tree(),
    ]);
    return {
      courses: courses.map(({ id, title, family, summary, reading, isHeavy, audience, completeShare }) => ({
        ...{ id, title, family, summary, reading, isHeavy, audience, completeShare },
      })),
      trainers: trainers.map(({ id, name, speciality, familyBits }) => ({
        ...{ id, name, speciality, families: bitsToFamilies(familyBits) },
      })),
      venues: venues.map((venue) => viewVenue(venue, regions)),
    };
  }

  /** When this trainer and this venue are given away in the year to come. */
  async busy(actor: Actor, { trainerId, venueId, except }: BusyDto): Promise<BusySlotView[]> {
    const scope = actor.scope('courses.plan');
    const { rows } = this.database;
    const isHers = (region: string) => scope.admits(region) || undefined;
    if (trainerId) found(isHers((await rows.findOneBy(Trainer, { id: trainerId }))?.countyCode ?? '-'));
    if (venueId) found(isHers((await rows.findOneBy(Venue, { id: venueId }))?.regionCode ?? '-'));
    const who = { trainers: trainerId ? [trainerId] : [], venues: venueId ? [venueId] : [] };
    const today = dayOf(this.clock.now());
    const busy = await busySlots(rows, who, today, daysLater(today, daysAhead));
    return busy
      .filter(({ batchId }) => batchId !== except)
      .map((slot) => ({
        ...{ heldOn: slot.heldOn, half: slot.half },
        ...{ isTrainers: slot.trainerId === trainerId, isVenues: slot.venueId === venueId },
      }));
  }
}
