import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Clock } from '../calendar/clock';
import { endOf, startOf } from '../calendar/days.rules';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { RegionsService } from '../regions/regions.service';
import { RecordRow } from './record.entity';
import type { ListRecordsDto } from './records.dto';
import { recordedDeeds } from './records.rules';
import type { RecordsPageView } from './records.view';

/** So many characters fit; the deed itself keeps its whole reason. */
const mostSaid = 200;

/** Puts deeds on record, in the transaction of the deed itself, and shows them to the auditor. */
@Injectable()
export class RecordsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async write(
    tx: EntityManager,
    deed: Pick<RecordRow, 'byAccountId' | 'deed' | 'regionCode' | 'said'> & { womanId?: string | null },
  ): Promise<void> {
    const said = [...deed.said].slice(0, mostSaid).join('');
    await tx.insert(RecordRow, { id: newId(), at: this.clock.now(), womanId: null, ...deed, said });
  }

  async list(
    actor: Actor,
    { deed, from, to, account, page = 1, size = 30 }: ListRecordsDto,
  ): Promise<RecordsPageView> {
    const query = this.database.rows.createQueryBuilder(RecordRow, 'record').where('1 = 1');
    actor.scope('records.read').narrow(query, 'record.regionCode');
    if (deed) query.andWhere('record.deed = :deed', { deed });
    if (account) query.andWhere('record.byAccountId = :account', { account });
    if (from) query.andWhere('record.at >= :from', { from: startOf(from) });
    if (to) query.andWhere('record.at < :to', { to: endOf(to) });
    const [rows, total] = await query
      .orderBy('record.at', 'DESC')
      .addOrderBy('record.id', 'DESC')
      .skip((page - 1) * size)
      .take(size)
      .getManyAndCount();
    const nameOf = await accountNames(
      this.database.rows,
      rows.map(({ byAccountId }) => byAccountId),
    );
    const regions = await this.regions.tree();
    return {
      records: rows.map((row) => ({
        ...row,
        deedName: recordedDeeds[row.deed],
        byName: nameOf(row.byAccountId),
        regionName: regions.pathName(row.regionCode),
      })),
      total,
    };
  }

  /** What was done with one woman's file, the latest first. */
  async ofWoman(womanId: string): Promise<RecordRow[]> {
    return this.database.rows.find(RecordRow, { where: { womanId }, order: { at: 'DESC' }, take: 200 });
  }
}
