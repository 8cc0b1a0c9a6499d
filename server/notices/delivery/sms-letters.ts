import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Settings } from '../../../config/settings';
import { SETTINGS } from '../../http/settings-token';
import { Seal } from '../../secrecy/seal';
import { shorten } from '../../wechat/templates.rules';
import { sayDay } from '../../calendar/days.rules';
import { ways } from '../ladder.rules';
import { SmsProvider } from '../sms/sms';
import type { Climb } from './climb';
import type { Letter } from './letter';

/** What the provider takes as one parameter. */
const longestParameter = 20;

/** The second rung: an SMS, where a provider is set. */
@Injectable()
export class SmsLetters {
  constructor(
    @Optional() @Inject(SmsProvider) private readonly provider: SmsProvider | null,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  write({ delivery, told }: Climb, phoneSealed: string | null): Letter | string {
    const { provider } = this;
    const template = this.settings.notices.sms?.templates[ways[told.event]?.template ?? 'result'];
    if (!provider || !template) return '没有开通短信';
    const phone = phoneSealed ? this.seal.open(phoneSealed) : '';
    if (!/^1\d{10}$/.test(phone)) return '没有手机号';
    const { title, day, note } = delivery.facts;
    const facts = { title, day: sayDay(day), note };
    const parameters = Object.entries(template.fields)
      .sort(([one], [other]) => Number(one) - Number(other))
      .map(([, fact]) => shorten(facts[fact], longestParameter));
    return { send: () => provider.send({ phone, templateId: template.id, parameters }) };
  }
}
