import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Region } from './region.entity';
import type { Level } from './regions.rules';

/** The 3,505 areas of Harbin as the National Bureau of Statistics coded them in 2023. */
export function harbinDivisions(): Region[] {
  const [, ...lines] = readFileSync(join(__dirname, 'harbin-divisions.csv'), 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [code = '', name = '', level = '', parentCode = ''] = line.split(',');
    return { code, name, level: level as Level, parentCode: parentCode || null, latitudeE5: null, longitudeE5: null };
  });
}
