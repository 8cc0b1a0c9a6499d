import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Clock } from '../calendar/clock';
import { Batch } from '../courses/batch.entity';
import { Database } from '../database/database';
import { Enrolment } from './enrolment.entity';
import { batchesWithOffersOver, batchesWithSeatsToOffer } from './enrolments.queries';
import { Seats } from './seats';

/** A batch that somebody else holds is tried again this often before the next turn of the clockwork. */
const rounds = 3;
const betweenRoundsMs = 50;

/** What becomes of offers and free seats as time passes. */
@Injectable()
export class OffersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Lets every offer lapse whose time is over, and offers its seat to the next. Any number of servers may run it side by
   * side: each claims a batch by its row lock, which is its lease and ends with the transaction or the process, and
   * passes over those that others hold. What is held by somebody who signs up comes a moment later.
   *
   * @returns how many offers lapsed.
   */
  async lapseOffers(): Promise<number> {
    let lapsed = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const batchIds = await batchesWithOffersOver(this.database.rows, this.clock.now());
      if (batchIds.length === 0) break;
      if (round > 1) await pause(betweenRoundsMs);
      for (const batchId of batchIds) lapsed += await this.lapseOffersOf(batchId);
    }
    return lapsed;
  }

  private lapseOffersOf(batchId: string): Promise<number> {
    return this.database.transact(async (tx) => {
      const batch = await this.database.claim(tx, Batch, batchId);
      if (!batch) return 0;
      const over = await tx.find(Enrolment, {
        where: { batchId, state: 'offered', offerUntil: LessThanOrEqual(this.clock.now()) },
        order: { offerUntil: 'ASC', id: 'ASC' },
      });
      for (const offer of over)
        await this.seats.move(tx, batch, offer, 'lapsed', { byAccountId: null, reason: '到期没有回复' });
      await this.seats.refill(tx, batchId);
      return over.length;
    });
  }

  /** Offers seats that are free although somebody waits: whoever had a clash when the seat came free may have none now. */
  async offerFreeSeats(): Promise<void> {
    for (const id of await batchesWithSeatsToOffer(this.database.rows)) {
      await this.database.transact(async (tx) => {
        if (await this.database.claim(tx, Batch, id)) await this.seats.refill(tx, id);
      });
    }
  }
}
