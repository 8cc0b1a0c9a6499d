import type { EntityManager } from 'typeorm';
import type { Cell } from '../files/sheets/cells.rules';
import type { RegionTree } from '../regions/region-tree';
import { maskIdentity, maskPhone } from '../secrecy/mask.rules';
import type { Seal } from '../secrecy/seal';
import { educations, relations } from '../women/profile.rules';
import { Woman } from '../women/woman.entity';
import type { LedgerField } from './fields.rules';
import type { Ledger } from './ledger.entity';

const womenAtOnce = 500;

/** The women of a ledger, village by village, some at a time: they are read only as fast as they are taken away. */
export async function* ledgerRows(
  rows: EntityManager,
  seal: Seal,
  regions: RegionTree,
  { regionCode, fields, isWhole }: Ledger,
): AsyncGenerator<Cell[]> {
  for (let last = { villageCode: '', id: '' }; ;) {
    const women = await womenOf(rows, regionCode)
      .andWhere(
        '(woman.villageCode > :villageCode OR (woman.villageCode = :villageCode AND woman.id > :id))',
        last,
      )
      .orderBy('woman.villageCode')
      .addOrderBy('woman.id')
      .take(womenAtOnce)
      .getMany();
    for (const woman of women) yield fields.map((field) => cellOf(woman, field, { seal, regions, isWhole }));
    if (women.length < womenAtOnce) return;
    last = women.at(-1)!;
  }
}

/** The files of a region that are somebody's. */
export function womenOf(rows: EntityManager, regionCode: string) {
  return rows
    .createQueryBuilder(Woman, 'woman')
    .where('woman.mergedIntoId IS NULL AND woman.erasedAt IS NULL AND woman.villageCode LIKE :region', {
      region: `${regionCode}%`,
    });
}

interface Eyes {
  readonly seal: Seal;
  readonly regions: RegionTree;
  readonly isWhole: boolean;
}

function cellOf(woman: Woman, field: LedgerField, { seal, regions, isWhole }: Eyes): Cell {
  const number = (sealed: string | null, mask: (whole: string) => string) => {
    if (sealed === null) return null;
    const whole = seal.open(sealed);
    return isWhole ? whole : mask(whole);
  };
  switch (field) {
    case 'village':
      return regions.pathName(woman.villageCode);
    case 'identity':
      return number(woman.identitySealed, maskIdentity);
    case 'phone':
      return number(woman.phoneSealed, maskPhone);
    case 'relation':
      return woman.relation && relations[woman.relation];
    case 'education':
      return woman.education && educations[woman.education];
    case 'isPoor':
      return woman.isRegisteredPoor ? '是' : '否';
    case 'isLeader':
      return woman.isLeader ? '是' : '否';
    case 'name':
    case 'bornInYear':
    case 'householdCode':
    case 'povertySource':
    case 'povertyAsOf':
      return woman[field];
  }
}
