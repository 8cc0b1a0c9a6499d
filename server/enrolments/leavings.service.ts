import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import { Batch } from '../courses/batch.entity';
import { Database } from '../database/database';
import { Enrolment } from './enrolment.entity';
import { decideLeaving, living } from './enrolments.rules';
import { Seats, type Cause } from './seats';

/** What becomes of all her enrolments at once when she takes back her consent, or is forgotten. */
@Injectable()
export class LeavingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Locks the batches in which she signed up, in the order of their ids: before her own row is locked, as on every path.
   */
  async lockBatches(tx: EntityManager, womanId: string): Promise<void> {
    const hers = await tx.findBy(Enrolment, { womanId, state: In([...living]) });
    for (const batchId of hers.map((one) => one.batchId).sort()) await this.database.lock(tx, Batch, batchId);
  }

  /** Ends what is still going on and offers her seats on. With `alsoBegun` a course that has begun ends for her too. */
  async leaveAll(tx: EntityManager, womanId: string, cause: Cause, alsoBegun: boolean): Promise<void> {
    const today = dayOf(this.clock.now());
    const hers = await tx.find(Enrolment, {
      where: { womanId, state: In([...living]) },
      order: { batchId: 'ASC' },
    });
    for (const enrolment of hers) {
      const batch = await tx.findOneByOrFail(Batch, { id: enrolment.batchId });
      const becomes = decideLeaving(enrolment.state, batch.startsOn <= today, alsoBegun);
      if (becomes === 'stays') continue;
      await this.seats.move(tx, batch, enrolment, becomes, cause, null);
      await this.seats.refill(tx, batch.id);
    }
  }
}
