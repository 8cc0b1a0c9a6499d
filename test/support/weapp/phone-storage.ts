const bytesPerKey = 1024 * 1024;
const bytesInAll = 10 * bytesPerKey;

/** What `wx.setStorage` keeps. It outlives the mini-program: give the same object to the next one. */
export class PhoneStorage {
  private readonly texts = new Map<string, string>();

  /** @throws beyond 1 MB a key or 10 MB in all, in WeChat's words. */
  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null';
    if (sizeOf(key, text) > bytesPerKey) throw new Error('entry size limit reached');
    if (this.bytes - sizeOf(key, this.texts.get(key)) + sizeOf(key, text) > bytesInAll) {
      throw new Error('exceed storage max size 10Mb');
    }
    this.texts.set(key, text);
  }

  /** `undefined` when there is nothing under this key. */
  get(key: string): unknown {
    const text = this.texts.get(key);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  }

  remove(key: string): void {
    this.texts.delete(key);
  }

  clear(): void {
    this.texts.clear();
  }

  get keys(): string[] {
    return [...this.texts.keys()];
  }

  get bytes(): number {
    return [...this.texts].reduce((sum, [key, text]) => sum + sizeOf(key, text), 0);
  }
}

function sizeOf(key: string, text: string | undefined): number {
  return text === undefined ? 0 : Buffer.byteLength(key) + Buffer.byteLength(text);
}
