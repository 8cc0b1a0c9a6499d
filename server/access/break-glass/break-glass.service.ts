import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { Account, AccountRole } from '../../accounts/account.entity';
import { accountNames } from '../../accounts/account-names';
import { Clock } from '../../calendar/clock';
import { dayOf, startOf } from '../../calendar/days.rules';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { statement } from '../../database/statement';
import { decided, found, Refusal } from '../../http/refusals';
import { RecordRow } from '../../records/record.entity';
import { RecordsService } from '../../records/records.service';
import { RegionsService } from '../../regions/regions.service';
import type { Actor } from '../actor';
import { roleNames } from '../roles.rules';
import { Scope } from '../scope';
import { decideLook } from './break-glass.rules';
import { BreakGlass } from './break-glass.entity';
import type { BreakGlassDto } from './break-glass.dto';
import type { BreakGlassView } from './break-glass.view';

const most = 50;

/** Looking into another county for a written reason; that county sees who looked, why, and at what. */
@Injectable()
export class BreakGlassService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async break(actor: Actor, { regionCode, reason }: BreakGlassDto): Promise<BreakGlassView> {
    const regions = await this.regions.tree();
    if (!regions.has(regionCode, 'county')) throw new Refusal('thing.notFound');
    const { accountId } = actor;
    const since = this.clock.now();
    const id = newId();
    await this.database.transact(async (tx) => {
      // The account's row stands for its looks: of six at once the sixth finds five.
      await this.database.lock(tx, Account, accountId);
      const looksToday = await tx.countBy(BreakGlass, {
        accountId,
        since: MoreThanOrEqual(startOf(dayOf(since))),
      });
      const own = actor.ownScope('glass.break').prefixes;
      const { lastsMs } = decided(decideLook(regionCode, own, looksToday));
      await tx
        .createQueryBuilder()
        .update(BreakGlass)
        .set({ isOpen: false })
        .where('accountId = :accountId AND isOpen = :isOpen AND until <= :since', {
          ...{ accountId, isOpen: true, since },
        })
        .execute();
      const until = new Date(since.getTime() + lastsMs);
      await tx.insert(BreakGlass, { id, accountId, regionCode, reason, since, until, isOpen: true });
      await this.records.write(tx, { byAccountId: accountId, deed: 'break_glass', regionCode, said: reason });
    });
    const glass = await this.database.rows.findOneByOrFail(BreakGlass, { id });
    return (await this.views(actor, [glass]))[0]!;
  }

  /** Ends her own look now; again is no harm, and that of somebody else does not exist for her. */
  async end({ accountId }: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    const glass = found(await this.database.rows.findOneBy(BreakGlass, { id, accountId }));
    if (glass.until <= now) return;
    await this.database.rows.update(BreakGlass, { id }, { until: now, isOpen: false });
  }

  /** Looks into the reader's region, and her own, the latest first. */
  async list(actor: Actor): Promise<BreakGlassView[]> {
    const { sql, parameters } = ownOrIn(actor.scope('glass.list'));
    const glasses = await this.database.rows
      .createQueryBuilder(BreakGlass, 'glass')
      .where(sql, { ...parameters, me: actor.accountId })
      .orderBy('glass.since', 'DESC')
      .addOrderBy('glass.id')
      .take(most)
      .getMany();
    return this.views(actor, glasses);
  }

  /** Where a woman lives, when only a broken glass shows her to this actor. */
  async villageBehindGlass(actor: Actor, own: Scope, womanId: string): Promise<string | undefined> {
    const [woman] = await statement<{ villageCode: string }[]>(
      this.database.rows,
      'SELECT villageCode FROM women WHERE id = ?',
      [womanId],
    );
    if (!woman || own.admits(woman.villageCode)) return undefined;
    return new Scope(actor.glasses).admits(woman.villageCode) ? woman.villageCode : undefined;
  }

  async recordRead(actor: Actor, regionCode: string, womanId: string | null, said: string): Promise<void> {
    await this.records.write(this.database.rows, {
      ...{ byAccountId: actor.accountId, deed: 'read_beyond', regionCode, womanId, said },
    });
  }

  private async views(actor: Actor, glasses: readonly BreakGlass[]): Promise<BreakGlassView[]> {
    if (glasses.length === 0) return [];
    const { rows } = this.database;
    const ids = In([...new Set(glasses.map(({ accountId }) => accountId))]);
    const nameOf = await accountNames(
      rows,
      glasses.map(({ accountId }) => accountId),
    );
    const roles = await rows.findBy(AccountRole, { accountId: ids });
    const reads = await rows.find(RecordRow, {
      where: {
        ...{ deed: 'read_beyond', byAccountId: ids },
        at: MoreThanOrEqual(new Date(Math.min(...glasses.map(({ since }) => since.getTime())))),
      },
      order: { at: 'ASC', id: 'ASC' },
    });
    const regions = await this.regions.tree();
    const now = this.clock.now();
    return glasses.map(({ id, accountId, regionCode, reason, since, until }) => ({
      id,
      name: nameOf(accountId),
      offices: roles
        .filter((held) => held.accountId === accountId && held.role !== 'woman')
        .map((held) => `${regions.pathName(held.regionCode)} ${roleNames[held.role]}`),
      regionCode,
      regionName: regions.pathName(regionCode),
      ...{ reason, since, until },
      isOpen: until > now,
      isHers: accountId === actor.accountId,
      opened: reads
        .filter(
          (read) =>
            read.byAccountId === accountId &&
            read.regionCode.startsWith(regionCode) &&
            read.at >= since &&
            read.at <= until,
        )
        .map(({ at, womanId, said }) => ({ at, womanId, said })),
    }));
  }
}

function ownOrIn({ prefixes }: Scope): { sql: string; parameters: Record<string, string> } {
  const inScope = prefixes.map((_, index) => `glass.regionCode LIKE :region${index}`);
  return {
    sql: `(${['glass.accountId = :me', ...inScope].join(' OR ')})`,
    parameters: Object.fromEntries(prefixes.map((prefix, index) => [`region${index}`, `${prefix}%`])),
  };
}
