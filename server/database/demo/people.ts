import type { Account, AccountRole } from '../../accounts/account.entity';
import type { Role } from '../../access/roles.rules';
import { families } from '../../needs/families.rules';
import type { Need, NeedCardRow } from '../../needs/need.entity';
import { monthsToBits, reaches } from '../../needs/needs.rules';
import type { Region } from '../../regions/region.entity';
import type { Seal } from '../../secrecy/seal';
import type { Consent, Woman } from '../../women/woman.entity';
import { consentRow } from '../../women/consent-rows';
import { fileRow, identityColumns } from '../../women/files';
import { checkOf } from '../../women/identity.rules';
import { newId } from '../new-id';
import type { Chance } from './chance';
import { givenNames, helperNames, surnames, wholeNames } from './content/names';

/** The three counties that the notice asks to train in full. */
export const demoCounties = ['230129', '230126', '230127'] as const;

/** The village of the demo's woman and of her helper. */
export const demoVillage = { township: '六团镇', county: '230129' } as const;

const womenInAll = 600;
const womenInHerVillage = 16;
const oneDay = 24 * 60 * 60 * 1000;

export interface People {
  readonly accounts: Account[];
  readonly roles: AccountRole[];
  readonly women: Woman[];
  readonly consents: Consent[];
  readonly cards: NeedCardRow[];
  readonly needs: Need[];
  /** Account of the helper who entered the women of a county. */
  readonly helperOf: ReadonlyMap<string, string>;
  /** The account that opened the county's batches. */
  readonly officerOf: ReadonlyMap<string, string>;
  readonly herVillage: Region;
}

/** Six hundred invented women with their needs, and the staff of three counties. */
export function inventPeople(chance: Chance, regions: readonly Region[], seal: Seal, now: Date): People {
  const accounts: Account[] = [];
  const roles: AccountRole[] = [];
  const open = (
    name: string,
    openid: string | null,
    role: Role,
    regionCode: string,
    womanId: string | null = null,
  ): Account => {
    const account: Account = {
      id: newId(),
      name,
      openid,
      womanId,
      trainerId: null,
      workPhoneSealed: null,
      createdAt: now,
      suspendedAt: null,
    };
    accounts.push(account);
    roles.push({ accountId: account.id, role, regionCode });
    return account;
  };

  const villagesOf = (county: string) =>
    regions.filter(
      (region) => region.level === 'village' && region.code.startsWith(county) && /村/.test(region.name),
    );
  const township = regions.find(
    (region) => region.name === demoVillage.township && region.parentCode === demoVillage.county,
  )!;
  const herVillage = villagesOf(township.code)[0]!;

  const helpers = chance.some(helperNames, demoCounties.length + 1);
  const helperOf = new Map<string, string>(
    demoCounties.map((county, index) => [county, open(helpers[index]!, null, 'helper', county).id]),
  );
  open(helpers[demoCounties.length]!, 'demo-helper', 'helper', herVillage.code).workPhoneSealed =
    seal.seal('13904511234');
  const officerOf = new Map<string, string>([
    ['230129', open('周雅茹', 'demo-county', 'county_officer', '230129').id],
    ['230126', open('何静波', null, 'county_officer', '230126').id],
    ['230127', open('白晓楠', null, 'county_officer', '230127').id],
  ]);
  open('陆晓芸', 'demo-county-editor', 'editor', '230129');
  open('韩雪梅', 'demo-city-editor', 'editor', '2301');
  open('沈明霞', 'demo-city', 'city_officer', '2301');

  const people: People = {
    accounts,
    roles,
    women: [],
    consents: [],
    cards: [],
    needs: [],
    helperOf,
    officerOf,
    herVillage,
  };
  const her = inventWoman(people, chance, seal, now, herVillage.code, { name: '李桂香', bornInYear: 1974 });
  open(her.name, 'demo-woman', 'woman', her.villageCode, her.id);

  for (let count = 1; count < womenInAll; count += 1) {
    const county = chance.weighted(demoCounties, (code) => (code === '230126' ? 3 : 2));
    const village = count < womenInHerVillage ? herVillage : chance.one(villagesOf(county));
    const woman = inventWoman(people, chance, seal, now, village.code);
    if (!chance.happens(0.06)) inventNeeds(people, chance, woman, now);
  }
  return people;
}

