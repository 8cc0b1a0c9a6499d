import type { DataSource } from 'typeorm';
import { daysLater, startOf } from '../../../server/calendar/days.rules';
import { Batch, Session } from '../../../server/courses/batch.entity';
import { Course, Trainer, Venue } from '../../../server/courses/course.entity';
import { newId } from '../../../server/database/new-id';
import { families } from '../../../server/needs/families.rules';
import { Need, NeedCardRow } from '../../../server/needs/need.entity';
import { monthsToBits } from '../../../server/needs/needs.rules';
import { Region } from '../../../server/regions/region.entity';
import { Woman } from '../../../server/women/woman.entity';
import { Chance } from '../assign/chance';

const rowsAtOnce = 1_000;
/** How far women go, and how often they have time in a month of rest and in one of work. */
export interface Ways {
  readonly reaches: readonly number[];
  readonly free: readonly [rest: number, work: number];
}

const usualWays: Ways = { reaches: [10, 20, 35, 60], free: [0.8, 0.3] };
const slack = new Set([11, 12, 1, 2, 3]);

/** A made-up Harbin on its real areas: women with need cards, and batches of one winter that wait for an assignment. */
export async function layNeeds(
  dataSource: DataSource,
  women: number,
  batches: number,
  today: string,
  { reaches, free: [rest, work] }: Ways = usualWays,
) {
  const { manager } = dataSource;
  const chance = new Chance(7);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(chance.even() * items.length)]!;
  const villages = (await manager.findBy(Region, { level: 'village' })).map(({ code }) => code).sort();
  const now = new Date(`${today}T02:00:00Z`);
  const courses = families.map((family) => ({
    ...{ id: newId(), title: family, family, summary: '', isHeavy: family === 'planting' },
    ...{
      reading: family === 'ecommerce' ? (1 as const) : (0 as const),
      completeShare: 80,
      audience: 'women' as const,
    },
  }));
  await manager.insert(Course, courses);
  const opened: Batch[] = [];
  const [trainers, venues, sessions]: [Partial<Trainer>[], Partial<Venue>[], Session[]] = [[], [], []];
  for (let made = 0; made < batches; made += 1) {
    const village = pick(villages);
    const [id, countyCode] = [newId(), village.slice(0, 6)];
    const startsOn = daysLater(today, 20 + Math.floor(chance.even() * 90));
    const capacity = 30 + Math.floor(chance.even() * 31);
    trainers.push({ id: newId(), name: '教师', countyCode, speciality: '' });
    venues.push({ id: newId(), name: '文化站', regionCode: village, address: '' });
    opened.push({
      ...{
        id,
        courseId: pick(courses).id,
        countyCode,
        venueId: venues.at(-1)!.id!,
        trainerId: trainers.at(-1)!.id!,
      },
      ...{ state: 'open', admission: 'assignment', capacity, minimum: 15, taken: 0, reservedForPoor: null },
      ...{ signUpUntil: startOf(daysLater(startsOn, -5)), startsOn, endsOn: daysLater(startsOn, 2) },
      ...{ cancelReason: null, createdAt: now, openedById: newId() },
    });
    for (let day = 0; day < 3; day += 1)
      sessions.push({ id: newId(), batchId: id, heldOn: daysLater(startsOn, day), half: 'morning' });
  }
  const people: Woman[] = [];
  const cards: NeedCardRow[] = [];
  const needs: Need[] = [];
  for (let made = 0; made < women; made += 1) {
    const [id, villageCode] = [newId(), pick(villages)];
    people.push({
      ...{ id, name: '王秀英', phoneSealed: null, phoneMark: null, villageCode, bornInYear: 1975 },
      ...{ isRegisteredPoor: chance.even() < 0.45, povertySource: null, povertyAsOf: null },
      ...{ isLeader: chance.even() < 0.04, mergedIntoId: null, createdAt: now, enteredById: id },
    } as Woman);
    const free = Array.from({ length: 12 }, (_, at) => at + 1).filter(
      (month) => chance.even() < (slack.has(month) ? rest : work),
    );
    cards.push({
      ...{
        womanId: id,
        freeMonthBits: monthsToBits(free),
        farthestKm: pick(reaches),
        reading: pick([0, 1, 2]),
      },
      ...{ dayKind: pick(['any', 'weekday', 'any']), nearestFirst: false, needsChildCare: false },
      ...{ isBodyLimited: chance.even() < 0.06, source: 'visit', enteredById: id, confirmedAt: now },
    });
    const wanted = [...families].sort(() => chance.even() - 0.5).slice(0, 1 + Math.floor(chance.even() * 3));
    wanted.forEach((family, at) =>
      needs.push({
        ...{ id: newId(), womanId: id, villageCode, family, wish: at + 1, state: 'open' },
        since: new Date(now.getTime() - Math.floor(chance.even() * 4) * 31_557_600_000),
      }),
    );
  }
  const tables = [
    [Trainer, trainers],
    [Venue, venues],
    [Batch, opened],
    [Session, sessions],
    [Woman, people],
    [NeedCardRow, cards],
    [Need, needs],
  ] as const;
  for (const [entity, rows] of tables)
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await manager.insert(entity as typeof Woman, rows.slice(from, from + rowsAtOnce) as Woman[]);
}
