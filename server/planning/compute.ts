import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Instance } from './engine/instance';
import { suggest, type Patience, type Suggested } from './engine/suggest';

/** Up to so many kinds of women and batches together the answer takes less than starting a thread. */
const few = 5_000;

/** Suggests batches, in a thread of its own where it may take long, so that the server goes on answering. */
export async function compute(instance: Instance, patience: Patience): Promise<Suggested> {
  if (instance.groups.length * instance.offers.length <= few) return suggest(instance, patience);
  const worker = new Worker(join(__dirname, 'thread.js'), { workerData: { instance, patience } });
  try {
    return await new Promise<Suggested>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
