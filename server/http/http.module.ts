import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Settings } from '../../config/settings';
import { HealthController } from './health.controller';
import { Limits } from './limits';
import { RefusalFilter } from './refusal.filter';
import { SETTINGS } from './settings-token';

@Module({})
export class HttpModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      controllers: [HealthController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: APP_FILTER, useClass: RefusalFilter },
        Limits,
      ],
      exports: [SETTINGS, Limits],
    };
  }
}
