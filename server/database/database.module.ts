import { DynamicModule, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { dataSourceFor } from './data-source';
import { Database } from './database';

@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Connects and brings the tables up to date before anything else starts. */
  static with(databaseUrl: string): DynamicModule {
    const connect = async (): Promise<Database> => {
      const dataSource = await dataSourceFor(databaseUrl).initialize();
      await dataSource.runMigrations();
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
