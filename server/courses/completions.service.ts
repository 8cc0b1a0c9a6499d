import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { readRows } from '../database/plain-rows';
import { Completion } from './completion.entity';

/** What has been learned. */
@Injectable()
export class CompletionsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** What she has completed, course by course. */
  async of(womanId: string): Promise<readonly Pick<Completion, 'courseId' | 'completedOn'>[]> {
    return readRows(this.database.rows, Completion, { womanId });
  }
}
