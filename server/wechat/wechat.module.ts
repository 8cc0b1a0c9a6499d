import { Global, Module } from '@nestjs/common';
import type { Settings } from '../../config/settings';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { SETTINGS } from '../http/settings-token';
import { Seal } from '../secrecy/seal';
import { AccessTokens } from './access-tokens';
import { MediaVerdicts } from './pushes/media-verdicts';
import { Pushes } from './pushes/pushes';
import { PushesController } from './pushes/pushes.controller';
import { WechatClient } from './wechat-client';
import { WechatLine } from './wechat-line';

const client = {
  provide: WechatClient,
  inject: [SETTINGS, Database, Seal, Clock],
  useFactory: ({ wechat }: Settings, database: Database, seal: Seal, clock: Clock) => {
    const line = new WechatLine(wechat.apiUrl);
    return new WechatClient(wechat, line, new AccessTokens(database, seal, clock, line, wechat));
  },
};

@Global()
@Module({
  controllers: [PushesController],
  providers: [client, Pushes, MediaVerdicts],
  exports: [WechatClient, Pushes, MediaVerdicts],
})
export class WechatModule {}
