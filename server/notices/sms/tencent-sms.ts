import { Logger } from '@nestjs/common';
import type { SmsSettings } from '../../../config/notice-settings';
import { failedCall } from '../../http/failed-call';
import { authorizationOf } from './tc3';
import { SmsProvider, type Sms, type SmsAnswer } from './sms';

const action = 'SendSms';
const withinMs = 8_000;
/** Answers of the gateway before anything was sent. */
const forLater = /^(RequestLimitExceeded|LimitExceeded|ResourceUnavailable|InternalError\.GatewayTimeout)/;
interface Answer {
  readonly Response?: {
    readonly Error?: { readonly Code?: string };
    readonly SendStatusSet?: readonly { readonly Code?: string }[];
  };
}

/** Tencent Cloud SMS, `SendSms` of 2021-01-11. Numbers, texts and keys are never logged. */
export class TencentSms extends SmsProvider {
  private readonly log = new Logger('SMS');

  constructor(
    private readonly settings: SmsSettings,
    /** By the world's clock: the provider refuses a signature five minutes old. */
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
  }

  async send({ phone, templateId, parameters }: Sms): Promise<SmsAnswer> {
    const { appId, signature } = this.settings;
    const body = JSON.stringify({
      ...{ PhoneNumberSet: [`+86${phone}`], SmsSdkAppId: appId, SignName: signature },
      ...{ TemplateId: templateId, TemplateParamSet: parameters },
    });
    const answer = await this.ask(body).catch(failureOf);
    if (answer.result !== 'sent') this.log.warn(`${answer.result} ${answer.said}`);
    return answer;
  }

  private async ask(body: string): Promise<SmsAnswer> {
    const { apiUrl, region } = this.settings;
    const at = this.now();
    const { host } = new URL(apiUrl);
    const response = await fetch(`${apiUrl}/`, {
      ...{ method: 'POST', body, signal: AbortSignal.timeout(withinMs) },
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'x-tc-action': action,
        'x-tc-version': '2021-01-11',
        'x-tc-region': region,
        'x-tc-timestamp': String(Math.floor(at.getTime() / 1000)),
        authorization: authorizationOf({ service: 'sms', host, action, body, at }, this.settings),
      },
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { result: 'unknown', said: `HTTP ${response.status}` };
    }
    const { Response } = (await response.json()) as Answer;
    const refused = Response?.Error?.Code;
    if (refused) return { result: forLater.test(refused) ? 'later' : 'refused', said: said(refused) };
    const status = Response?.SendStatusSet?.[0]?.Code;
    if (status === undefined) return { result: 'unknown', said: 'no status' };
    return status === 'Ok' ? { result: 'sent', said: '' } : { result: 'refused', said: said(status) };
  }
}

function failureOf(error: unknown): SmsAnswer {
  const { isUnsent, why } = failedCall(error);
  return { result: isUnsent ? 'later' : 'unknown', said: said(why) };
}

function said(code: string): string {
  return code.slice(0, 80);
}
