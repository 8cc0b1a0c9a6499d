import { standingOf, type Standing } from '../../../server/attendance/attendance.rules';
import type { components } from '../../api/schema';
import type { Mark, Waiting } from '../../offline/outbox';

export type Roster = components['schemas']['RosterView'];

export interface RosterRow {
  readonly womanId: string;
  readonly name: string;
  readonly villageName: string;
  readonly standing: Standing | null;
  /** Some of her marks are still on the phone. */
  readonly sending: boolean;
  readonly refusal: { readonly markId: string; readonly why: string } | undefined;
}

/** The roster as the trainer sees it: what the server knew, and over it what she tapped since and what is still on the phone. */
export function rowsOf(roster: Roster, box: readonly Waiting[], sent: readonly Mark[]): RosterRow[] {
  const here = box.filter(({ mark }) => mark.sessionId === roster.sessionId);
  return roster.women.map(({ womanId, name, villageName, standing }) => {
    const hers = here.filter(({ mark }) => mark.womanId === womanId);
    const waiting = hers.filter(({ refused }) => refused === undefined).map(({ mark }) => mark);
    const refused = hers.filter((one) => one.refused !== undefined);
    const [first] = refused;
    const own = [
      ...waiting,
      ...sent.filter(
        (mark) =>
          mark.sessionId === roster.sessionId &&
          mark.womanId === womanId &&
          !refused.some((one) => one.mark.id === mark.id),
      ),
    ];
    return {
      ...{ womanId, name, villageName },
      standing: own.length > 0 ? standingOf(own) : standing,
      sending: waiting.length > 0,
      refusal: first && { markId: first.mark.id, why: first.refused ?? '' },
    };
  });
}
