import type { Account } from '../../accounts/account.entity';
import { daysLater, dayOf, halves, startOf, type Day } from '../../calendar/days.rules';
import type { Batch, Session } from '../../courses/batch.entity';
import { usualCompleteShare, type BatchState } from '../../courses/batches.rules';
import type { Course, Trainer, Venue } from '../../courses/course.entity';
import { familiesToBits } from '../../needs/families.rules';
import type { Region } from '../../regions/region.entity';
import { sayRegion } from '../../regions/regions.rules';
import { newId } from '../new-id';
import type { Chance } from './chance';
import { demoCourses } from './content/courses';
import { activityRoomNames, trainers as trainerNames, venuePatterns } from './content/names';
import { demoCounties, type People } from './people';

const oneDay = 24 * 60 * 60 * 1000;
const venuesPerCounty = 14;

/** How many batches of each kind there are, and when they begin, in days from today. */
const kinds: readonly {
  readonly state: BatchState;
  readonly count: number;
  readonly begins: readonly [number, number];
}[] = [
  { state: 'finished', count: 14, begins: [-300, -40] },
  { state: 'running', count: 5, begins: [-6, -1] },
  { state: 'closed', count: 3, begins: [4, 9] },
  { state: 'open', count: 16, begins: [12, 60] },
  { state: 'cancelled', count: 2, begins: [-30, 20] },
];

export interface Teaching {
  readonly courses: Course[];
  readonly trainers: Trainer[];
  readonly trainerAccount: Account;
  readonly venues: Venue[];
  readonly batches: Batch[];
  readonly sessions: Session[];
}

/** Courses, trainers, venues, and forty batches in every state. */
export function inventTeaching(
  chance: Chance,
  regions: readonly Region[],
  people: People,
  now: Date,
): Teaching {
  const courses = demoCourses.map(({ title, family, summary, level, audience }): Course => ({
    id: newId(),
    title,
    family,
    summary,
    reading: level,
    isHeavy: family === 'breeding' && level > 0,
    completeShare: usualCompleteShare,
    audience,
  }));
  const taught = demoCounties.flatMap((countyCode, index) =>
    trainerNames
      .filter((_, place) => place % demoCounties.length === index)
      .map(({ name, speciality, family }) => ({
        family,
        trainer: {
          ...{ id: newId(), name, countyCode, speciality, phoneSealed: null, retiredAt: null },
          familyBits: familiesToBits([family]),
        },
      })),
  );
  const places = demoCounties.flatMap((county) =>
    Array.from({ length: venuesPerCounty }, () => inventVenue(chance, regions, county)),
  );
  const demoTrainer = taught.find(({ family }) => family === 'handicraft')!.trainer;
  const trainerAccount: Account = {
    id: newId(),
    name: demoTrainer.name,
    openid: 'demo-trainer',
    workPhoneSealed: null,
    womanId: null,
    trainerId: demoTrainer.id,
    createdAt: now,
    suspendedAt: null,
  };
  const trainers = taught.map(({ trainer }) => trainer);
  const venues = places.map(({ venue }) => venue);
  const teaching: Teaching = { courses, trainers, trainerAccount, venues, batches: [], sessions: [] };
  const today = dayOf(now);

  const plan = (state: BatchState, county: string, course: Course, first: Day, trainer?: Trainer): void => {
    const suits = ({ families }: Place) => families === undefined || families.includes(course.family);
    const here = places.filter(({ venue }) => venue.regionCode.startsWith(county));
    const teachers = taught.filter(
      (one) => one.trainer.countyCode === county && one.trainer.id !== demoTrainer.id,
    );
    const able = teachers.filter(({ family }) => family === course.family);
    addBatch(teaching, chance, people, now, {
      state,
      course,
      trainer: trainer ?? chance.one(able.length > 0 ? able : teachers).trainer,
      venue: chance.one(here.filter(suits)).venue,
      first,
      halfDays: Math.min(8, demoCourses.find(({ title }) => title === course.title)!.halfDays),
      wholeDays: chance.happens(0.5) || trainer !== undefined,
      seats: trainer === undefined ? chance.whole(14, 24) : fullClass,
    });
  };

  // The demo's trainer teaches today.
  plan(
    'running',
    demoTrainer.countyCode,
    courses.find(({ family }) => family === 'handicraft')!,
    daysLater(today, -2),
    demoTrainer,
  );
  const forWomen = courses.filter(({ audience }) => audience === 'women');
  for (const { state, count, begins } of kinds) {
    const left = state === 'running' ? count - 1 : count;
    for (let made = 0; made < left; made += 1) {
      const county = demoCounties[made % demoCounties.length]!;
      plan(state, county, chance.one(forWomen), daysLater(today, chance.whole(begins[0], begins[1])));
    }
  }
  return teaching;
}

