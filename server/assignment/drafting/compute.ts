import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Decision } from '../decisions/decisions.rules';
import { tryOut, type TryOut } from '../decisions/try-out';
import { draft, type Draft } from './draft';
import type { Facts, FactsBesideWomen, WomanFacts } from './facts';
import { instanceFrom, partsOf } from './inputs';

/** Up to so many women a dry run takes less than starting a thread; their input takes about so many bytes. */
const few = { women: 2_000, bytes: 300_000 } as const;
const womenAtOnce = 2_000;

/** A draft, with the engine's input as it is stored. */
export type Computed = Omit<Draft, 'instance'> & { readonly input: readonly Uint8Array[] };

/** What is sent to the thread: the women part by part, so that no part holds this one up, then all the rest; or a trial. */
export type Sent =
  | { readonly women: readonly WomanFacts[] }
  | { readonly rest: FactsBesideWomen }
  | { readonly input: readonly Uint8Array[]; readonly decision: Decision };

/** What comes back: the draft without its outcomes, then these part by part; what a trial showed; or why there is none. */
export type Answered =
  | { readonly computed: Omit<Computed, 'outcomes'> }
  | { readonly outcomes: Draft['outcomes']; readonly isLast: boolean }
  | { readonly tried: TryOut }
  | { readonly failure: Error };

/** Computes a draft, in a thread of its own when it is a large one, so that the server goes on answering. */
export async function compute(facts: Facts): Promise<Computed> {
  if (facts.women.length <= few.women) return computeHere(facts);
  const { women, ...rest } = facts;
  return inThread(async (send, answered) => {
    for (let from = 0; from < women.length; from += womenAtOnce) {
      send({ women: women.slice(from, from + womenAtOnce) });
      await breath();
    }
    send({ rest });
    let computed: Omit<Computed, 'outcomes'> | undefined;
    const outcomes: Draft['outcomes'][number][] = [];
    for await (const answer of answered) {
      if ('computed' in answer) computed = answer.computed;
      if (!('outcomes' in answer)) continue;
      for (const outcome of answer.outcomes) outcomes.push(outcome);
      if (answer.isLast) break;
    }
    return { ...computed!, outcomes };
  });
}

export function computeHere(facts: Facts): Computed {
  const { instance, ...rest } = draft(facts);
  return { ...rest, input: partsOf(instance) };
}

/** Tries one decision on a stored draft, in a thread of its own when it is a large one. */
export async function tryDecision(input: readonly Uint8Array[], decision: Decision): Promise<TryOut> {
  const bytes = input.reduce((sum, part) => sum + part.length, 0);
  if (bytes <= few.bytes) return tryOut(instanceFrom(input), decision);
  return inThread(async (send, answered) => {
    send({ input, decision });
    for await (const answer of answered) if ('tried' in answer) return answer.tried;
    throw new Error('the thread of the trial did not answer');
  });
}

/** Runs a conversation with a thread of its own, and ends the thread with it. */
async function inThread<Outcome>(
  talk: (send: (sent: Sent) => void, answered: AsyncIterable<Answered>) => Promise<Outcome>,
): Promise<Outcome> {
  const worker = new Worker(join(__dirname, 'thread.js'));
  try {
    return await talk((sent) => worker.postMessage(sent), answersOf(worker));
  } finally {
    await worker.terminate();
  }
}

async function* answersOf(worker: Worker): AsyncIterable<Answered> {
  const waiting: Answered[] = [];
  let ended: Error | undefined;
  let wake = () => {};
  worker.on('message', (answer: Answered) => {
    waiting.push(answer);
    wake();
  });
  const end = (error: Error) => {
    ended ??= error;
    wake();
  };
  worker.on('error', end);
  worker.on('exit', (code) => end(new Error(`the thread of the draft ended with ${code}`)));
  for (;;) {
    const answer = waiting.shift();
    if (answer && 'failure' in answer) throw answer.failure;
    if (answer) yield answer;
    else if (ended) throw ended;
    else await new Promise<void>((resolve) => (wake = resolve));
  }
}

/** Lets requests that came in meanwhile be answered. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
