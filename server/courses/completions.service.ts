import { Inject, Injectable } from '@nestjs/common';
import type { Day } from '../calendar/days.rules';
import { Database } from '../database/database';
import { Completion } from './completion.entity';

/** What has been learned. */
@Injectable()
export class CompletionsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Ids of the courses that she has completed. */
  async coursesDoneBy(womanId: string): Promise<ReadonlySet<string>> {
    const done = await this.database.rows.find(Completion, {
      where: { womanId },
      select: { id: true, courseId: true },
    });
    return new Set(done.map(({ courseId }) => courseId));
  }

  /** All completions since a day, woman by woman. */
  async since(day: Day): Promise<ReadonlyMap<string, readonly Completion[]>> {
    const rows = await this.database.rows
      .createQueryBuilder(Completion, 'completion')
      .where('completion.completedOn >= :day', { day })
      .orderBy('completion.id')
      .getMany();
    const byWoman = new Map<string, Completion[]>();
    for (const row of rows) byWoman.set(row.womanId, [...(byWoman.get(row.womanId) ?? []), row]);
    return byWoman;
  }
}
