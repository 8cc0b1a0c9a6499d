import { databaseUrlFrom, objectStoreFrom, type ObjectStoreSettings } from './cloud-settings';
import { noticeSettingsFrom, type NoticeSettings } from './notice-settings';

/**
 * The one reader of the environment. Everything else receives `Settings`.
 */
export interface Settings {
  readonly production: boolean;
  readonly port: number;
  /** Where anybody reaches the pages, without a slash at its end: it stands in the QR codes on certificates. */
  readonly publicUrl: string;
  /** `sqlite:data/jinguo.db`, `mariadb://user:password@host:port/name` or `mysql://…`. */
  readonly databaseUrl: string;
  /** The folder in which pictures and papers are kept. */
  readonly filesDir: string;
  /** Where they are kept instead, where it is set. */
  readonly objectStore?: ObjectStoreSettings;
  readonly wechat: WechatSettings;
  readonly secrecy: SecrecySettings;
  /** How long an offer holds its seat, in hours of the day; the hours of the night do not count. */
  readonly offerHours: number;
  /** The hours of the day in Shanghai that count against an offer: from the first until before the second. */
  readonly offerDay: { readonly from: number; readonly until: number };
  /** How many proxies of ours stand before the server; what they say of an address is believed, and no one else. */
  readonly trustedProxies: number;
  readonly limits: LimitSettings;
  readonly notices: NoticeSettings;
}

/** How often one address, and one account, may ask in a minute; never for what a woman or a trainer does. */
export interface LimitSettings {
  /** Sign-ins by password. */
  readonly signIns: number;
  /** Pictures to be scanned, shown by a browser. */
  readonly tickets: number;
  /** Questions of a browser whether its picture was scanned. */
  readonly polls: number;
  /** Invitations and one-time codes. */
  readonly codes: number;
  /** Certificates that somebody checks. */
  readonly checks: number;
  /** Readings of articles that are counted. */
  readonly reads: number;
}

export interface WechatSettings {
  /** Base address of WeChat's server API, without a trailing slash. */
  readonly apiUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** Which version of the mini-program messages and codes open. */
  readonly envVersion: EnvVersion;
  /** Whether nobody reaches this server but through WeChat's gateway, so that what its headers say is true. */
  readonly isBehindGateway: boolean;
  /** How WeChat signs and seals what it pushes to this server; without it nothing is taken. */
  readonly push?: {
    readonly token: string;
    /** The EncodingAESKey: 32 bytes. */
    readonly key: Buffer;
  };
}

export const envVersions = ['release', 'trial', 'develop'] as const;
export type EnvVersion = (typeof envVersions)[number];

export interface SecrecySettings {
  /** 32 bytes; seals identity and phone numbers at rest. */
  readonly sealKey: Buffer;
  /** Named inside each sealed value, so that keys can be rotated. */
  readonly sealKeyId: string;
  /** Keys that sealed earlier values, by their ids: they open, and seal nothing more. */
  readonly oldKeys?: ReadonlyMap<string, Buffer>;
  /** 32 bytes; finds a sealed number again without opening it. */
  readonly searchKey: Buffer;
}

/** Thrown at start; `problems` names every setting that is missing or weak, and what it must be. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The server does not start with these settings:\n- ${problems.join('\n- ')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const developmentOnly = {
  WECHAT_APP_ID: 'wxtest',
  WECHAT_APP_SECRET: 'development-only-secret-of-the-stand-in',
  DATA_KEY: 'dev:ZGV2ZWxvcG1lbnQtb25seS1rZXktbm90LXNlY3JldCE=',
  SEARCH_KEY: 'ZGV2ZWxvcG1lbnQtb25seS1rZXktbm90LXNlY3JldD8=',
} as const;

/**
 * Reads and checks the environment. In production a missing or weak secret is an error that names it;
 * elsewhere fixed, public values stand in, so that a newcomer can start at once.
 */
