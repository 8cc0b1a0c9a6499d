import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { found } from '../../http/refusals';
import { bitsToMonths, monthsToBits } from '../../needs/needs.rules';
import { FarmSeasonRow } from './farm-season.entity';
import type { FarmSeasonDto } from './farm-seasons.dto';
import type { FarmSeasonsView } from './farm-seasons.view';
import type { FarmSeason } from './warnings.rules';

/** When the farms keep the women of a county busy: each county keeps its own. */
@Injectable()
export class FarmSeasonsService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(countyCode: string, rows: EntityManager = this.database.rows): Promise<FarmSeason[]> {
    const kept = await rows.find(FarmSeasonRow, { where: { countyCode }, order: { id: 'ASC' } });
    return kept.map(({ name, monthBits, family }) => ({ name, months: bitsToMonths(monthBits), family }));
  }

  async read(actor: Actor): Promise<FarmSeasonsView> {
    return this.view(countyOf(actor));
  }

  async keep(actor: Actor, seasons: readonly FarmSeasonDto[]): Promise<FarmSeasonsView> {
    const countyCode = countyOf(actor);
    await this.database.transact(async (tx) => {
      await tx.delete(FarmSeasonRow, { countyCode });
      for (const { name, months, family } of seasons)
        await tx.insert(FarmSeasonRow, {
          ...{ id: newId(), countyCode, name, monthBits: monthsToBits(months), family: family ?? null },
        });
    });
    return this.view(countyCode);
  }

  private async view(countyCode: string): Promise<FarmSeasonsView> {
    const seasons = await this.of(countyCode);
    return { seasons: seasons.map((season) => ({ ...season, months: [...season.months] })) };
  }
}

function countyOf(actor: Actor): string {
  return found(actor.scope('farmSeasons.keep').prefixes.find(({ length }) => length === 6));
}
