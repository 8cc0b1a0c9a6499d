import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

const most = { entries: 2_000, bytes: 60_000_000 } as const;

/**
 * Whether a zip is what it says and unpacks to little enough: every entry is unpacked once and counted, so that a
 * header that lies is found out before a library trusts it. Nothing is kept.
 *
 * @returns what is wrong with it, or undefined.
 */
export async function troubleInZip(bytes: Buffer): Promise<'unreadable' | 'tooMuch' | undefined> {
  try {
    const zip = await opened(bytes);
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

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
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

/** Unpacks an entry; longer than its header says is an error of the stream. */
function lengthOf(zip: ZipFile, entry: Entry): Promise<number> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      let length = 0;
      stream.on('data', (part: Buffer) => (length += part.length));
      stream.on('end', () => resolve(length));
      stream.on('error', reject);
    });
  });
}
