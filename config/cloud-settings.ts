/** S3-compatible storage for uploads. */
export interface ObjectStoreSettings {
  /** Under which the keys lie, with the bucket in its name or in its path; without a trailing slash. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** `DATABASE_URL`, else what WeChat Cloud Hosting gives its containers, else the embedded database. */
export function databaseUrlFrom(env: Environment): string {
  if (env.DATABASE_URL) return env.DATABASE_URL;
  const { MYSQL_ADDRESS: address, MYSQL_USERNAME: user = '', MYSQL_PASSWORD: password = '' } = env;
  if (!address) return 'sqlite:data/jinguo.db';
  const who = [user, password].map(encodeURIComponent).join(':');
  return `mysql://${who}@${address}/${env.MYSQL_DATABASE ?? 'jinguo'}`;
}

/** All of it, or none. */
export function objectStoreFrom(env: Environment, problems: string[]): ObjectStoreSettings | undefined {
  const names = ['S3_URL', 'S3_REGION', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const missing = names.filter((name) => !env[name]);
  if (missing.length === names.length) return undefined;
  if (missing.length > 0)
    problems.push(`${missing.join(', ')} missing: object storage needs all of ${names.join(', ')}`);
  const { S3_URL: url = '', S3_REGION: region = '' } = env;
  if (url !== '' && !/^https?:\/\/[^\s/]/.test(url)) problems.push('S3_URL must begin with https://');
  return {
    ...{ url: url.replace(/\/+$/, ''), region },
    ...{ accessKeyId: env.S3_ACCESS_KEY_ID ?? '', secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '' },
  };
}
