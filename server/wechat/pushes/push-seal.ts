import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';

/** What signs and seals a push: the token and the EncodingAESKey (32 bytes) of WeChat's console. */
export interface PushKeys {
  readonly token: string;
  readonly key: Buffer;
  readonly appId: string;
}

const blockSize = 32;
const randomSize = 16;
const lengthSize = 4;

/** SHA-1 over the sorted parts, as WeChat signs. */
export function signatureOf(token: string, ...parts: readonly string[]): string {
  return createHash('sha1')
    .update([token, ...parts].sort().join(''))
    .digest('hex');
}

/** Whether the signature is WeChat's; compared without telling by time how much of it was right. */
export function isSignedBy(token: string, signature: string, ...parts: readonly string[]): boolean {
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(token, ...parts))];
  return given.length === right.length && timingSafeEqual(given, right);
}

/**
 * Opens a sealed push: AES-256-CBC whose IV is the key's first half, over 16 random bytes, the length of the text in
 * four bytes, the text, the AppID, and a padding to 32 bytes.
 *
 * @returns the text, or nothing when it was sealed with another key or for another mini-program.
 */
export function openPush(sealed: string, { key, appId }: PushKeys): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
    const padding = padded.at(-1) ?? 0;
    if (padding < 1 || padding > blockSize) return undefined;
    const plain = padded.subarray(randomSize, padded.length - padding);
    const text = plain.subarray(lengthSize, lengthSize + plain.readUInt32BE(0));
    const owner = plain.subarray(lengthSize + text.length).toString('utf8');
    return owner === appId ? text.toString('utf8') : undefined;
  } catch {
    return undefined;
  }
}
