import type { Region } from '../regions/region.entity';
import { isWithin, sayRegion } from '../regions/regions.rules';
import type { RowSurroundings } from './rows.rules';

type Area = Pick<Region, 'code' | 'name' | 'level'>;

/** Where a county's registers may mean another place than hers. */
const none = null;

/**
 * Finds the village that a row means, by its code or by its names, in the county of this import alone: what lies
 * elsewhere is never taken in, whoever wrote it. Names are compared as people say them, with 村, 镇 or without.
 */
export function villagesOf(county: string, areas: readonly Area[]): RowSurroundings['villageOf'] {
  const inside = areas.filter(({ code }) => isWithin(code, county));
  const countyNames = new Set(inside.filter(({ level }) => level === 'county').flatMap(waysToSay));
  const villages = new Map(
    inside.filter(({ level }) => level === 'village').map((village) => [village.code, village]),
  );
  const townships = new Map<string, string | null>();
  for (const area of inside.filter(({ level }) => level === 'township'))
    note(townships, waysToSay(area), area.code);
  const byName = new Map<string, string | null>();
  for (const village of villages.values()) {
    const ways = waysToSay(village);
    note(byName, ways, village.code);
    note(
      byName,
      ways.map((way) => `${village.code.slice(0, 9)} ${way}`),
      village.code,
    );
  }
  return ({ county: saidCounty, township, village, villageCode }) => {
    if (villageCode !== '') {
      const code = villageCode.replace(/\D/g, '');
      if (villages.has(code)) return { villageCode: code };
      return fault('villageCode', isWithin(code, county) ? 'village.unknown' : 'village.elsewhere');
    }
    if (saidCounty !== '' && !countyNames.has(plain(saidCounty))) return fault('county', 'village.elsewhere');
    if (village === '') return fault('village', 'village.missing');
    const townshipCode = township === '' ? '' : townships.get(plain(township));
    if (townshipCode === undefined || townshipCode === none) return fault('township', 'village.unknown');
    const found = byName.get(townshipCode === '' ? plain(village) : `${townshipCode} ${plain(village)}`);
    if (found === undefined) return fault('village', 'village.unknown');
    return found === none ? fault('village', 'village.several') : { villageCode: found };
  };
}

const fault = (field: 'county' | 'township' | 'village' | 'villageCode', code: `village.${Why}`) => ({
  fault: { field, code },
});
type Why = 'missing' | 'unknown' | 'several' | 'elsewhere';

/** A name that two places have says neither. */
function note(names: Map<string, string | null>, ways: readonly string[], code: string): void {
  for (const way of ways) {
    const known = names.get(way);
    names.set(way, known === undefined || known === code ? code : none);
  }
}

/** 六团镇 is also said 六团, 团山村委会 also 团山村 and 团山. */
function waysToSay({ name }: Area): string[] {
  const said = plain(sayRegion(name));
  const short = said.replace(/(街道办事处|街道|社区居委会|社区|居委会|村|镇|乡|县|区)$/, '');
  return [...new Set([plain(name), said, ...([...short].length > 1 ? [short] : [])])];
}

function plain(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^黑龙江省?/, '')
    .replace(/^哈尔滨市?/, '');
}
