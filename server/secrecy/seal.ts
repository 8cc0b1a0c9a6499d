import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { SecrecySettings } from '../../config/settings';
import { chance } from './chance';

/**
 * Seals identity and phone numbers at rest (AES-256-GCM) and finds them again by a keyed hash,
 * as the personal information law asks for sensitive data (PIPL art. 51).
 * A sealed value reads `v1.KEYID.IV.TAG.TEXT`, each part base64url: it is opened by the key that it names, the current one
 * or an old one that the settings still hold, and always sealed by the current one.
 */
export class Seal {
  constructor(private readonly keys: SecrecySettings) {}

  seal(plain: string): string {
    const iv = chance(12);
    const cipher = createCipheriv('aes-256-gcm', this.keys.sealKey, iv);
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return [
      'v1',
      this.keys.sealKeyId,
      ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url')),
    ].join('.');
  }

  /** @throws when the value was sealed by a key that the settings do not hold, or changed since. */
  open(sealed: string): string {
    const [version, keyId = '', iv, tag, text] = sealed.split('.');
    const key = this.keyOf(keyId);
    if (version !== 'v1' || !key || !iv || !tag || text === undefined) {
      throw new Error(`a sealed value names the key "${keyId}", which the settings do not hold`);
    }
    // Without the length a tag cut down to four bytes would do.
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'), {
      authTagLength: 16,
    });
    decipher.setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
      'utf8',
    );
  }

  /** The same for bytes, a third shorter: `v1.KEYID.`, then IV, TAG and TEXT as they are. */
  sealBytes(plain: Buffer): Buffer {
    const iv = chance(12);
    const cipher = createCipheriv('aes-256-gcm', this.keys.sealKey, iv);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.from(`v1.${this.keys.sealKeyId}.`), iv, cipher.getAuthTag(), text]);
  }

  /** @throws when the value was sealed by a key that the settings do not hold, or changed since. */
  openBytes(sealed: Buffer): Buffer {
    const keyId = keyIdIn(sealed);
    const key = this.keyOf(keyId);
    if (!key) throw new Error('sealed bytes name a key that the settings do not hold');
    const iv = Buffer.from(`v1.${keyId}.`).length;
    const tag = iv + 12;
    const text = tag + 16;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(iv, tag), {
      authTagLength: 16,
    });
    decipher.setAuthTag(sealed.subarray(tag, text));
    return Buffer.concat([decipher.update(sealed.subarray(text)), decipher.final()]);
  }

  /** Whether the value is sealed by the current key. */
  isCurrent(sealed: string | Buffer): boolean {
    const keyId = typeof sealed === 'string' ? (sealed.split('.')[1] ?? '') : keyIdIn(sealed);
    return keyId === this.keys.sealKeyId;
  }

  /** The same text gives the same mark; without the key the mark tells nothing. */
  mark(plain: string): string {
    return createHmac('sha256', this.keys.searchKey).update(plain).digest('hex');
  }

  /** For a thread of this server, which makes a seal of its own with them. */
  get forThread(): SecrecySettings {
    return this.keys;
  }

  private keyOf(keyId: string): Buffer | undefined {
    return keyId === this.keys.sealKeyId ? this.keys.sealKey : this.keys.oldKeys?.get(keyId);
  }
}

/** The key that sealed bytes name; empty where they name none. Ids are at most 40 letters. */
function keyIdIn(sealed: Buffer): string {
  return /^v1\.([^.]{1,40})\./.exec(sealed.subarray(0, 44).toString('latin1'))?.[1] ?? '';
}
