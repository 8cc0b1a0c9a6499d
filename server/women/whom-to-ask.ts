import { Inject, Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Account, AccountRole } from '../accounts/account.entity';
import { WorkPhones } from '../accounts/work-phones.service';
import { Database } from '../database/database';
import { levels, ancestor } from '../regions/regions.rules';
import { RegionsService } from '../regions/regions.service';
import type { HelperView } from './women.view';
import type { Woman } from './woman.entity';

/** Whom a woman asks: the helpers of her village first, then those of her township. */
@Injectable()
export class WhomToAsk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(WorkPhones) private readonly phones: WorkPhones,
  ) {}

  async of({ villageCode }: Pick<Woman, 'villageCode'>): Promise<HelperView[]> {
    const { rows } = this.database;
    const areas = levels.flatMap((level) => ancestor(villageCode, level) ?? []);
    const offices = await rows.findBy(AccountRole, { role: 'helper', regionCode: In(areas) });
    const ids = offices.map(({ accountId }) => accountId);
    const accounts = await rows.findBy(Account, { id: In(ids), suspendedAt: IsNull() });
    const regions = await this.regions.tree();
    return offices
      .sort((one, other) => other.regionCode.length - one.regionCode.length)
      .flatMap(({ accountId, regionCode }) => {
        const account = accounts.find(({ id }) => id === accountId);
        if (!account) return [];
        const phone = this.phones.of(account);
        return [{ name: account.name, regionName: regions.pathName(regionCode), phone }];
      });
  }
}
