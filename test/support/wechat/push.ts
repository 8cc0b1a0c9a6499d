import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the console of the stand-in's account holds for pushes. */
export const pushSettings = {
  WECHAT_PUSH_TOKEN: 'tokenOfTheStandIn',
  WECHAT_PUSH_KEY: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
} as const;

/** How one push differs from what WeChat sends. */
export interface PushWish {
  readonly token?: string;
  readonly key?: string;
  readonly appId?: string;
}

/** A sealed push as WeChat sends it: query and body. */
export function aPush(
  event: object,
  {
    token = pushSettings.WECHAT_PUSH_TOKEN,
    key = pushSettings.WECHAT_PUSH_KEY,
    appId = 'wxtest',
  }: PushWish = {},
): { query: string; body: { ToUserName: string; Encrypt: string } } {
  const bytes = Buffer.from(`${key}=`, 'base64');
  const text = Buffer.from(JSON.stringify(event));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', bytes, bytes.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  const sealed = Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
  return { query: signed(token, sealed), body: { ToUserName: 'gh_test', Encrypt: sealed } };
}

/** The question with which WeChat's console tries the address. */
export function aTrial(echo: string, token: string = pushSettings.WECHAT_PUSH_TOKEN): string {
  const [timestamp, nonce] = ['1795000000', '1234567'];
  return new URLSearchParams({
    signature: sha1(token, timestamp, nonce),
    ...{ timestamp, nonce, echostr: echo },
  }).toString();
}

function signed(token: string, sealed: string): string {
  const [timestamp, nonce] = ['1795000000', randomBytes(4).toString('hex')];
  return new URLSearchParams({
    signature: sha1(token, timestamp, nonce),
    ...{ timestamp, nonce, encrypt_type: 'aes' },
    msg_signature: sha1(token, timestamp, nonce, sealed),
  }).toString();
}

function sha1(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}
