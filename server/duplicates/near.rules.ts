import type { Day } from '../calendar/days.rules';
import { namesAlike, nameKeys, type NameLikeness, type SpokenName } from './names.rules';

/** What a file says of who she is. Numbers come as their marks: equal marks are equal numbers. */
export interface IdentityTraits extends SpokenName {
  readonly villageCode: string;
  readonly bornOn: Day | null;
  readonly bornInYear: number | null;
  readonly phoneMark: string | null;
  readonly identityMark: string | null;
  readonly householdCode: string | null;
}

/** Why two files may be one woman, as the helper reads it. */
export const reasons = {
  identity_same: '身份证号一样',
  name_same: '姓名一样',
  name_variant: '姓名一样，只是字的写法不同',
  name_sound: '姓名同音',
  name_confusable: '姓名读音相近',
  name_swapped: '姓名的字前后颠倒',
  name_oneDiffers: '姓名只差一个字',
  name_oneMissing: '姓名少一个字',
  village_same: '同一个村',
  township_same: '同一个乡镇',
  birth_same: '出生日期一样',
  birth_swapped: '出生的月和日颠倒',
  birth_oneDigit: '出生日期只差一个数字',
  year_same: '出生年份一样',
  year_beside: '出生年份差一年',
  phone_same: '手机号一样',
  household_same: '同一户',
} as const;

export type Reason = keyof typeof reasons;

export interface Likeness {
  readonly points: number;
  readonly why: readonly Reason[];
}

/** From here on two files are put side by side; from the second on they are very much alike. */
export const nearFrom = 60;
export const veryNearFrom = 85;
/** Before a file is written less is known of her, and asking costs a look: names of one sound in one village are enough. */
export const lookFrom = 55;

const namePoints: Readonly<Record<NameLikeness, number>> = {
  ...{ same: 50, variant: 48, sound: 40, confusable: 34, swapped: 34, oneDiffers: 24, oneMissing: 24 },
};

type BirthLikeness = 'birth_same' | 'birth_swapped' | 'birth_oneDigit' | 'year_same' | 'year_beside';

const birthPoints: Readonly<Record<BirthLikeness | 'differs', number>> = {
  ...{ birth_same: 30, birth_swapped: 24, birth_oneDigit: 20, year_same: 12, year_beside: 4, differs: -40 },
};

const points = { identity: 100, village: 15, township: 5, phone: 20, household: 10 } as const;

/**
 * How alike two files are, with the reasons, or undefined below the threshold. One identity number is one woman, two are two
 * people, and without alike names nothing else counts: a family shares its village, its phone and its birthdays.
 */
export function likenessOf(
  one: IdentityTraits,
  other: IdentityTraits,
  from = nearFrom,
): Likeness | undefined {
  if (isSame(one.identityMark, other.identityMark))
    return { points: points.identity, why: ['identity_same'] };
  if (one.identityMark && other.identityMark) return undefined;
  const name = namesAlike(one, other);
  const isFar = townshipOf(one) !== townshipOf(other);
  const isTold = isSame(one.phoneMark, other.phoneMark) || isSame(one.bornOn, other.bornOn);
  if (!name || countyOf(one) !== countyOf(other) || (isFar && !isTold)) return undefined;
  const why: Reason[] = [`name_${name}`];
  let sum = namePoints[name];
  const add = (isSo: boolean, reason: Reason, worth: number) => {
    if (!isSo) return;
    why.push(reason);
    sum += worth;
  };
  const isSameVillage = one.villageCode === other.villageCode;
  add(isSameVillage, 'village_same', points.village);
  add(!isSameVillage && !isFar, 'township_same', points.township);
  const birth = birthsAlike(one, other);
  if (birth === 'differs') sum += birthPoints.differs;
  else if (birth) add(true, birth, birthPoints[birth]);
  add(isSame(one.phoneMark, other.phoneMark), 'phone_same', points.phone);
  const isSameHousehold = isSameVillage && isSame(one.householdCode, other.householdCode);
  add(isSameHousehold, 'household_same', points.household);
  return sum >= from ? { points: sum, why } : undefined;
}

/**
 * By which near files find each other: files that are near share at least one key. A whole name is looked for in the
 * township, one of which a character differs or is missing in the village, and in the county whoever has the same phone,
 * number or birthday.
 */
export function searchKeys(traits: IdentityTraits): string[] {
  const { whole, parts } = nameKeys(traits);
  const { villageCode, phoneMark, identityMark, bornOn } = traits;
  return [
    ...whole.map((key) => `${townshipOf(traits)} ${key}`),
    ...parts.map((key) => `${villageCode} ${key}`),
    ...[phoneMark, identityMark, bornOn].flatMap((key) => (key ? [`${countyOf(traits)} ${key}`] : [])),
  ];
}

/** The smallest area that holds both files; nobody's below a county, since a pair is looked at within one. */
export function areaOf(one: string, other: string): string | undefined {
  return [12, 9, 6].map((length) => one.slice(0, length)).find((area) => other.startsWith(area));
}

/** What a verdict rests on: when this has changed, the pair is looked at anew. */
export function identityText({ name, bornOn, bornInYear, phoneMark, identityMark }: IdentityTraits): string {
  return [name, bornOn, bornInYear, phoneMark, identityMark].join(' ');
}

function birthsAlike(one: IdentityTraits, other: IdentityTraits): BirthLikeness | 'differs' | undefined {
  if (one.bornOn && other.bornOn) return daysAlike(one.bornOn, other.bornOn);
  const [year, otherYear] = [yearOf(one), yearOf(other)];
  if (year === null || otherYear === null) return undefined;
  if (year === otherYear) return 'year_same';
  return Math.abs(year - otherYear) === 1 ? 'year_beside' : 'differs';
}

function daysAlike(one: Day, other: Day): BirthLikeness | 'differs' {
  if (one === other) return 'birth_same';
  const [year, month, day] = one.split('-');
  if (`${year}-${day}-${month}` === other) return 'birth_swapped';
  const differing = [...one].filter((digit, place) => digit !== other[place]).length;
  return differing === 1 ? 'birth_oneDigit' : 'differs';
}

/** A year is known from a birth date too. */
function yearOf({ bornOn, bornInYear }: IdentityTraits): number | null {
  return bornOn ? Number(bornOn.slice(0, 4)) : bornInYear;
}

function isSame(one: string | null, other: string | null): boolean {
  return one !== null && one === other;
}

const townshipOf = ({ villageCode }: IdentityTraits) => villageCode.slice(0, 9);
const countyOf = ({ villageCode }: IdentityTraits) => villageCode.slice(0, 6);
