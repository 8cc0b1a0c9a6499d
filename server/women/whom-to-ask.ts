import { Inject, Injectable } from '@nestjs/common';
import { reachingOffices } from '../accounts/staff/reaching-offices';
import { WorkPhones } from '../accounts/work-phones.service';
import { Database } from '../database/database';
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
    const offices = await reachingOffices(this.database.rows, ['helper'], villageCode);
    const regions = await this.regions.tree();
    return offices
      .sort((one, other) => other.regionCode.length - one.regionCode.length)
      .map(({ account, regionCode }) => ({
        ...{ name: account.name, regionName: regions.pathName(regionCode) },
        phone: this.phones.of(account),
      }));
  }
}
