import type { Readable } from 'node:stream';
import { fromBuffer, fromFd, type Entry, type ZipFile } from 'yauzl';

/** How much a zip may hold, and unpack to. */
export interface ZipLimits {
  readonly entries: number;
  readonly bytes: number;
}

const asked = { lazyEntries: true, validateEntrySizes: true, autoClose: false } as const;

/** A zip in memory, or one in an open file, which stays open. */
export function openZip(source: Buffer | number): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip));
    if (typeof source === 'number') fromFd(source, asked, opened);
    else fromBuffer(source, asked, opened);
  });
}

/**
 * Whether a zip is what it says and unpacks to little enough: every entry is unpacked once and counted, so that a
 * header that lies is found out before anybody trusts it. Nothing is kept.
 *
 * @returns what is wrong with it, or undefined.
 */
export async function troubleInZip(
  source: Buffer | number,
  most: ZipLimits,
): Promise<'unreadable' | 'tooMuch' | undefined> {
  try {
    const zip = await openZip(source);
    if (zip.entryCount > most.entries) return 'tooMuch';
    let unpacked = 0;
    for await (const entry of entriesOf(zip)) {
      if (unpacked + entry.uncompressedSize > most.bytes) return 'tooMuch';
      unpacked += await lengthOf(zip, entry);
    }
    return undefined;
  } catch {
    return 'unreadable';
  }
}

export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (let left = zip.entryCount; left > 0; left -= 1) {
    const next = new Promise<Entry>((resolve, reject) => {
      zip.removeAllListeners();
      zip.once('entry', resolve);
      zip.once('error', reject);
      zip.once('end', () => reject(new Error('fewer entries than it says')));
    });
    zip.readEntry();
    yield await next;
  }
}

/** An entry as it is unpacked; longer than its header says is an error of the stream. */
export function unpack(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}

async function lengthOf(zip: ZipFile, entry: Entry): Promise<number> {
  let length = 0;
  for await (const part of await unpack(zip, entry)) length += (part as Buffer).length;
  return length;
}
