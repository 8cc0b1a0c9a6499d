import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { newId } from '../database/new-id';
import { RecordRow } from './record.entity';

/** Puts deeds on record, in the transaction of the deed itself. */
@Injectable()
export class RecordsService {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  async write(
    tx: EntityManager,
    deed: Pick<RecordRow, 'byAccountId' | 'deed' | 'regionCode' | 'said'> & { womanId?: string | null },
  ): Promise<void> {
    await tx.insert(RecordRow, { id: newId(), at: this.clock.now(), womanId: null, ...deed });
  }
}
