import { daysLater } from '../../../server/calendar/days.rules';
import type { OpenBatchDto } from '../../../server/courses/batches.dto';
import type { BatchView, VenueView } from '../../../server/courses/batches.view';
import type { StandingView } from '../../../server/enrolments/enrolments.view';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { aTrainer, countyOfficer, type HouseWoman } from './people';
import { yanshou } from './places';

export type SentBatch = Sent<BatchView>;
export type SentStanding = Sent<StandingView>;

export async function aVenue(officer: Caller, regionCode: string = yanshou.township): Promise<string> {
  const entry = { name: '六团镇文化站', regionCode, address: '镇政府东侧' };
  return granted(await officer.post<VenueView>('/venues', entry)).id;
}

let days = 0;

/** A plan that can be opened on the specs' Monday; every plan has a day, a trainer and a venue of its own. */
export async function aPlan(
  house: House,
  officer: Caller,
  other: Partial<OpenBatchDto> = {},
): Promise<OpenBatchDto> {
  days += 1;
  return {
    title: '柳编入门',
    family: 'handicraft',
    reading: 0,
    isHeavy: false,
    trainerId: other.trainerId ?? (await aTrainer(house)).id,
    venueId: other.venueId ?? (await aVenue(officer)),
    sessions: [{ heldOn: daysLater('2026-12-10', days % 50), half: 'morning' }],
    capacity: 5,
    minimum: 1,
    admission: 'direct',
    signUpUntil: '2026-12-05',
    ...other,
  };
}

/** Opens a batch in 延寿县; without an officer a new one of that county opens it. */
export async function aBatch(
  house: House,
  other: Partial<OpenBatchDto> = {},
  officer?: Caller,
): Promise<SentBatch> {
  const by = officer ?? (await countyOfficer(house, yanshou.county));
  return granted(await by.post<BatchView>('/batches', await aPlan(house, by, other)));
}

export async function signUp({ calls }: HouseWoman, { id }: Pick<SentBatch, 'id'>): Promise<SentStanding> {
  return granted(await calls.post<StandingView>(`/batches/${id}/enrolments`, {}));
}

export async function standing({ calls }: HouseWoman, { id }: Pick<SentBatch, 'id'>): Promise<SentStanding> {
  return granted(await calls.get<StandingView>(`/batches/${id}/standing`));
}

export async function giveUp({ calls }: HouseWoman, enrolmentId: string | null): Promise<SentStanding> {
  return granted(await calls.post<StandingView>(`/enrolments/${enrolmentId}/giving-up`));
}
