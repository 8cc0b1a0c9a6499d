import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { RegionsService } from '../regions/regions.service';
import { viewVenue, type PlanningView } from './batches.view';
import { Course, Trainer, Venue } from './course.entity';

/** What an officer chooses from: courses, trainers, venues. */
@Injectable()
export class ChoicesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
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
}
