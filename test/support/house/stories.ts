import type { StoryView } from '../../../server/stories/stories.view';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { aWoman, cityOfficer, countyOfficer, helper, type HouseWoman } from './people';
import { yanshou } from './places';

export interface StoryOffices {
  readonly writer: Caller;
  readonly township: Caller;
  readonly county: Caller;
  readonly city: Caller;
}

export async function storyOffices(house: House): Promise<StoryOffices> {
  return {
    writer: await helper(house, yanshou.villages[0]),
    township: await helper(house, yanshou.township),
    county: await countyOfficer(house, yanshou.county),
    city: await cityOfficer(house),
  };
}

export type StoryConsent = 'story_words' | 'story_photo';

export async function agree({ id, calls }: HouseWoman, purpose: StoryConsent, agrees = true): Promise<void> {
  granted(await calls.post(`/women/${id}/consents`, { purpose, agrees }));
}

/** A woman who agreed to both, and her story as her helper begins it. */
export async function aStory(
  house: House,
  writer: Caller,
): Promise<{ her: HouseWoman; story: Sent<StoryView> }> {
  const her = await aWoman(house);
  await agree(her, 'story_words');
  await agree(her, 'story_photo');
  const words = '王秀英种了八年木耳。\n去年她学了大棚，今年教会了六个姐妹。';
  const story = granted(
    await writer.post<StoryView>(`/women/${her.id}/stories`, { title: '棚里的第一茬', words }),
  );
  return { her, story };
}

export async function step(
  by: Caller,
  { id, revision }: Pick<StoryView, 'id' | 'revision'>,
  one: 'submit' | 'recommend' | 'sendBack' | 'hide',
  words = '写得真',
) {
  return by.post<StoryView>(`/stories/${id}/steps`, { step: one, revision, words });
}
