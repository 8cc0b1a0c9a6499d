import type { Refused } from '../http/refusals';
import type { Verdict } from '../wechat/texts.rules';

/**
 * What is known of a text or a picture that a user sent. `unknown`: WeChat did not answer and is asked again.
 * `doubtful`: WeChat does not say, so a person looks. Only what has passed is shown to anybody else.
 */
export const checkStateNames = {
  pending: '正在检查',
  unknown: '还没查成，过一会儿再查',
  passed: '检查通过',
  doubtful: '等人来看',
  refused: '检查没有通过',
} as const;

export type CheckState = keyof typeof checkStateNames;

/** From what may be shown to what must not. */
const inOrder: readonly CheckState[] = ['passed', 'pending', 'unknown', 'doubtful', 'refused'];

/** Of several parts the worst counts; what has no part was never asked about, and waits. */
export function worstState(states: readonly CheckState[]): CheckState {
  if (states.length === 0) return 'pending';
  return inOrder[Math.max(...states.map((state) => inOrder.indexOf(state)))]!;
}

export function stateAfter(verdict: Verdict): CheckState {
  return ({ pass: 'passed', review: 'doubtful', risky: 'refused' } as const)[verdict];
}

const minute = 60_000;
/** WeChat tells what it found in a picture within half an hour. */
export const mediaAnswersWithinMs = 40 * minute;
/** So often a picture is given to WeChat; then a person looks. */
export const mostMediaTries = 3;

/** When WeChat is asked again that did not answer: after one minute, two, four, at last every hour. */
export function waitAfter(tries: number): number {
  return Math.min(60, 2 ** Math.min(tries, 6)) * minute;
}

export interface CheckFacts {
  readonly state: CheckState;
  readonly byAccountId: string;
  readonly appealById: string | null;
  readonly decidedById: string | null;
}

/** Whether somebody may ask a person to look again at what was refused: once, and not after a person decided. */
export function decideAppeal({ state, appealById, decidedById }: CheckFacts): object | Refused {
  const mayAsk = state === 'refused' && appealById === null && decidedById === null;
  return mayAsk ? {} : { refused: 'check.stateForbids' };
}

/** Whether it waits for a person. */
export function waitsForPerson({ state, appealById, decidedById }: Omit<CheckFacts, 'byAccountId'>): boolean {
  return state === 'doubtful' || (state === 'refused' && appealById !== null && decidedById === null);
}

/** Whether this person may decide: neither who sent it nor who appealed. */
export function decideByPerson(check: CheckFacts, accountId: string): object | Refused {
  if (!waitsForPerson(check)) return { refused: 'check.stateForbids' };
  const isHers = check.byAccountId === accountId || check.appealById === accountId;
  return isHers ? { refused: 'check.ownWords' } : {};
}
