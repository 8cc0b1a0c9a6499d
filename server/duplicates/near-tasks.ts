import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Scope } from '../access/scope';
import { Database } from '../database/database';
import { TasksService } from '../notices/tasks/tasks.service';
import { Woman } from '../women/woman.entity';
import { NearPair } from './near.entity';

/** Whoever keeps the files of an area hears that two of them may be one woman; of a list that goes on, once a day. */
@Injectable()
export class NearTasks {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TasksService) private readonly tasks: TasksService,
  ) {}

  /** Pairs were found in these areas, in this transaction. */
  async tell(tx: EntityManager, regionCodes: ReadonlySet<string>): Promise<void> {
    const keepers = new Set<string>();
    for (const code of regionCodes)
      for (const id of await this.tasks.whoMay(tx, 'women.merge', code)) keepers.add(id);
    if (keepers.size > 0) await this.tasks.writeOfToday(tx, [...keepers], 'pairs_waiting');
  }

  /** Nothing is left to be compared: the task goes too. */
  async endEmpty(): Promise<void> {
    await this.tasks.endEmpty('pairs_waiting', 'women.merge', (scope) =>
      openPairs(this.database.rows, scope).getExists(),
    );
  }
}

/** Pairs of these regions that nobody has looked at yet, of files that are still somebody's; of one woman where she is given. */
export function openPairs(rows: EntityManager, scope: Scope, womanId?: string): SelectQueryBuilder<NearPair> {
  const query = rows
    .createQueryBuilder(NearPair, 'pair')
    .innerJoin(Woman, 'first', 'first.id = pair.firstId')
    .innerJoin(Woman, 'second', 'second.id = pair.secondId')
    .where('pair.isOpen = :isOpen', { isOpen: true });
  for (const file of ['first', 'second'])
    query.andWhere(`${file}.mergedIntoId IS NULL AND ${file}.erasedAt IS NULL`);
  if (womanId) query.andWhere('(pair.firstId = :womanId OR pair.secondId = :womanId)', { womanId });
  return scope.narrow(query, 'pair.regionCode');
}