function inventWoman(
  people: People,
  chance: Chance,
  seal: Seal,
  now: Date,
  villageCode: string,
  known?: { name: string; bornInYear: number },
): Woman {
  const bornInYear = known?.bornInYear ?? chance.whole(1964, 2003);
  const suited = givenNames.filter(({ bornFrom, bornTo }) => bornInYear >= bornFrom && bornInYear <= bornTo);
  const invented = chance.happens(0.04)
    ? chance.one(wholeNames)
    : chance.weighted(surnames, ({ weight }) => weight).surname +
      chance.one(suited.length > 0 ? suited : givenNames).name;
  const phone = chance.happens(0.83) ? `1990000${String(people.women.length).padStart(4, '0')}` : null;
  const isRegisteredPoor = chance.happens(0.45);
  const createdAt = new Date(now.getTime() - chance.whole(20, 900) * oneDay);
  const enteredById = people.helperOf.get(villageCode.slice(0, 6))!;
  const name = known?.name ?? invented;
  const woman: Woman = {
    ...fileRow(seal, { name, villageCode, bornInYear, ...(phone && { phone }) }, enteredById, createdAt),
    isRegisteredPoor,
    povertySource: isRegisteredPoor ? '建档立卡名册（演示）' : null,
    povertyAsOf: isRegisteredPoor ? '2026-06-30' : null,
    isLeader: chance.happens(0.04),
    ...inventProfile(seal, people.women.length, villageCode, bornInYear),
  };
  people.women.push(woman);
  for (const purpose of phone ? (['needs', 'messages'] as const) : (['needs'] as const)) {
    const said = { womanId: woman.id, purpose, given: 'on_paper', isWithdrawal: false } as const;
    people.consents.push(consentRow(said, enteredById, createdAt));
  }
  return woman;
}

/**
 * Identity numbers of nobody: the area 239901 does not exist. Made from the woman's place in the list and not by chance,
 * so that the rest of the demo stays as it was.
 */
function inventProfile(seal: Seal, place: number, villageCode: string, bornInYear: number) {
  const [month, day] = [1 + (place % 12), 1 + (place % 28)].map((part) => String(part).padStart(2, '0'));
  const seventeen = `239901${bornInYear}${month}${day}${String((place * 2) % 1000).padStart(3, '0')}`;
  const identity = `${seventeen}${checkOf(seventeen)}`;
  const bornOn = `${bornInYear}-${month}-${day}`;
  const older = bornInYear < 1975 ? 'primary' : 'junior';
  return {
    ...(place % 10 < 7 && identityColumns(seal, { identity, bornOn })),
    householdCode: `${villageCode.slice(-6)}-${String(1 + (place % 300)).padStart(3, '0')}`,
    relation: (['head', 'spouse', 'spouse', 'daughter_in_law', 'daughter'] as const)[place % 5]!,
    education: place % 9 === 0 ? ('none' as const) : place % 4 === 0 ? ('senior' as const) : older,
  } satisfies Partial<Woman>;
}

/** What each family is worth to the women of a county: farming villages differ. */
const tastes: Readonly<Record<string, readonly number[]>> = {
  '230129': [20, 14, 12, 20, 22, 12],
  '230126': [26, 22, 4, 22, 12, 14],
  '230127': [18, 20, 16, 18, 14, 14],
};

function inventNeeds(people: People, chance: Chance, woman: Woman, now: Date): void {
  const taste = tastes[woman.villageCode.slice(0, 6)]!;
  const wishes = [1, 0.7, 0.4].filter((share) => chance.happens(share)).length;
  const wanted = new Set(
    Array.from({ length: Math.max(1, wishes) }, () =>
      chance.weighted(families, (family) => taste[families.indexOf(family)]!),
    ),
  );
  const slack = [1, 2, 3, 11, 12];
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
    chance.happens(slack.includes(month) ? 0.85 : 0.3),
  );
  const since = new Date(Math.max(woman.createdAt.getTime(), now.getTime() - chance.whole(5, 800) * oneDay));
  people.cards.push({
    womanId: woman.id,
    freeMonthBits: monthsToBits(months.length > 0 ? months : slack),
    dayKind: chance.weighted(['any', 'weekday', 'weekend'] as const, (kind) => (kind === 'any' ? 6 : 2)),
    farthestKm: chance.weighted(reaches, ({ km }) => ({ 5: 15, 20: 40, 60: 38, 300: 7 })[km]).km,
    nearestFirst: chance.happens(0.1),
    needsChildCare: woman.bornInYear! > 1985 && chance.happens(0.4),
    reading: chance.weighted([0, 1, 2] as const, (level) => [15, 50, 35][level]!),
    isBodyLimited: chance.happens(0.08),
    source: chance.weighted(['visit', 'questionnaire', 'meeting', 'herself'] as const, (source) =>
      source === 'visit' ? 4 : 1,
    ),
    enteredById: woman.enteredById,
    confirmedAt: new Date(Math.max(since.getTime(), now.getTime() - chance.whole(1, 240) * oneDay)),
  });
  [...wanted].forEach((family, index) => {
    people.needs.push({
      id: newId(),
      womanId: woman.id,
      villageCode: woman.villageCode,
      family,
      wish: index + 1,
      state: 'open',
      since,
    });
  });
}
