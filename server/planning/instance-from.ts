import { isWeekend, monthOf } from '../calendar/days.rules';
import { slotKey } from '../courses/batches.rules';
import type { Group, Instance, Offer } from './engine/instance';
import type { CourseFacts, PlanningFacts, WomenAlike } from './facts';
import type { Window } from './windows.rules';

/** The engine's numbers with what they stand for. */
export interface Numbered {
  readonly instance: Instance;
  /** Of each group, the township it lives in. */
  readonly townships: readonly string[];
  /** What each offer would be; undefined for a batch that stands already. */
  readonly offers: readonly (OfferFacts | undefined)[];
  /** The settled batches that no offer answers to: place or trainer have no time, or the farms are busy. */
  readonly unplaced: readonly number[];
}

export interface OfferFacts {
  readonly course: CourseFacts;
  readonly venueId: string;
  readonly month: string;
  readonly isWeekend: boolean;
}

interface Time {
  readonly days: readonly string[];
  readonly month: string;
  readonly isWeekend: boolean;
}

/** From registered facts to the engine's numbers. Decides nothing of its own. */
export function instanceFrom(
  facts: PlanningFacts,
  kmBetween: (from: string, to: string) => number,
): Numbered {
  const { courses, venues, standing, windows } = facts;
  const times = timesOf(windows);
  const timeOf = new Map(times.map(({ month, isWeekend: at }, place) => [`${month} ${at}`, place]));
  const subjects: CourseFacts[] = [...courses, ...standing];
  const places = [
    ...venues.map(({ regionCode }) => regionCode),
    ...standing.map(({ regionCode }) => regionCode),
  ];
  const days = [...times.map((time) => time.days), ...standing.map((batch) => batch.days)];

  const sets = { subjects: new Sets(), places: new Sets(), times: new Sets() };
  const km = distances(kmBetween);
  const groups = new Map<string, Group & { township: string }>();
  for (const alike of facts.women) {
    const mine = {
      subjects: sets.subjects.number(subjects.map((subject) => canFollow(alike, subject))),
      places: sets.places.number(places.map((place) => km(alike.villageCode, place) <= alike.farthestKm)),
      times: sets.times.number(days.map((its) => canCome(alike, its))),
    };
    const township = alike.villageCode.slice(0, 9);
    const key = `${township} ${mine.subjects} ${mine.places} ${mine.times}`;
    const women = (groups.get(key)?.women ?? 0) + alike.women;
    groups.set(key, { ...mine, township, women });
  }

  const busy = new Set(
    facts.busy.flatMap((slot) => [`${slot.trainerId} ${slotKey(slot)}`, `${slot.venueId} ${slotKey(slot)}`]),
  );
  const isFree = (id: string) =>
    windows.map(({ slots }) => !slots.some((slot) => busy.has(`${id} ${slotKey(slot)}`)));
  const placeFree = venues.map(({ id }) => isFree(id));
  const windowTimes = windows.map((window) => timeOf.get(`${window.month} ${window.isWeekend}`)!);
  const opened: { offer: Offer; facts: OfferFacts }[] = [];
  for (const [subject, course] of courses.entries()) {
    if (!facts.trainers.some(({ families }) => families.includes(course.family))) continue;
    for (const [time, { month, isWeekend: at }] of times.entries()) {
      if (isSeason(facts, course, Number(month.slice(5)))) continue;
      for (const [place, { id, seats }] of venues.entries())
        if (windowTimes.some((one, window) => one === time && placeFree[place]![window]))
          opened.push({
            offer: { subject, place, time, seats },
            facts: { course, venueId: id, month, isWeekend: at },
          });
    }
  }
  const stands = standing.map(({ seats }, at): Offer => {
    const [subject, place, time] = [courses.length + at, venues.length + at, times.length + at];
    return { subject, place, time, seats, standing: 1, isClosed: true };
  });
  const offers = [...opened.map((one) => one.facts), ...standing.map(() => undefined)];
  const found = facts.kept.map((kept) =>
    opened.findIndex(
      (one) =>
        one.facts.course.family === kept.family &&
        one.facts.venueId === kept.venueId &&
        one.facts.month === kept.month &&
        one.facts.isWeekend === kept.isWeekend,
    ),
  );
  const all = [...groups.values()];
  return {
    instance: {
      groups: all.map(({ township: _, ...group }) => group),
      ...{ subjectSets: sets.subjects.all, placeSets: sets.places.all, timeSets: sets.times.all },
      offers: [...opened.map(({ offer }) => offer), ...stands],
      windows: windowTimes.map((time) => ({ time })),
      placeFree,
      trainers: facts.trainers.map(({ id, families }) => ({
        teaches: subjects.map(({ family }) => families.includes(family)),
        free: isFree(id),
      })),
      ...{ minimum: facts.minimum, budget: facts.budget },
      kept: found.filter((offer) => offer >= 0),
    },
    townships: all.map(({ township }) => township),
    offers,
    unplaced: found.flatMap((offer, at) => (offer < 0 ? [at] : [])),
  };
}

/** The same as `misfitsOf` asks, but for what depends on single women. */
function canFollow({ families, reading, isBodyLimited }: WomenAlike, course: CourseFacts): boolean {
  return families.includes(course.family) && course.reading <= reading && !(course.isHeavy && isBodyLimited);
}

function canCome({ freeMonths, dayKind }: WomenAlike, days: readonly string[]): boolean {
  return days.every(
    (day) =>
      freeMonths.includes(monthOf(day)) && (dayKind === 'any' || isWeekend(day) === (dayKind === 'weekend')),
  );
}

function isSeason({ seasons }: PlanningFacts, { family }: CourseFacts, month: number): boolean {
  return seasons.some(
    (season) => (season.family === null || season.family === family) && season.months.includes(month),
  );
}

/** A month's weekdays are one time, its weekends another: a woman can come to all of its windows or to none. */
function timesOf(windows: readonly Window[]): Time[] {
  const times = new Map<string, Time>();
  for (const { month, isWeekend: at, slots } of windows) {
    const key = `${month} ${at}`;
    if (!times.has(key)) times.set(key, { month, isWeekend: at, days: [slots[0]!.heldOn] });
  }
  return [...times.values()];
}

/** Sets of yes and no, each kept once. */
class Sets {
  readonly all: boolean[][] = [];
  private readonly known = new Map<string, number>();

  number(set: boolean[]): number {
    const key = set.map(Number).join('');
    const number = this.known.get(key);
    if (number !== undefined) return number;
    this.known.set(key, this.all.length);
    return this.all.push(set) - 1;
  }
}

function distances(kmBetween: (from: string, to: string) => number): (from: string, to: string) => number {
  const known = new Map<string, number>();
  return (from, to) => {
    const key = `${from} ${to}`;
    const km = known.get(key) ?? kmBetween(from, to);
    known.set(key, km);
    return km;
  };
}
