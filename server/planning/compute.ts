import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Instance } from './engine/instance';
import { suggest, type Patience, type Suggested } from './engine/suggest';
import type { Told } from './thread';

/** Up to so many kinds of women and batches together the answer takes less than starting a thread. */
const few = 1_000;
/** The solver looks at its watch only between its steps: it is waited for so much longer than it may take, and left then. */
const graceSeconds = 1;

/** Suggests batches, in a thread of its own where it may take long, so that the server goes on answering. */
export async function compute(instance: Instance, patience: Patience): Promise<Suggested> {
  if (instance.groups.length * instance.offers.length <= few) return suggest(instance, patience);
  const worker = new Worker(join(__dirname, 'thread.js'), { workerData: { instance, patience } });
  let waiting: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Suggested>((resolve, reject) => {
      worker.on('message', ({ suggested, isLast }: Told) => {
        clearTimeout(waiting);
        if (isLast) resolve(suggested);
        else waiting = setTimeout(() => resolve(suggested), (patience.exactSeconds + graceSeconds) * 1000);
      });
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  } finally {
    clearTimeout(waiting);
    await worker.terminate();
  }
}
