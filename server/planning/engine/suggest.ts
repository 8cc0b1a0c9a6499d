import { bound } from './bound';
import { exact } from './exact';
import type { Instance, Plan } from './instance';
import { propose } from './propose';

export interface Suggested {
  readonly plan: Plan;
  /** No plan under the same conditions serves more women than this; undefined where some batches were settled on before. */
  readonly bound: number | undefined;
}

export interface Patience {
  /** How long the integer program may run; 0 leaves it out. */
  readonly exactSeconds: number;
  readonly boundRounds: number;
  /** How long the bound may be improved. */
  readonly boundSeconds: number;
}

/** The better of the greedy plan and the exact one, with how far at most it is from the best. */
export async function suggest(instance: Instance, patience: Patience): Promise<Suggested> {
  const greedy = propose(instance);
  if (instance.kept && instance.kept.length > 0) return { plan: greedy, bound: undefined };
  const until = performance.now() + patience.boundSeconds * 1000;
  const rough = bound(instance, greedy.served, patience.boundRounds, () => performance.now() > until);
  if (rough <= greedy.served || patience.exactSeconds === 0) return { plan: greedy, bound: rough };
  const found = await exact(instance, patience.exactSeconds);
  const plan = found?.plan && found.plan.served > greedy.served ? found.plan : greedy;
  return { plan, bound: Math.max(plan.served, Math.min(rough, found?.bound ?? rough)) };
}
