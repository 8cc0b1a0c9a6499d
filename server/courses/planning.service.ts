import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import type { AddVenueDto } from './batches.dto';
import { viewVenue, type PlanningView, type VenueView } from './batches.view';
import { Course, Trainer, Venue } from './course.entity';

/** What an officer chooses from: courses, trainers, venues. */
@Injectable()
export class PlanningService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  async choices(actor: Actor): Promise<PlanningView> {
    const scope = actor.scope('courses.plan');
    const { rows } = this.database;
    const trainersHere = scope.narrow(
      rows.createQueryBuilder(Trainer, 'trainer').where('1 = 1'),
      'trainer.countyCode',
    );
    const venuesHere = scope.narrow(
      rows.createQueryBuilder(Venue, 'venue').where('1 = 1'),
      'venue.regionCode',
    );
    const [courses, trainers, venues, regions] = await Promise.all([
      rows.find(Course, { order: { family: 'ASC', title: 'ASC' } }),
      trainersHere.orderBy('trainer.name').getMany(),
      venuesHere.orderBy('venue.regionCode').getMany(),
      this.regions.tree(),
    ]);
    return {
      courses: courses.map(({ id, title, family, summary, reading, isHeavy }) => ({
        id,
        title,
        family,
        summary,
        reading,
        isHeavy,
      })),
      trainers: trainers.map(({ id, name, speciality }) => ({ id, name, speciality })),
      venues: venues.map((venue) => viewVenue(venue, regions)),
    };
  }

  async addVenue(actor: Actor, entry: AddVenueDto): Promise<VenueView> {
    const regions = await this.regions.tree();
    const isPlace = regions.has(entry.regionCode, 'township') || regions.has(entry.regionCode, 'village');
    if (!isPlace || !actor.scope('venues.add').admits(entry.regionCode))
      throw new Refusal('batch.venueElsewhere');
    const venue: Venue = { id: newId(), ...entry };
    await this.database.rows.insert(Venue, venue);
    return viewVenue(venue, regions);
  }
}