export function readSettings(env: Environment): Settings {
  const problems: string[] = [];
  const production = env.NODE_ENV === 'production';
  const read = (name: keyof typeof developmentOnly, advice: string): string => {
    const value = env[name] ?? (production ? '' : developmentOnly[name]);
    if (value === '') problems.push(`${name} is missing: ${advice}`);
    else if (production && value === developmentOnly[name])
      problems.push(`${name} is a public example value: ${advice}`);
    return value;
  };

  const appId = read('WECHAT_APP_ID', "the mini-program's AppID");
  const appSecret = read('WECHAT_APP_SECRET', "the mini-program's AppSecret");
  if (production && appSecret !== '' && appSecret.length < 32)
    problems.push('WECHAT_APP_SECRET is weak: WeChat gives 32 characters');

  const keyAdvice = '`node -e "console.log(crypto.randomBytes(32).toString(\'base64\'))"` makes one';
  const [sealKeyId = '', sealText = ''] = split(
    read('DATA_KEY', `KEYID:BASE64 of 32 random bytes; ${keyAdvice}`),
  );
  const sealKey = keyFrom('DATA_KEY', sealText, problems);
  const oldKeys = oldKeysIn(env.OLD_DATA_KEYS, sealKeyId, problems);
  const searchKey = keyFrom(
    'SEARCH_KEY',
    read('SEARCH_KEY', `BASE64 of 32 random bytes; ${keyAdvice}`),
    problems,
  );

  const port = wholeNumber(env.PORT, 'PORT', 3000, 0, 65535, problems);
  const publicUrl = (env.PUBLIC_URL ?? (production ? '' : `http://localhost:${port}`)).replace(/\/+$/, '');
  if (!/^https?:\/\/[^\s/]/.test(publicUrl))
    problems.push('PUBLIC_URL is missing: the address of the pages, such as https://example.org');

  const offerHours = wholeNumber(env.OFFER_HOURS, 'OFFER_HOURS', 36, 1, 720, problems);
  const offerDay = {
    from: wholeNumber(env.OFFER_DAY_FROM, 'OFFER_DAY_FROM', 8, 0, 23, problems),
    until: wholeNumber(env.OFFER_DAY_UNTIL, 'OFFER_DAY_UNTIL', 20, 1, 24, problems),
  };
  if (offerDay.from >= offerDay.until) problems.push('OFFER_DAY_FROM must be before OFFER_DAY_UNTIL');
  const trustedProxies = wholeNumber(env.TRUSTED_PROXIES, 'TRUSTED_PROXIES', 0, 0, 10, problems);
  const aMinute = (name: string, standard: number) =>
    wholeNumber(env[name], name, standard, 1, 1_000_000, problems);
  const limits = {
    signIns: aMinute('SIGN_INS_A_MINUTE', 60),
    tickets: aMinute('TICKETS_A_MINUTE', 60),
    polls: aMinute('POLLS_A_MINUTE', 3000),
    codes: aMinute('CODES_A_MINUTE', 30),
    checks: aMinute('CHECKS_A_MINUTE', 60),
    reads: aMinute('READS_A_MINUTE', 120),
  };
  const databaseUrl = databaseUrlFrom(env);
  if (!/^(sqlite:.|mariadb:\/\/|mysql:\/\/)/.test(databaseUrl))
    problems.push('DATABASE_URL must begin with sqlite:, mariadb:// or mysql://');

  const envVersion = envVersions.find((one) => one === (env.WECHAT_ENV_VERSION ?? 'release'));
  if (!envVersion) problems.push(`WECHAT_ENV_VERSION must be one of ${envVersions.join(', ')}`);
  const push = pushFrom(env, problems);
  const objectStore = objectStoreFrom(env, problems);
  if (!['on', 'off', ''].includes(env.WECHAT_GATEWAY ?? ''))
    problems.push('WECHAT_GATEWAY must be on or off');
  const notices = noticeSettingsFrom(env, problems, (name, standard, from, to) =>
    wholeNumber(env[name], name, standard, from, to, problems),
  );

  if (problems.length > 0 || !envVersion) throw new SettingsError(problems);
  return {
    production,
    port,
    publicUrl,
    databaseUrl,
    filesDir: env.FILES_DIR ?? 'data/files',
    objectStore,
    wechat: {
      apiUrl: (env.WECHAT_API_URL ?? 'https://api.weixin.qq.com').replace(/\/$/, ''),
      appId,
      appSecret,
      envVersion,
      isBehindGateway: env.WECHAT_GATEWAY === 'on',
      push,
    },
    secrecy: { sealKey, sealKeyId, oldKeys, searchKey },
    offerHours,
    offerDay,
    trustedProxies,
    limits,
    notices,
  };
}

/** Both values of WeChat's console, or neither. */
function pushFrom(env: Environment, problems: string[]): WechatSettings['push'] {
  const { WECHAT_PUSH_TOKEN: token = '', WECHAT_PUSH_KEY: text = '' } = env;
  if (token === '' && text === '') return undefined;
  if (!/^[A-Za-z0-9]{3,32}$/.test(token))
    problems.push('WECHAT_PUSH_TOKEN must be 3 to 32 letters and digits, as in the console');
  if (!/^[A-Za-z0-9]{43}$/.test(text))
    problems.push('WECHAT_PUSH_KEY must be the 43 characters of the EncodingAESKey');
  return { token, key: Buffer.from(`${text}=`, 'base64') };
}

function split(value: string): [string, string] {
  const colon = value.indexOf(':');
  return colon < 0 ? ['', value] : [value.slice(0, colon), value.slice(colon + 1)];
}

/** `KEYID:BASE64`, separated by commas. */
function oldKeysIn(text: string | undefined, current: string, problems: string[]): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  for (const one of (text ?? '').split(',').map((part) => part.trim())) {
    if (one === '') continue;
    const [keyId, key] = split(one);
    if (keyId === '' || keyId === current)
      problems.push('OLD_DATA_KEYS must hold KEYID:BASE64, with other ids than the one of DATA_KEY');
    else keys.set(keyId, keyFrom('OLD_DATA_KEYS', key, problems));
  }
  return keys;
}

function keyFrom(name: string, text: string, problems: string[]): Buffer {
  const key = Buffer.from(text, 'base64');
  if (text === '') return key;
  if (key.length !== 32)
    problems.push(`${name} is weak: it must hold 32 bytes in base64, but holds ${key.length}`);
  else if (new Set(key).size < 8) problems.push(`${name} is weak: its bytes are not random`);
  return key;
}

function wholeNumber(
  text: string | undefined,
  name: string,
  standard: number,
  from: number,
  to: number,
  problems: string[],
): number {
  if (text === undefined || text === '') return standard;
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  problems.push(`${name} must be a whole number from ${from} to ${to}, but is "${text}"`);
  return standard;
}
