import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locatedCounties, locatedTownships } from './located';
import type { Region } from './region.entity';
import type { Level } from './regions.rules';

const e5 = (degrees: number) => Math.round(degrees * 100_000);

/** The 3,505 areas of Harbin as the National Bureau of Statistics coded them in 2023; 148 of them with a position from GeoNames. */
export function harbinDivisions(): Region[] {
  const [, ...lines] = readFileSync(join(__dirname, 'harbin-divisions.csv'), 'utf8').trim().split(/\r?\n/);
  const located = new Map([...locatedCounties, ...locatedTownships].map((place) => [place.code, place]));
  return lines.map((line) => {
    const [code = '', name = '', level = '', parentCode = ''] = line.split(',');
    const place = located.get(code);
    return {
      code,
      name,
      level: level as Level,
      parentCode: parentCode || null,
      latitudeE5: place ? e5(place.latitude) : null,
      longitudeE5: place ? e5(place.longitude) : null,
    };
  });
}
