import { parentPort } from 'node:worker_threads';
import { tryOut } from '../decisions/try-out';
import { computeHere, type Answered, type Sent } from './compute';
import type { WomanFacts } from './facts';
import { instanceFrom } from './inputs';

let women: WomanFacts[] = [];
let outcomesFrom: ReturnType<typeof computeHere>['outcomesFrom'] = () => [];

/** A thread that computes one large draft, or tries one decision on it: see `compute`. */
parentPort?.on('message', (sent: Sent) => {
  try {
    const answer = answerTo(sent);
    if (answer) parentPort?.postMessage(answer);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    parentPort?.postMessage({ failure } satisfies Answered);
  }
});

function answerTo(sent: Sent): Answered | undefined {
  if ('women' in sent) {
    women.push(...sent.women);
    return undefined;
  }
  if ('outcomesFrom' in sent) return { outcomes: outcomesFrom(sent.outcomesFrom) };
  if ('decision' in sent) return { tried: tryOut(instanceFrom(sent.input), sent.decision) };
  const drafted = computeHere({ ...sent.rest, women });
  women = [];
  outcomesFrom = drafted.outcomesFrom;
  return { computed: drafted.computed };
}
