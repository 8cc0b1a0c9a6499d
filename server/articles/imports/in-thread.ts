import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Semaphore } from 'async-mutex';
import { troubleInZip } from '../../files/zip';
import { Refusal } from '../../http/refusals';
import type { Imported } from './html-blocks';
import type { Asked, ReadDocx } from './thread';

const longestMs = 15_000;
const mostInDocx = { entries: 2_000, bytes: 60_000_000 } as const;
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 } as const;
/** Others wait: a few hard papers must not take the whole machine. */
const threads = new Semaphore(2);

/**
 * A Word text as HTML with its pictures; what it unpacks to is counted before a library trusts it.
 *
 * @throws Refusal `paper.unreadable`, `paper.tooMuch`.
 */
export async function readDocx(bytes: Buffer): Promise<ReadDocx> {
  const trouble = await troubleInZip(bytes, mostInDocx);
  if (trouble) throw new Refusal(trouble === 'tooMuch' ? 'paper.tooMuch' : 'paper.unreadable');
  return inThread({ docx: new Uint8Array(bytes) });
}

/**
 * HTML as blocks. A page can be built so that reading it takes as long as the square of its length.
 *
 * @throws Refusal `paper.unreadable`, `paper.tooMuch`.
 */
export function readHtml(html: string, pictures: ReadonlyMap<string, string> = new Map()): Promise<Imported> {
  return inThread({ html, pictures });
}

/** Reads in a thread that is ended when it takes longer than fifteen seconds or more than 256 MB. */
function inThread<Answered>(asked: Asked): Promise<Answered> {
  return threads.runExclusive(async () => {
    const worker = new Worker(threadFile(), { workerData: asked, resourceLimits: memory });
    let timer: NodeJS.Timeout | undefined;
    try {
      const answer = await new Promise<Answered | null | 'tooMuch'>((resolve) => {
        timer = setTimeout(() => resolve('tooMuch'), longestMs);
        worker.once('message', resolve);
        worker.once('error', ({ code }: NodeJS.ErrnoException) =>
          resolve(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuch' : null),
        );
        worker.once('exit', () => resolve(null));
      });
      if (answer === 'tooMuch') throw new Refusal('paper.tooMuch');
      if (!answer) throw new Refusal('paper.unreadable');
      return answer;
    } finally {
      clearTimeout(timer);
      await worker.terminate();
    }
  });
}

/** A thread runs what is built; where the source is run, as by the specs, it is that of the last build. */
function threadFile(): string {
  const beside = join(__dirname, 'thread.js');
  return existsSync(beside) ? beside : join(process.cwd(), 'dist/server/articles/imports/thread.js');
}
