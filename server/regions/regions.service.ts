import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { RegionTree } from './region-tree';
import { Region } from './region.entity';

@Injectable()
export class RegionsService {
  private loading: Promise<RegionTree> | undefined;

  constructor(@Inject(Database) private readonly database: Database) {}

  /** All areas; read once. */
  tree(): Promise<RegionTree> {
    this.loading ??= this.load();
    return this.loading;
  }

  private async load(): Promise<RegionTree> {
    const regions = await this.database.rows.find(Region, { order: { code: 'ASC' } });
    // An empty table is one that is still being filled: ask again next time.
    if (regions.length === 0) this.loading = undefined;
    return new RegionTree(regions);
  }
}
