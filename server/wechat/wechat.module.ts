import { DynamicModule, Module } from '@nestjs/common';
import type { WechatSettings } from '../../config/settings';
import { WechatClient } from './wechat-client';

@Module({})
export class WechatModule {
  static with(settings: WechatSettings): DynamicModule {
    const client = { provide: WechatClient, useValue: new WechatClient(settings) };
    return { module: WechatModule, global: true, providers: [client], exports: [WechatClient] };
  }
}
