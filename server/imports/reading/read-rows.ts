import { readSheet, type SheetFacts, type SheetRow } from '../../files/sheets/sheet-reader';
import type { IdentityTraits } from '../../duplicates/near.rules';
import type { Seal } from '../../secrecy/seal';
import { identityMarkOf } from '../../women/files';
import { soundOf } from '../../women/names';
import { layoutOf, type Layout } from '../headings.rules';
import { readRow, type Fault, type RowSurroundings } from '../rows.rules';
import { MergedCells } from './merged-cells';
import { sealCells } from './row-bodies';

/** A row as it was read: what is wrong with it, or what tells whose it is. */
export interface RowRead {
  readonly n: number;
  readonly faults?: readonly Fault[];
  readonly telling?: IdentityTraits;
  /** An earlier row of the file that may be the same woman. */
  readonly row?: number;
}

export interface PartRead {
  readonly rows: readonly RowRead[];
  /** Their cells, as they are kept. */
  readonly sealed: Uint8Array;
  /** How much of the sheet is read by now, from 0 to 1. */
  readonly share: number;
}

export interface SheetRead {
  readonly layout: Layout;
  readonly otherSheets: number;
}

/** What ends a reading early. */
export class Unreadable extends Error {
  constructor(readonly code: 'import.noHeading' | 'import.noRow' | 'import.tooManyRows') {
    super(code);
  }
}

const mostRows = 100_000;
export const rowsInPart = 500;

interface Eyes {
  readonly seal: Seal;
  readonly today: string;
  readonly villageOf: RowSurroundings['villageOf'];
}

/**
 * Reads a register part by part: headings first, then each row by the rules, beside the rows above it.
 *
 * @throws Unreadable
 */
export async function readRegister(
  file: number,
  eyes: Eyes,
  begin: (sheet: SheetRead) => Promise<void>,
  take: (part: PartRead) => Promise<void>,
): Promise<void> {
  let facts: SheetFacts = { otherSheets: 0, merged: [] };
  let rows: RegisterRows | undefined;
  let found = 0;
  await readSheet(
    file,
    (known) => (facts = known),
    async (some, share) => {
      let fresh = some;
      if (!rows) {
        const layout = layoutOf(some.map(({ cells }) => cells));
        if (!layout) throw new Unreadable('import.noHeading');
        rows = new RegisterRows(eyes, layout, facts);
        fresh = some.slice(layout.rowsAbove);
        await begin({ layout, otherSheets: facts.otherSheets });
      }
      found += fresh.length;
      if (found > mostRows) throw new Unreadable('import.tooManyRows');
      for (const part of rows.part(fresh, share)) await take(part);
    },
    rowsInPart,
  );
  if (found === 0) throw new Unreadable('import.noRow');
}

class RegisterRows {
  private readonly merged: MergedCells;
  private readonly surroundings: RowSurroundings;
  private readonly identities = new Map<string, number>();
  private readonly nameless = new Map<string, { row: number; hasIdentity: boolean }>();

  constructor(
    private readonly eyes: Eyes,
    { columns }: Layout,
    facts: SheetFacts,
  ) {
    this.merged = new MergedCells(facts.merged, columns);
    this.surroundings = { columns, today: eyes.today, villageOf: eyes.villageOf };
  }

  part(some: readonly SheetRow[], share: number): PartRead[] {
    if (some.length === 0) return [];
    const filled = some.map((row) => ({ row, ...this.merged.fill(row.number, row.cells) }));
    const rows = filled.map(({ row, cells, faults }) => this.read({ ...row, cells }, faults));
    return this.kept(
      rows,
      filled.map(({ cells }) => cells),
      share,
    );
  }

  private kept(rows: readonly RowRead[], cells: readonly SheetRow['cells'][], share: number): PartRead[] {
    const sealed = sealCells(this.eyes.seal, cells);
    if (sealed) return [{ rows, sealed, share }];
    const half = Math.ceil(rows.length / 2);
    return [
      ...this.kept(rows.slice(0, half), cells.slice(0, half), share),
      ...this.kept(rows.slice(half), cells.slice(half), share),
    ];
  }

  private read({ number: n, isHidden, cells }: SheetRow, merged: readonly Fault[]): RowRead {
    if (isHidden) return { n, faults: [{ field: null, code: 'row.hidden' }] };
    const read = readRow(cells, this.surroundings);
    if ('faults' in read || merged.length > 0) {
      const own = 'faults' in read ? read.faults : [];
      return {
        n,
        faults: [...merged, ...own.filter(({ field }) => !merged.some((one) => one.field === field))],
      };
    }
    const { name, villageCode, identity, phone, bornInYear = null, householdCode = null } = read.facts;
    const before = identity && this.identities.get(identity.identity);
    if (before !== undefined)
      return { n, faults: [{ field: 'identity', code: 'identity.repeated', row: before }] };
    if (identity) this.identities.set(identity.identity, n);
    const { seal } = this.eyes;
    const telling: IdentityTraits = {
      ...{
        name,
        sound: soundOf(name),
        villageCode,
        bornOn: identity?.bornOn ?? null,
        bornInYear,
        householdCode,
      },
      identityMark: identity ? identityMarkOf(seal, identity.identity) : null,
      phoneMark: phone === undefined ? null : seal.mark(phone),
    };
    const row = this.namesake(`${villageCode} ${name}`, n, identity !== undefined);
    return { n, telling, ...(row !== undefined && { row }) };
  }

  /** An earlier row with her name in her village, unless both have an identity number, which would be two women. */
  private namesake(key: string, row: number, hasIdentity: boolean): number | undefined {
    const before = this.nameless.get(key);
    if (!before) this.nameless.set(key, { row, hasIdentity });
    return before && !(before.hasIdentity && hasIdentity) ? before.row : undefined;
  }
}
