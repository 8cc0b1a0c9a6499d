import type { EntityManager } from 'typeorm';
import { dayText } from '../database/raw-values';
import { statement } from '../database/statement';
import type { RowRead } from './reading/read-rows';
import { compare, type Judged, type Telling } from './verdicts.rules';

export interface KnownFile extends Telling {
  readonly id: string;
}

/** Files that may be those of these rows: by identity number anywhere, by name in the county alone. */
export async function knownFiles(
  rows: EntityManager,
  county: string,
  tellings: readonly Telling[],
): Promise<KnownFile[]> {
  const marks = tellings.flatMap(({ identityMark }) => identityMark ?? []);
  const names = [...new Set(tellings.map(({ name }) => name))];
  const columns = 'id, name, villageCode, bornOn, identityMark, phoneMark';
  const ask = async (sql: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : statement<KnownFile[]>(rows, `SELECT ${columns} FROM women WHERE ${sql}`, values);
  const listOf = (values: readonly string[]) => values.map(() => '?').join(', ');
  const isAlive = 'mergedIntoId IS NULL AND erasedAt IS NULL';
  const found = [
    ...(await ask(`identityMark IN (${listOf(marks)})`, marks)),
    ...(names.length === 0
      ? []
      : await ask(`name IN (${listOf(names)}) AND villageCode LIKE ? AND ${isAlive}`, [
          ...names,
          `${county}%`,
        ])),
  ];
  return found.map((file) => ({ ...file, bornOn: file.bornOn === null ? null : dayText(file.bornOn) }));
}

/** Judges rows against the files there are. */
export class Judge {
  private readonly byMark = new Map<string, KnownFile>();
  private readonly byName = new Map<string, KnownFile[]>();

  constructor(
    private readonly county: string,
    files: readonly KnownFile[],
  ) {
    for (const file of files) {
      if (file.identityMark !== null) this.byMark.set(file.identityMark, file);
      if (!file.villageCode.startsWith(county)) continue;
      const namesakes = this.byName.get(file.name) ?? [];
      this.byName.set(file.name, namesakes);
      if (!namesakes.some(({ id }) => id === file.id)) namesakes.push(file);
    }
  }

  judge({ n, faults, telling, row }: RowRead): Judged {
    if (!telling) return { n, v: 'wrong', faults: faults ?? [] };
    const same = this.sameAs(telling);
    // Whose she is elsewhere is not told: only that her own county must look.
    if (same && !same.villageCode.startsWith(this.county))
      return { n, v: 'wrong', faults: [{ field: 'identity', code: 'identity.elsewhere' }] };
    if (same) return { n, v: 'same', known: [same.id] };
    const near = (this.byName.get(telling.name) ?? []).filter((file) => compare(telling, file) === 'near');
    const known = near.slice(0, mostNear).map(({ id }) => id);
    if (known.length === 0 && row === undefined) return { n, v: 'new' };
    return { n, v: 'near', known, ...(row !== undefined && { row }) };
  }

  /** The file that is hers without a doubt. */
  sameAs(telling: Telling): KnownFile | undefined {
    const byNumber = telling.identityMark === null ? undefined : this.byMark.get(telling.identityMark);
    if (byNumber) return byNumber;
    return (this.byName.get(telling.name) ?? []).find((file) => compare(telling, file) === 'same');
  }
}

/** More files that may be hers are not shown beside a row. */
const mostNear = 3;
