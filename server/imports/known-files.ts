import type { EntityManager } from 'typeorm';
import { dayText } from '../database/raw-values';
import { statement } from '../database/statement';
import type { IdentityTraits } from '../duplicates/near.rules';
import type { RowRead } from './reading/read-rows';
import { compare, type Judged } from './verdicts.rules';

export interface KnownFile extends IdentityTraits {
  readonly id: string;
}

/**
 * Files that may be those of these rows: by identity number anywhere, by how the name is spoken in the county alone. What
 * is only a little alike the clockwork finds after they are written, as with every new file.
 */
export async function knownFiles(
  rows: EntityManager,
  county: string,
  tellings: readonly IdentityTraits[],
): Promise<KnownFile[]> {
  const marks = tellings.flatMap(({ identityMark }) => identityMark ?? []);
  const soundsOf = (hasIdentity: boolean) => [
    ...new Set(
      tellings
        .filter(({ identityMark, sound }) => sound !== '' && (identityMark !== null) === hasIdentity)
        .map(({ sound }) => sound),
    ),
  ];
  const soundless = new Set(
    tellings.filter(({ sound }) => sound === '').map(({ villageCode }) => villageCode),
  );
  const here = `villageCode LIKE '${county}%' AND`;
  const found = [
    ...(await filesWhere(rows, 'identityMark IN', marks, '1 = 1')),
    // Two identity numbers are two women, so a row with one is held against files without one alone.
    ...(await filesWhere(rows, `${here} identityMark IS NULL AND sound IN`, soundsOf(true))),
    ...(await filesWhere(rows, `${here} sound IN`, soundsOf(false))),
    ...(await filesWhere(rows, `sound = '' AND villageCode IN`, [...soundless])),
  ];
  return found.map((file) => ({ ...file, bornOn: file.bornOn === null ? null : dayText(file.bornOn) }));
}

async function filesWhere(
  rows: EntityManager,
  condition: string,
  values: readonly string[],
  and = 'mergedIntoId IS NULL AND erasedAt IS NULL',
): Promise<KnownFile[]> {
  if (values.length === 0) return [];
  const columns = 'id, name, sound, villageCode, bornOn, bornInYear, identityMark, phoneMark, householdCode';
  const list = values.map(() => '?').join(', ');
  return statement(rows, `SELECT ${columns} FROM women WHERE ${condition} (${list}) AND ${and}`, values);
}

/** Judges rows against the files there are. */
export class Judge {
  private readonly byMark = new Map<string, KnownFile>();
  private readonly bySound = new Map<string, KnownFile[]>();

  constructor(
    private readonly county: string,
    files: readonly KnownFile[],
  ) {
    for (const file of files) {
      if (file.identityMark !== null) this.byMark.set(file.identityMark, file);
      if (!file.villageCode.startsWith(county)) continue;
      const namesakes = this.bySound.get(file.sound) ?? [];
      this.bySound.set(file.sound, namesakes);
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
    const near = (this.bySound.get(telling.sound) ?? []).flatMap((file) => {
      const why = compare(telling, file);
      return typeof why === 'string' ? [] : [{ id: file.id, why }];
    });
    if (near.length === 0 && row === undefined) return { n, v: 'new' };
    const known = near.slice(0, mostNear).map(({ id }) => id);
    return { n, v: 'near', known, ...(near[0] && { why: near[0].why }), ...(row !== undefined && { row }) };
  }

  /** The file that is hers without a doubt. */
  sameAs(telling: IdentityTraits): KnownFile | undefined {
    const byNumber = telling.identityMark === null ? undefined : this.byMark.get(telling.identityMark);
    if (byNumber) return byNumber;
    return (this.bySound.get(telling.sound) ?? []).find((file) => compare(telling, file) === 'same');
  }
}

/** More files that may be hers are not shown beside a row. */
const mostNear = 3;
