import { DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import type { Settings } from '../../config/settings';
import { HealthController } from './health.controller';
import { LimitInterceptor, Limits } from './limits';
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
        { provide: APP_INTERCEPTOR, useClass: LimitInterceptor },
      ],
      exports: [SETTINGS, Limits],
    };
  }
}
