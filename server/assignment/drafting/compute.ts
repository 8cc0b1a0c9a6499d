import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Decision } from '../decisions/decisions.rules';
import { tryOut, type TryOut } from '../decisions/try-out';
import { draft, type Draft } from './draft';
import type { Facts, FactsBesideWomen, WomanFacts } from './facts';
import { instanceFrom, partsOf } from './inputs';

/** Up to so many women a dry run takes less than starting a thread; their input takes about so many bytes. */
const few = { women: 2_000, bytes: 300_000 } as const;
const atOnce = { women: 1_000, outcomes: 500 } as const;

/** A draft with the engine's input as it is stored; its outcomes come part by part. */
export interface Computed extends Omit<Draft, 'instance' | 'outcomes'> {
  readonly input: readonly Uint8Array[];
  readonly women: number;
}

/** An outcome as it is stored: her reasons as JSON. */
export type OutcomeRow = readonly [
  womanId: string,
  villageCode: string,
  batchId: string | null,
  reasons: string,
];

/** What is done with a draft while its thread still holds the outcomes. */
export type Keep<Kept> = (computed: Computed, outcomes: AsyncIterable<OutcomeRow[]>) => Promise<Kept>;

/** What is sent to the thread. Women and outcomes pass part by part, so that no part holds the server up. */
export type Sent =
  | { readonly women: readonly WomanFacts[] }
  | { readonly rest: FactsBesideWomen }
  | { readonly outcomesFrom: number }
  | { readonly input: readonly Uint8Array[]; readonly decision: Decision };

export type Answered =
  | { readonly computed: Computed }
  | { readonly outcomes: OutcomeRow[] }
  | { readonly tried: TryOut }
  | { readonly failure: Error };

/** Computes a draft, in a thread of its own when it is a large one, so that the server goes on answering. */
export async function compute<Kept>(facts: Facts, keep: Keep<Kept>): Promise<Kept> {
  if (facts.women.length <= few.women) {
    const { computed, outcomesFrom } = computeHere(facts);
    return keep(
      computed,
      inParts(computed.women, (from) => Promise.resolve(outcomesFrom(from))),
    );
  }
  const { women, ...rest } = facts;
  return inThread(async (ask, send) => {
    for (let from = 0; from < women.length; from += atOnce.women) {
      send({ women: women.slice(from, from + atOnce.women) });
      await breath();
    }
    const { computed } = (await ask({ rest })) as { computed: Computed };
    const part = async (from: number) =>
      ((await ask({ outcomesFrom: from })) as { outcomes: OutcomeRow[] }).outcomes;
    return keep(computed, inParts(computed.women, part));
  });
}

/** The same in this thread: the draft, and its outcomes from a place on. */
export function computeHere(facts: Facts): {
  readonly computed: Computed;
  readonly outcomesFrom: (from: number) => OutcomeRow[];
} {
  const { instance, outcomes, ...rest } = draft(facts);
  return {
    computed: { ...rest, input: partsOf(instance), women: outcomes.length },
    outcomesFrom: (from) =>
      outcomes
        .slice(from, from + atOnce.outcomes)
        .map(({ womanId, villageCode, batchId, reasons }) => [
          womanId,
          villageCode,
          batchId,
          JSON.stringify(reasons),
        ]),
  };
}

/** Tries one decision on a stored draft, in a thread of its own when it is a large one. */
export async function tryDecision(input: readonly Uint8Array[], decision: Decision): Promise<TryOut> {
  const bytes = input.reduce((sum, part) => sum + part.length, 0);
  if (bytes <= few.bytes) return tryOut(instanceFrom(input), decision);
  return inThread(async (ask) => ((await ask({ input, decision })) as { tried: TryOut }).tried);
}

async function* inParts(
  women: number,
  part: (from: number) => Promise<OutcomeRow[]>,
): AsyncIterable<OutcomeRow[]> {
  for (let from = 0; from < women; from += atOnce.outcomes) yield await part(from);
}

/** A conversation with a thread of its own; the thread ends with it. One question at a time. */
async function inThread<Outcome>(
  talk: (ask: (sent: Sent) => Promise<Answered>, send: (sent: Sent) => void) => Promise<Outcome>,
): Promise<Outcome> {
  const worker = new Worker(join(__dirname, 'thread.js'));
  const ask = (sent: Sent) =>
    new Promise<Answered>((resolve, reject) => {
      const answer = (answered: Answered) => {
        worker.off('error', reject);
        if ('failure' in answered) reject(answered.failure);
        else resolve(answered);
      };
      worker.once('message', answer).once('error', reject);
      worker.postMessage(sent);
    });
  try {
    return await talk(ask, (sent) => worker.postMessage(sent));
  } finally {
    await worker.terminate();
  }
}

/** Lets requests that came in meanwhile be answered. */
function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
