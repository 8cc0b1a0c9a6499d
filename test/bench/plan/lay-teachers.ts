import type { DataSource } from 'typeorm';
import { Trainer, Venue } from '../../../server/courses/course.entity';
import { newId } from '../../../server/database/new-id';
import { families, familiesToBits } from '../../../server/needs/families.rules';
import { Region } from '../../../server/regions/region.entity';
import { Chance } from '../assign/chance';

/** Every second township has a place, and each county six trainers, one or two families each. Gives back the counties. */
export async function layTeachers({ manager }: DataSource): Promise<string[]> {
  const chance = new Chance(11);
  const townships = (await manager.findBy(Region, { level: 'township' })).map(({ code }) => code).sort();
  const counties = [...new Set(townships.map((code) => code.slice(0, 6)))];
  await manager.insert(
    Venue,
    townships
      .filter((_, at) => at % 2 === 0)
      .map((regionCode) => ({
        ...{ id: newId(), name: '文化站', regionCode, address: '' },
        capacity: [20, 30, 50][Math.floor(chance.even() * 3)]!,
      })),
  );
  await manager.insert(
    Trainer,
    counties.flatMap((countyCode) =>
      families.map((family, at) => ({
        ...{ id: newId(), name: '教师', countyCode, speciality: '' },
        familyBits: familiesToBits(chance.even() < 0.5 ? [family] : [family, families[(at + 1) % 6]!]),
      })),
    ),
  );
  return counties;
}
