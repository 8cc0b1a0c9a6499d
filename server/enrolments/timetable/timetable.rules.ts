import { dayOf, type Day } from '../../calendar/days.rules';
import { isTooFar, movableStates, slotKey, type BatchState, type Slot } from '../../courses/batches.rules';
import type { Refused } from '../../http/refusals';

export interface Move {
  readonly state: BatchState;
  readonly signUpUntil: Date;
  /** The session as it stands, and all others of its batch. */
  readonly from: Slot;
  readonly others: readonly Slot[];
  readonly to: Slot;
  readonly movesPlace: boolean;
  readonly now: Date;
}

/** Whether a session may be held then instead, and between which days its batch lies after it. */
export function decideMove(move: Move): { startsOn: Day; endsOn: Day } | 'same' | Refused {
  const { state, from, to, others, now } = move;
  if (!movableStates.includes(state)) return { refused: 'batch.stateForbids' };
  const days = [...others, to].map(({ heldOn }) => heldOn).sort();
  const becomes = { startsOn: days[0]!, endsOn: days.at(-1)! };
  const isSameSlot = slotKey(from) === slotKey(to);
  if (isSameSlot && !move.movesPlace) return 'same';
  const today = dayOf(now);
  if (from.heldOn < today) return { refused: 'batch.sessionUnmovable' };
  if (isSameSlot) return becomes;
  if (to.heldOn <= today) return { refused: 'batch.sessionInPast', about: { heldOn: to.heldOn } };
  if (isTooFar(to.heldOn, now)) return { refused: 'batch.sessionTooFar', about: { heldOn: to.heldOn } };
  if (others.some((other) => slotKey(other) === slotKey(to))) return { refused: 'batch.sessionRepeated' };
  const takesSignUps = state === 'approved' || state === 'open';
  if (takesSignUps && becomes.startsOn <= dayOf(new Date(move.signUpUntil.getTime() - 1)))
    return { refused: 'batch.signUpTooLate' };
  return becomes;
}
