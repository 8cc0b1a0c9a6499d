import type { Role } from '../../../server/access/roles.rules';
import { Account, AccountRole } from '../../../server/accounts/account.entity';
import { newId } from '../../../server/database/new-id';
import type { NeedCardDto } from '../../../server/needs/needs.dto';
import type { NeedCardView } from '../../../server/needs/needs.view';
import { Trainer } from '../../../server/courses/course.entity';
import { FileChanges } from '../../../server/women/file-changes';
import { Woman } from '../../../server/women/woman.entity';
import type { RegisterWomanDto } from '../../../server/women/women.dto';
import { consentWords } from '../../../server/women/women.rules';
import type { WomanView } from '../../../server/women/women.view';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { city, yanshou } from './places';

/** A woman who has signed in and opened her own file. */
export interface HouseWoman {
  readonly id: string;
  readonly name: string;
  readonly calls: Caller;
}

let count = 0;

/** An openid that nobody has used yet. */
export function anOpenid(): string {
  count += 1;
  return `openid-${count}`;
}

/** What a new file needs, with whatever the spec says otherwise. */
export function anEntry(other: Partial<RegisterWomanDto> = {}): RegisterWomanDto {
  return {
    name: '王秀英',
    villageCode: yanshou.villages[0],
    consentWords: consentWords.version,
    agrees: true,
    ...other,
  };
}

export async function aWoman(house: House, other: Partial<RegisterWomanDto> = {}): Promise<HouseWoman> {
  const calls = await house.signIn(anOpenid());
  const { id, name } = granted(await calls.post<WomanView>('/women', anEntry(other)));
  return { id, name, calls };
}

export async function women(
  house: House,
  number: number,
  other: Partial<RegisterWomanDto> = {},
): Promise<HouseWoman[]> {
  return Promise.all(Array.from({ length: number }, () => aWoman(house, other)));
}

/** The poverty register is not read through the API yet. */
export async function registerAsPoor(house: House, { id }: HouseWoman): Promise<void> {
  await house.database.rows.update(
    Woman,
    { id },
    { isRegisteredPoor: true, povertySource: '建档立卡名册', povertyAsOf: '2026-06-30' },
  );
  await house.app.get(FileChanges).tell(house.database.rows, id);
}

/** Staff accounts are not made through the API yet. */
export async function staff(
  house: House,
  role: Role,
  regionCode: string,
  trainerId: string | null = null,
): Promise<Caller> {
  const account: Account = {
    id: newId(),
    name: '周雅茹',
    openid: anOpenid(),
    womanId: null,
    trainerId,
    workPhoneSealed: null,
    createdAt: house.now(),
    suspendedAt: null,
  };
  await house.database.rows.insert(Account, account);
  await house.database.rows.insert(AccountRole, { accountId: account.id, role, regionCode });
  return house.signIn(account.openid!);
}

export const helper = (house: House, regionCode: string) => staff(house, 'helper', regionCode);
export const countyOfficer = (house: House, county: string) => staff(house, 'county_officer', county);
export const cityOfficer = (house: House) => staff(house, 'city_officer', city);
export const editor = (house: House, region: string = city) => staff(house, 'editor', region);
export const auditor = (house: House, region: string = city) => staff(house, 'auditor', region);

/** Somebody who works here in every way there is: no door is closed to her. */
export async function everyRole(house: House): Promise<Caller> {
  const calls = await staff(house, 'city_officer', city);
  const { id: accountId } = await house.database.rows.findOneByOrFail(Account, { openid: calls.openid });
  for (const role of ['helper', 'trainer', 'county_officer', 'editor', 'auditor'] as const)
    await house.database.rows.insert(AccountRole, { accountId, role, regionCode: city });
  return calls;
}

export interface HouseTrainer {
  readonly id: string;
  readonly calls: Caller;
}

export async function aTrainer(house: House, countyCode: string = yanshou.county): Promise<HouseTrainer> {
  const trainer = { id: newId(), name: '孙丽华', countyCode, speciality: '柳编、钩织' };
  await house.database.rows.insert(Trainer, trainer);
  return { id: trainer.id, calls: await staff(house, 'trainer', countyCode, trainer.id) };
}

/** A card that suits every batch the builders open. */
export function aCard(other: Partial<NeedCardDto> = {}): NeedCardDto {
  return {
    families: ['handicraft'],
    freeMonths: [1, 2, 3, 11, 12],
    dayKind: 'any',
    farthestKm: 300,
    nearestFirst: false,
    needsChildCare: false,
    reading: 2,
    isBodyLimited: false,
    source: 'herself',
    ...other,
  };
}

export async function keepCard(
  { id, calls }: HouseWoman,
  other: Partial<NeedCardDto> = {},
): Promise<Sent<NeedCardView>> {
  return granted(await calls.put<NeedCardView>(`/women/${id}/need-card`, aCard(other)));
}
