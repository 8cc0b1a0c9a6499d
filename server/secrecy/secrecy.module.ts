import { DynamicModule, Module } from '@nestjs/common';
import type { SecrecySettings } from '../../config/settings';
import { Seal } from './seal';

@Module({})
export class SecrecyModule {
  static with(settings: SecrecySettings): DynamicModule {
    return {
      module: SecrecyModule,
      global: true,
      providers: [{ provide: Seal, useValue: new Seal(settings) }],
      exports: [Seal],
    };
  }
}
