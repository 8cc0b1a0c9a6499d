import { standingOf, type Standing, type TimedMark } from '../../../server/attendance/attendance.rules';
import type { components } from '../../api/schema';
import type { Mark, Outbox } from '../../offline/sync';

export type Roster = components['schemas']['RosterView'];

export interface RosterRow {
  readonly womanId: string;
  readonly name: string;
  readonly initials: string;
  readonly villageName: string;
  readonly standing: Standing | null;
  readonly isGuest: boolean;
  /** She left the roster after she was marked: the refusal is shown, and nothing else can be tapped. */
  readonly isGone: boolean;
  readonly hasScanned: boolean;
  /** Something of hers is still on the phone. */
  readonly sending: boolean;
  readonly refusal: { readonly id: string; readonly why: string } | undefined;
}

/** What the trainer sees: what the server knew, and over it what she tapped since and what is still on the phone. */
export function rowsOf(roster: Roster, { marks, walkIns }: Outbox, sent: readonly Mark[]): RosterRow[] {
  const arrived = walkIns
    .filter(({ item }) => item.sessionId === roster.sessionId)
    .filter(({ item }) => !roster.women.some(({ womanId }) => womanId === item.entry.womanId))
    .map(({ item, refused }) => ({
      ...{ womanId: item.id, name: item.name, initials: '', villageName: item.villageName },
      ...{ standing: null, isGuest: false, isGone: false, hasScanned: false, refused, isHere: !refused },
    }));
  const known = roster.women.map((woman) => ({ ...woman, isGone: false, refused: undefined, isHere: false }));
  return [...arrived, ...goneFrom(roster, marks, [...arrived, ...known]), ...known].map((woman) => {
    const { womanId, name, initials, villageName, isGuest, isGone, refused, isHere } = woman;
    const hers = marks.filter(({ item }) => item.sessionId === roster.sessionId && item.womanId === womanId);
    const waiting = hers.filter((one) => one.refused === undefined).map(({ item }) => item);
    const turnedDown = hers.filter((one) => one.refused !== undefined);
    const [first] = turnedDown;
    const own = [
      ...waiting,
      ...sent.filter(
        (mark) =>
          mark.sessionId === roster.sessionId &&
          mark.womanId === womanId &&
          !turnedDown.some(({ item }) => item.id === mark.id),
      ),
    ];
    const standing = own.length > 0 ? standingOf(own.map(timed)) : woman.standing;
    const refusal = refused
      ? { id: womanId, why: refused }
      : first && { id: first.item.id, why: first.refused! };
    return {
      ...{ womanId, name, initials, villageName, standing, isGuest, isGone, refusal },
      hasScanned: woman.hasScanned && standing === null,
      sending: isHere || waiting.length > 0,
    };
  });
}

/** Those whose marks were refused since they left the roster: what became of a mark is never hidden. */
function goneFrom(
  { sessionId }: Roster,
  marks: Outbox['marks'],
  here: readonly { readonly womanId: string }[],
) {
  const gone = marks.filter(
    ({ item, refused }) =>
      refused !== undefined &&
      item.sessionId === sessionId &&
      !here.some(({ womanId }) => womanId === item.womanId),
  );
  return [...new Map(gone.map(({ item, name }) => [item.womanId, name || '名单外的人']))].map(
    ([womanId, name]) => ({
      ...{ womanId, name, initials: '', villageName: '已不在名单上', standing: null, isGuest: false },
      ...{ isGone: true, hasScanned: false, refused: undefined, isHere: false },
    }),
  );
}

/** On the phone there is no other clock than its own. */
function timed({ id, kind, markedAt }: Mark): TimedMark {
  return { id, kind, madeAt: markedAt };
}

/** Whether a row is what she types: characters of the name, its first letters, or the village. */
export function isSought({ name, initials, villageName }: RosterRow, typed: string): boolean {
  const sought = typed.trim().toLowerCase();
  if (sought === '') return true;
  return name.includes(sought) || initials.startsWith(sought) || villageName.includes(sought);
}
