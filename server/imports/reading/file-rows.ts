import { changeRow } from '../../women/changes';
import type { WomanChange } from '../../women/change.entity';
import { consentRow } from '../../women/consent-rows';
import { fileRow } from '../../women/files';
import type { Consent, Woman } from '../../women/woman.entity';
import type { Seal } from '../../secrecy/seal';
import { readRow, type RowSurroundings } from '../rows.rules';
import { openCells, sealCells } from './row-bodies';

/** What is written of some rows: files, the first line of their history, and the consent that was given on paper. */
export interface FileRows {
  /** The instant of all of them, in milliseconds. */
  readonly at: number;
  /** Of each file its row's place in the part. */
  readonly places: readonly number[];
  readonly women: readonly Woman[];
  readonly changes: readonly WomanChange[];
  readonly consents: readonly Consent[];
  /** The cells that are still wanted, to be kept in the place of all of them. */
  readonly left: Uint8Array;
}

export interface FilesWanted {
  readonly sealed: Uint8Array;
  /** Places of rows in the part that become files. */
  readonly places: readonly number[];
  /** Places of rows that are left out, and may be taken home to be mended. */
  readonly leftOut: readonly number[];
  readonly byAccountId: string;
  readonly at: number;
}

/** Reads the cells again by the same rules as when they were looked at, and seals what must be sealed. */
export function fileRows(
  seal: Seal,
  surroundings: RowSurroundings,
  { sealed, places, leftOut, byAccountId, at }: FilesWanted,
): FileRows {
  const cells = openCells(seal, sealed);
  const instant = new Date(at);
  const rows = places.flatMap((place) => {
    const read = readRow(cells[place] ?? [], surroundings);
    return 'facts' in read ? [{ place, woman: fileRow(seal, read.facts, byAccountId, instant) }] : [];
  });
  const isLeft = new Set(leftOut);
  return {
    at,
    left: sealCells(
      seal,
      cells.map((row, place) => (isLeft.has(place) ? row : [])),
    )!,
    places: rows.map(({ place }) => place),
    women: rows.map(({ woman }) => woman),
    changes: rows.map(({ woman: { id } }) => changeRow(seal, id, 'opened', null, null, byAccountId, instant)),
    consents: rows.map(({ woman: { id: womanId } }) =>
      consentRow({ womanId, purpose: 'needs', given: 'on_paper', isWithdrawal: false }, byAccountId, instant),
    ),
  };
}
