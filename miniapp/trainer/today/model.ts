import type { components } from '../../api/schema';

export type TrainerSession = components['schemas']['TrainerSessionView'];

/** Today's sessions, those to come, and those held, the latest first. */
export function byDay(
  sessions: readonly TrainerSession[],
  today: string,
): { now: TrainerSession[]; ahead: TrainerSession[]; before: TrainerSession[] } {
  return {
    now: sessions.filter(({ heldOn }) => heldOn === today),
    ahead: sessions.filter(({ heldOn }) => heldOn > today),
    before: sessions.filter(({ heldOn }) => heldOn < today).reverse(),
  };
}