/** The demo's trainer has a large class: what she does on her phone must be quick for each of them. */
const fullClass = 40;

/** A venue, and the families it is fitted out for; any where none is named. */
interface Place {
  readonly venue: Venue;
  readonly families: readonly string[] | undefined;
}

interface Plan {
  readonly state: BatchState;
  readonly course: Course;
  readonly trainer: Trainer;
  readonly venue: Venue;
  readonly first: Day;
  readonly halfDays: number;
  readonly wholeDays: boolean;
  readonly seats: number;
}

function addBatch(
  teaching: Teaching,
  chance: Chance,
  people: People,
  now: Date,
  { state, course, trainer, venue, first, halfDays, wholeDays, seats: capacity }: Plan,
): void {
  const perDay = wholeDays ? 2 : 1;
  const signUpUntil = startOf(daysLater(first, state === 'open' ? -3 : -5));
  const isAssigned = state === 'open' ? chance.happens(0.45) : state === 'closed' && capacity % 2 === 0;
  const batch: Batch = {
    ...{
      id: newId(),
      courseId: course.id,
      countyCode: trainer.countyCode,
      venueId: venue.id,
      trainerId: trainer.id,
      state,
    },
    admission: isAssigned ? 'assignment' : 'direct',
    ...{
      capacity,
      minimum: Math.min(10, Math.ceil(capacity / 2)),
      taken: 0,
      reservedForPoor: null,
      signUpUntil,
    },
    ...{ startsOn: first, endsOn: daysLater(first, Math.ceil(halfDays / perDay) - 1) },
    cancelReason: state === 'cancelled' ? '教师临时有事，改期另行通知' : null,
    createdAt: new Date(Math.min(now.getTime(), signUpUntil.getTime()) - 20 * oneDay),
    openedById: people.officerOf.get(trainer.countyCode)!,
  };
  teaching.batches.push(batch);
  for (let half = 0; half < halfDays; half += 1) {
    const heldOn = daysLater(first, Math.floor(half / perDay));
    teaching.sessions.push({
      id: newId(),
      batchId: batch.id,
      heldOn,
      half: wholeDays ? halves[half % 2]! : 'morning',
    });
  }
}

function inventVenue(chance: Chance, regions: readonly Region[], county: string): Place {
  const townships = regions.filter(
    ({ level, parentCode, latitudeE5 }) =>
      level === 'township' && parentCode === county && latitudeE5 !== null,
  );
  const township = chance.one(townships);
  const village = chance.one(
    regions.filter(({ parentCode, name }) => parentCode === township.code && /村/.test(name)),
  );
  const { pattern, level, families } = chance.one(venuePatterns.filter((one) => one.level !== 'county'));
  const name = pattern
    .replace('{township}', township.name)
    .replace('{village}', sayRegion(village.name))
    .replace('{room}', chance.one(activityRoomNames));
  const place = level === 'village' ? village : township;
  const address = chance.one(['村部院里', '镇政府东侧', '客运站对面', '中心校旁边', '大集路口往北']);
  const unknown = { capacity: null, latitudeE5: null, longitudeE5: null, retiredAt: null };
  const venue: Venue = { id: newId(), name, regionCode: place.code, address, kind: 'hall', ...unknown };
  return { venue, families };
}
