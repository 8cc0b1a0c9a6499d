import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal } from '../../http/refusals';
import { troubleInZip } from './docx-gate';
import type { ReadDocx } from './docx-thread';

const longestMs = 20_000;
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 } as const;

/**
 * A Word text as HTML with its pictures: counted before it is unpacked, read in a thread that is ended when it takes
 * longer than twenty seconds or more than 256 MB.
 *
 * @throws Refusal `paper.unreadable`, `paper.tooMuch`.
 */
export async function readDocx(bytes: Buffer): Promise<ReadDocx> {
  const trouble = await troubleInZip(bytes);
  if (trouble) throw new Refusal(trouble === 'tooMuch' ? 'paper.tooMuch' : 'paper.unreadable');
  const worker = new Worker(threadFile(), { workerData: new Uint8Array(bytes), resourceLimits: memory });
  try {
    const answer = await new Promise<ReadDocx | null | 'tooMuch'>((resolve) => {
      const timer = setTimeout(() => resolve('tooMuch'), longestMs);
      const end = (said: ReadDocx | null | 'tooMuch') => {
        clearTimeout(timer);
        resolve(said);
      };
      worker.once('message', end);
      worker.once('error', ({ code }: NodeJS.ErrnoException) =>
        end(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuch' : null),
      );
      worker.once('exit', () => end(null));
    });
    if (answer === 'tooMuch') throw new Refusal('paper.tooMuch');
    if (!answer) throw new Refusal('paper.unreadable');
    return answer;
  } finally {
    await worker.terminate();
  }
}

/** A thread runs what is built; the specs, which run the source, have it from the last build. */
function threadFile(): string {
  const beside = join(__dirname, 'docx-thread.js');
  return existsSync(beside) ? beside : join(process.cwd(), 'dist/server/articles/imports/docx-thread.js');
}
