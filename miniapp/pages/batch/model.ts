import { saySignUpUntil } from '../../components/batch-card/batch-words';
import type { components } from '../../api/schema';
import { routes } from '../../routes';

export type Standing = components['schemas']['StandingView'];

export interface WholeBatch {
  readonly batch: components['schemas']['BatchView'];
  /** Undefined for somebody without a file. */
  readonly standing: Standing | undefined;
}

/** What her friends read when she passes a batch on: what, where, and until when. */
export function shareOf(batch: WholeBatch['batch'] | undefined): { title: string; path: string } {
  if (!batch) return { title: '免费学手艺，来看看', path: routes.batches() };
  const until = batch.state === 'open' ? `，${saySignUpUntil(batch.signUpUntil)}` : '';
  return {
    title: `免费学：${batch.title}，在${batch.venueRegionName}${until}`,
    path: routes.batch(batch.id),
  };
}

const awaiting: readonly Standing['state'][] = ['applied', 'waiting', 'offered', 'enrolled'];

/** Whether something may yet happen that she wants to hear of: then is the time to ask for messages, never before. */
export function awaitsNews({ state }: Standing): boolean {
  return awaiting.includes(state);
}
