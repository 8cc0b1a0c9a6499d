import type { DraftingView, RunView } from '../../../server/assignment/runs.view';
import type { OpenBatchDto } from '../../../server/courses/batches.dto';
import type { NeedCardDto } from '../../../server/needs/needs.dto';
import { granted, type Answer, type Caller, type Sent } from './caller';
import type { House } from './house';
import { aTrainer, aWoman, countyOfficer, keepCard, type HouseWoman } from './people';
import { villageOfEachCounty } from './places';
import { aBatch, aVenue, type SentBatch } from './teaching';

export type SentRun = Sent<RunView>;

/** The specs' batches take sign-ups until 5 December. */
export const afterSignUp = '2026-12-06T02:00:00.000Z';

export interface County {
  readonly county: string;
  readonly village: string;
  readonly officer: Caller;
  /** Opens a batch that waits for an assignment. */
  batch(other?: Partial<OpenBatchDto>): Promise<SentBatch>;
  /** A woman of the county with a need card. */
  woman(card?: Partial<NeedCardDto>): Promise<HouseWoman>;
  draft(): Promise<Answer<RunView>>;
  /** Passes the end of sign-up and enters the public draw. */
  draw(): Promise<void>;
}

const free = villageOfEachCounty();

/** A county that no other spec of this file has touched, with its officer. */
export async function aCounty(house: House): Promise<County> {
  const { county, township, village } = free.pop()!;
  const officer = await countyOfficer(house, county);
  return {
    ...{ county, village, officer },
    batch: async (other = {}) => {
      const trainerId = (await aTrainer(house, county)).id;
      const venueId = await aVenue(officer, township);
      return aBatch(house, { admission: 'assignment', trainerId, venueId, ...other }, officer);
    },
    woman: async (card = {}) => {
      const woman = await aWoman(house, { villageCode: village });
      await keepCard(woman, card);
      return woman;
    },
    draft: () => draft(officer, county),
    draw: async () => {
      house.setClock(afterSignUp);
      granted(await officer.post('/lotteries/draws', { regionCode: county, ...aDraw }));
    },
  };
}

/** What a public draw may have brought. */
export const aDraw = { season: '2026-winter', issue: '2026325', number: '385' } as const;

/** A dry run of a few women is done before the answer leaves. */
export async function draft(officer: Caller, regionCode: string): Promise<Answer<RunView>> {
  return runIn(await officer.post<DraftingView>('/assignment-runs', { regionCode }));
}

/** The run that an answer about a dry run brings, or its refusal. */
export function runIn(answer: Answer<DraftingView>): Answer<RunView> {
  return { ...answer, body: (answer.status < 400 ? answer.body.run! : answer.body) as SentRun };
}
