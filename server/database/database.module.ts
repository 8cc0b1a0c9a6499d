import { DynamicModule, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { dataSourceFor } from './data-source';
import { Database } from './database';
import { faultOf } from './database-errors';
import { migrate } from './migrate';
import { hostsOf } from './reads-again';

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Connects and brings the tables up to date before anything else starts. */
  static with(databaseUrl: string): DynamicModule {
    const connect = async (): Promise<Database> => {
      const dataSource = await connected(dataSourceFor(databaseUrl));
      await migrate(dataSource);
      return new Database(dataSource);
    };
    return {
      module: DatabaseModule,
      global: true,
      providers: [{ provide: Database, useFactory: connect }],
      exports: [Database],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.dataSource.destroy();
  }
}

/** The first host of a cluster may be down when a server starts; each try goes to the next. */
async function connected(dataSource: DataSource): Promise<DataSource> {
  const tries = hostsOf.get(dataSource)?.count ?? 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      if (attempt >= tries || faultOf(error) !== 'lost') throw error;
    }
  }
}
