import { templateKinds, type TemplateKind, type Waking } from '../server/notices/ladder.rules';
import { isSubscribeKey, readTemplates, type MessageTemplate } from '../server/wechat/templates.rules';

export type Templates = Partial<Record<TemplateKind, MessageTemplate>>;

export interface NoticeSettings {
  /** How often this process looks for messages to send, in seconds; 0 leaves it to the others. */
  readonly everySeconds: number;
  readonly waking: Waking;
  /** Subscribe templates; a kind without one is not sent by WeChat. */
  readonly templates: Templates;
  /** Without it no SMS is sent. */
  readonly sms?: SmsSettings;
}

/** Tencent Cloud SMS (腾讯云短信). */
export interface SmsSettings {
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly region: string;
  readonly secretId: string;
  readonly secretKey: string;
  /** SmsSdkAppId of the console. */
  readonly appId: string;
  /** SignName of the console: who writes. */
  readonly signature: string;
  readonly templates: Templates;
}

type Environment = Readonly<Record<string, string | undefined>>;
type WholeNumber = (name: string, standard: number, from: number, to: number) => number;

export function noticeSettingsFrom(
  env: Environment,
  problems: string[],
  wholeNumber: WholeNumber,
): NoticeSettings {
  const waking = {
    from: wholeNumber('NOTICE_DAY_FROM', 8, 0, 23),
    until: wholeNumber('NOTICE_DAY_UNTIL', 20, 1, 24),
    restDays: (env.NOTICE_REST_DAYS ?? '').split(',').filter(Boolean).map(Number),
  };
  if (waking.from >= waking.until) problems.push('NOTICE_DAY_FROM must be before NOTICE_DAY_UNTIL');
  if (
    waking.restDays.some((day) => ![0, 1, 2, 3, 4, 5, 6].includes(day)) ||
    new Set(waking.restDays).size > 6
  )
    problems.push(
      'NOTICE_REST_DAYS must be weekdays from 0 (Sunday) to 6, separated by commas, not all seven',
    );
  return {
    everySeconds: wholeNumber('NOTICES_EVERY_SECONDS', 5, 0, 3600),
    waking,
    templates: templatesIn('WECHAT_TEMPLATES', env, problems, isSubscribeKey),
    sms: smsFrom(env, problems),
  };
}

function smsFrom(env: Environment, problems: string[]): SmsSettings | undefined {
  const names = ['SMS_SECRET_ID', 'SMS_SECRET_KEY', 'SMS_APP_ID', 'SMS_SIGNATURE', 'SMS_TEMPLATES'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    problems.push(`${missing.join(', ')} missing: SMS needs all of ${names.join(', ')}`);
  return {
    apiUrl: (env.SMS_API_URL ?? 'https://sms.tencentcloudapi.com').replace(/\/$/, ''),
    region: env.SMS_REGION ?? 'ap-beijing',
    ...{ secretId: env.SMS_SECRET_ID ?? '', secretKey: env.SMS_SECRET_KEY ?? '' },
    ...{ appId: env.SMS_APP_ID ?? '', signature: env.SMS_SIGNATURE ?? '' },
    templates: templatesIn('SMS_TEMPLATES', env, problems, (key) => /^\d$/.test(key)),
  };
}

function templatesIn(
  name: string,
  env: Environment,
  problems: string[],
  isKey: (key: string, fact: string) => boolean,
): Templates {
  const read = readTemplates(env[name] ?? '', templateKinds, isKey);
  if (typeof read !== 'string') return read;
  problems.push(`${name}: ${read}`);
  return {};
}
