import { parentPort, workerData } from 'node:worker_threads';
import type { Instance } from './engine/instance';
import { suggest, type Patience, type Suggested } from './engine/suggest';

/** What the thread tells: the first plan that can be had, and the last. */
export interface Told {
  readonly suggested: Suggested;
  readonly isLast: boolean;
}

const { instance, patience } = workerData as { instance: Instance; patience: Patience };
const tell = (told: Told) => parentPort!.postMessage(told);

void suggest(instance, patience, (suggested) => tell({ suggested, isLast: false })).then((suggested) =>
  tell({ suggested, isLast: true }),
);
