import { createHash, createHmac } from 'node:crypto';

/** What is signed of one request to Tencent Cloud. */
export interface SignedCall {
  readonly service: string;
  readonly host: string;
  readonly action: string;
  readonly body: string;
  readonly at: Date;
}

const algorithm = 'TC3-HMAC-SHA256';
const contentType = 'application/json; charset=utf-8';
const signedHeaders = 'content-type;host;x-tc-action';

/** The header with which Tencent Cloud knows the sender, and that nothing was changed on the way (API 3.0 signature v3). */
export function authorizationOf(
  { service, host, action, body, at }: SignedCall,
  { secretId, secretKey }: { readonly secretId: string; readonly secretKey: string },
): string {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const day = at.toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const canonical = [
    ...['POST', '/', ''],
    `content-type:${contentType}\nhost:${host}\nx-tc-action:${action.toLowerCase()}\n`,
    ...[signedHeaders, sha256(body)],
  ].join('\n');
  const toSign = [algorithm, timestamp, scope, sha256(canonical)].join('\n');
  const key = [day, service, 'tc3_request'].reduce<string | Buffer>(hmac, `TC3${secretKey}`);
  const signature = hmac(key, toSign).toString('hex');
  return `${algorithm} Credential=${secretId}/${scope}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
