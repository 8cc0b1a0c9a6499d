import { bound } from './bound';
import { exact } from './exact';
import { improve } from './improve';
import type { Instance, Plan } from './instance';
import { propose } from './propose';
import { reduce, restore } from './reduce';

export interface Suggested {
  readonly plan: Plan;
  /** No plan under the same conditions, with the same batches kept, serves more women than this. */
  readonly bound: number;
}

export interface Patience {
  /** How often the greedy plan is changed for the better, and how often the bound. */
  readonly rounds: number;
  readonly boundRounds: number;
  /** How long both may take together. */
  readonly seconds: number;
  /** How long the integer program may run after that; 0 leaves it out. */
  readonly exactSeconds: number;
}

/**
 * The greedy plan, changed for the better, and where it is not proved best the integer program's, if that serves more; with
 * how far at most it is from the best.
 *
 * @param tell is told what is known before the integer program begins.
 */
export async function suggest(
  instance: Instance,
  patience: Patience,
  tell: (sofar: Suggested) => void = () => undefined,
): Promise<Suggested> {
  const until = performance.now() + patience.seconds * 1000;
  const isTime = () => performance.now() > until;
  const { instance: reduced, groupsOf } = reduce(instance);
  const greedy = propose(reduced);
  const rough = bound(reduced, greedy.served, patience.boundRounds, isTime);
  const isEnough = () => greedy.served >= rough || isTime();
  const draft = isEnough() ? greedy : improve(greedy, patience.rounds, isEnough);
  draft.closeNeedless();
  const sofar = { plan: restore(instance, groupsOf, draft.plan()), bound: rough };
  if (rough <= draft.served || patience.exactSeconds === 0) return sofar;
  tell(sofar);
  const found = await exact(draft, patience.exactSeconds);
  if (!found) return sofar;
  found.draft.closeNeedless();
  const plan = restore(instance, groupsOf, found.draft.plan());
  return { plan, bound: Math.min(rough, found.bound ?? rough) };
}
