import { parentPort, workerData } from 'node:worker_threads';
import type { Instance } from './engine/instance';
import { suggest, type Patience } from './engine/suggest';

const { instance, patience } = workerData as { instance: Instance; patience: Patience };

void suggest(instance, patience).then((suggested) => parentPort!.postMessage(suggested));
