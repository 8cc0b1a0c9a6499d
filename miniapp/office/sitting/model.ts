import { families } from '../../../server/needs/families.rules';
import { reaches } from '../../../server/needs/needs.rules';
import type { components } from '../../api/schema';
import { blank, canGoOn, toggle, winter, type Draft } from '../../pages/need/model';

type Schemas = components['schemas'];
export type Candidate = Pick<Schemas['WomanView'], 'id' | 'name' | 'villageName'> & {
  /** Why she may be the one who is entered, where the server finds her near. */
  readonly why?: readonly string[];
};
export type Sitting = Schemas['SittingDto'] & { readonly id: string };

/** One woman of the list as it stands in the browser: waiting for a signal, kept by the server, or refused with its reason. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly body: Schemas['SittingEntryDto'];
  readonly state: 'waiting' | 'kept' | 'refused';
  /** Files of other women, as was said before this one was opened. */
  readonly apart?: readonly string[];
  readonly code?: string;
  readonly why?: string;
}

/** Whom the card is for: a woman who has a file, or a new one of a village. */
export type Who =
  | { readonly womanId: string; readonly name: string }
  | {
      readonly name: string;
      readonly villageCode: string;
      /** Files that were shown, of whom she is none. */
      /** Somebody was shown who is not she. */
      readonly isAnother: boolean;
      readonly apart: readonly string[];
    };

export const steps = ['families', 'months', 'reach'] as const;
export type Step = (typeof steps)[number];

/** The card that is being keyed in. */
export interface Keyed {
  readonly step: Step;
  readonly draft: Draft;
}

export const fresh: Keyed = { step: 'families', draft: blank };

const monthKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='];
const allMonths = monthKeys.map((_, index) => index + 1);

/** The key of each choice, shown beside it. */
export const keyOf = {
  family: (place: number) => String(place + 1),
  month: (month: number) => monthKeys[month - 1]!,
  reach: (place: number) => String(place + 1),
} as const;

/**
 * What one key does: its choice on or off, Enter the next question, Backspace the one before. A key that means nothing here
 * changes nothing. After the last question Enter answers `done`.
 */
export function press(keyed: Keyed, key: string): Keyed | 'done' {
  const { step, draft } = keyed;
  const at = steps.indexOf(step);
  if (key === 'Enter') {
    if (!canGoOn(at, draft)) return keyed;
    const next = steps[at + 1];
    return next ? { ...keyed, step: next } : 'done';
  }
  if (key === 'Backspace') return { ...keyed, step: steps[Math.max(0, at - 1)]! };
  const change = (part: Partial<Draft>): Keyed => ({ ...keyed, draft: { ...draft, ...part } });
  if (step === 'families') {
    const family = families[Number(key) - 1];
    return family ? change({ families: toggle(draft.families, family) }) : keyed;
  }
  if (step === 'months') {
    if (key === 'w') return change({ freeMonths: winter });
    if (key === 'a') return change({ freeMonths: allMonths });
    const month = monthKeys.indexOf(key) + 1;
    return month > 0 ? change({ freeMonths: toggle(draft.freeMonths, month) }) : keyed;
  }
  if (key === 'c') return change({ needsChildCare: !draft.needsChildCare });
  if (key === 'b') return change({ isBodyLimited: !draft.isBodyLimited });
  const reach = reaches[Number(key) - 1];
  return reach ? change({ farthestKm: reach.km }) : keyed;
}

/** Whom she may be: the near ones first, with the reasons, then who is called so. */
export function candidatesOf(
  near: readonly Schemas['NearFileView'][],
  women: readonly Candidate[],
): Candidate[] {
  const first = near.map(({ file: { id, name, villageName }, why }) => ({ id, name, villageName, why }));
  const shown = new Set(first.map(({ id }) => id));
  return [...first, ...women.filter(({ id }) => !shown.has(id))];
}

/** The first that waits, in the order in which they were entered. */
export function nextToSend(rows: readonly Row[]): Row | undefined {
  return rows.find(({ state }) => state === 'waiting');
}

export function withRow(rows: readonly Row[], row: Row): Row[] {
  return rows.some(({ id }) => id === row.id)
    ? rows.map((one) => (one.id === row.id ? row : one))
    : [...rows, row];
}

export function withoutRow(rows: readonly Row[], id: string): Row[] {
  return rows.filter((row) => row.id !== id);
}

/** Whether every woman of the list has reached the server. */
export function isAllKept(rows: readonly Row[]): boolean {
  return rows.every(({ state }) => state === 'kept');
}
