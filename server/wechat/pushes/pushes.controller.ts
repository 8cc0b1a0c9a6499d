import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Settings } from '../../../config/settings';
import { Open } from '../../access/marks';
import { Refusal } from '../../http/refusals';
import { SETTINGS } from '../../http/settings-token';
import { isSignedBy, openPush, type PushKeys } from './push-seal';
import { Pushes, type PushedEvent } from './pushes';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Where WeChat pushes events. Open to everybody, since the signature says who sends. Only sealed pushes are taken: the
 * signature of a plain one does not cover its body.
 */
@ApiExcludeController()
@Controller('wechat/pushes')
export class PushesController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Pushes) private readonly pushes: Pushes,
  ) {}

  /** The console asks once whether this address is ours. */
  @Open()
  @Get()
  verify(@Query() query: Fields): string {
    const { token } = this.keys();
    const { signature, timestamp, nonce, echostr } = textsIn(query);
    if (!isSignedBy(token, signature, timestamp, nonce)) throw new Refusal('push.unreadable');
    return echostr;
  }

  @Open()
  @Post()
  @HttpCode(200)
  async take(@Query() query: Fields, @Body() body: Fields | undefined): Promise<string> {
    const keys = this.keys();
    const { msg_signature: signature, timestamp, nonce } = textsIn(query);
    const { Encrypt: sealed } = textsIn(body ?? {});
    if (sealed === '' || !isSignedBy(keys.token, signature, timestamp, nonce, sealed))
      throw new Refusal('push.unreadable');
    const event = eventIn(openPush(sealed, keys));
    if (event) await this.pushes.tell(event);
    return 'success';
  }

  private keys(): PushKeys {
    const { push, appId } = this.settings.wechat;
    if (!push) throw new Refusal('route.unknown');
    return { ...push, appId };
  }
}

/** The fields by name; what is not a text is none. */
function textsIn(fields: Fields) {
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    ...{ signature: text('signature'), msg_signature: text('msg_signature'), timestamp: text('timestamp') },
    ...{ nonce: text('nonce'), echostr: text('echostr'), Encrypt: text('Encrypt') },
  };
}

/** @throws Refusal `push.unreadable` for what was signed but not sealed for us. */
function eventIn(text: string | undefined): PushedEvent | undefined {
  try {
    const event = JSON.parse(text ?? '') as PushedEvent | null;
    if (typeof event === 'object' && event !== null)
      return typeof event.Event === 'string' ? event : undefined;
  } catch {
    // Falls through: it is not JSON.
  }
  throw new Refusal('push.unreadable');
}
