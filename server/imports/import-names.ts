import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { accountNames } from '../accounts/account-names';
import { Database } from '../database/database';
import { RegionsService } from '../regions/regions.service';
import type { Import } from './import.entity';
import { viewImport, type ImportView } from './imports.view';

/** Imports with the names of those who brought them and of their counties. */
@Injectable()
export class ImportNames {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RegionsService) private readonly regions: RegionsService,
  ) {}

  async view(actor: Actor, one: Import): Promise<ImportView> {
    return (await this.views(actor, [one]))[0]!;
  }

  async views(actor: Actor, imports: readonly Import[]): Promise<ImportView[]> {
    const by = imports.map(({ byAccountId }) => byAccountId);
    const nameOf = await accountNames(this.database.rows, by);
    const tree = await this.regions.tree();
    return imports.map((one) => {
      const names = { byName: nameOf(one.byAccountId), regionName: tree.pathName(one.regionCode) };
      return viewImport(one, names, actor.accountId);
    });
  }
}
