import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Batch } from '../courses/batch.entity';
import type { CapacityDto } from '../courses/batches.dto';
import { decideCapacity } from '../courses/batches.rules';
import { PlansService } from '../courses/plans/plans.service';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { decided, found, Refusal } from '../http/refusals';
import { CapacityChange } from './enrolment.entity';
import type { CapacityView } from './enrolments.view';
import { Seats } from './seats';

/** More or fewer seats in a batch: more are offered at once to those who wait, fewer throw nobody out. */
@Injectable()
export class CapacityService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PlansService) private readonly plans: PlansService,
    @Inject(Seats) private readonly seats: Seats,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async resize(actor: Actor, batchId: string, { capacity, seen }: CapacityDto): Promise<CapacityView> {
    return this.database.transact(async (tx) => {
      const batch = found(await this.database.lock(tx, Batch, batchId));
      if (!actor.scope('batches.resize').admits(batch.countyCode)) throw new Refusal('thing.notFound');
      const reserves = (await this.plans.reservesOf(tx, [batch])).get(batchId);
      const { state, capacity: has, minimum } = batch;
      const { becomes } = decided(
        decideCapacity({ state, capacity: has, minimum, ...reserves }, capacity, seen),
      );
      if (becomes !== 'same') {
        await tx.update(Batch, { id: batchId }, { capacity });
        await tx.insert(CapacityChange, {
          id: newId(),
          batchId,
          fromCapacity: batch.capacity,
          toCapacity: capacity,
          byAccountId: actor.accountId,
          at: this.clock.now(),
        });
      }
      const offered = await this.seats.refill(tx, batchId);
      const taken = batch.taken + offered;
      return { capacity, taken, isOverfull: taken > capacity, offered };
    });
  }
}
