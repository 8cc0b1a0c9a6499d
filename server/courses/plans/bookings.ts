import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Scope } from '../../access/scope';
import { Database } from '../../database/database';
import { found, Refusal } from '../../http/refusals';
import { findBusy } from '../batches.queries';
import type { Slot } from '../batches.rules';
import { Trainer, Venue } from '../course.entity';

/** Who teaches and where, held until the transaction ends. */
export interface Held {
  readonly trainer: Trainer;
  readonly venue: Venue;
}

interface Wanted {
  readonly slots: readonly Slot[];
  /** How many women must find a place to sit; 0 where the place does not change. */
  readonly seats: number;
  /** Where the officer may hold it. */
  readonly scope: Scope;
  /** The batch whose own half days do not count. */
  readonly except?: string;
}

/** Trainers and venues as batches take them: the one place that says whether both can be had. */
@Injectable()
export class Bookings {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Locks both, so that two officers cannot book the same half day. */
  async hold(tx: EntityManager, ids: { trainerId: string; venueId: string }): Promise<Held> {
    const trainer = found(await this.database.lock(tx, Trainer, ids.trainerId));
    const venue = found(await this.database.lock(tx, Venue, ids.venueId));
    return { trainer, venue };
  }

  /** @throws Refusal where one of them is elsewhere, retired, too small or busy. */
  async mustServe(
    tx: EntityManager,
    { trainer, venue }: Held,
    { slots, seats, scope, except }: Wanted,
  ): Promise<void> {
    if (!scope.admits(trainer.countyCode)) throw new Refusal('thing.notFound');
    if (!scope.admits(venue.regionCode)) throw new Refusal('batch.venueElsewhere');
    if (trainer.retiredAt !== null) throw new Refusal('trainer.retired');
    if (venue.retiredAt !== null) throw new Refusal('venue.retired');
    if (venue.capacity !== null && seats > venue.capacity)
      throw new Refusal('batch.venueTooSmall', { capacity: venue.capacity });
    const busy = await findBusy(tx, slots, { trainerId: trainer.id, venueId: venue.id }, except);
    if (busy) throw new Refusal(busy.trainerId === trainer.id ? 'batch.trainerBusy' : 'batch.venueBusy');
  }
}
