import { parentPort } from 'node:worker_threads';
import { tryOut } from '../decisions/try-out';
import { computeHere, type Answered, type Sent } from './compute';
import type { WomanFacts } from './facts';
import { instanceFrom } from './inputs';

const outcomesAtOnce = 2_000;
const women: WomanFacts[] = [];

/** A thread that computes one large draft, or tries one decision on it: see `compute`. */
parentPort?.on('message', (sent: Sent) => {
  try {
    if ('women' in sent) women.push(...sent.women);
    else if ('decision' in sent) answer({ tried: tryOut(instanceFrom(sent.input), sent.decision) });
    else answerInParts(computeHere({ ...sent.rest, women }));
  } catch (error) {
    answer({ failure: error instanceof Error ? error : new Error(String(error)) });
  }
});

function answerInParts({ outcomes, ...computed }: ReturnType<typeof computeHere>): void {
  answer({ computed });
  for (let from = 0; from < outcomes.length; from += outcomesAtOnce) {
    const part = outcomes.slice(from, from + outcomesAtOnce);
    answer({ outcomes: part, isLast: from + part.length === outcomes.length });
  }
}

function answer(answered: Answered): void {
  parentPort?.postMessage(answered);
}
