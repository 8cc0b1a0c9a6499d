import { storyLimits } from '../../../server/stories/stories.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Story = Schemas['StoryView'];

export interface StoryDraft {
  readonly title: string;
  readonly words: string;
  readonly photos: readonly Schemas['StoryPhotoView'][];
}

export const blankStory: StoryDraft = { title: '', words: '', photos: [] };

export function draftOf({ title, words, photos }: Story): StoryDraft {
  return { title, words, photos };
}

export function isChanged(draft: StoryDraft, story: Story | undefined): boolean {
  return JSON.stringify(draft) !== JSON.stringify(story ? draftOf(story) : blankStory);
}

/** What is still missing before it can be sent in. */
export function missingIn({ title, words, photos }: StoryDraft): string | undefined {
  if (title.trim() === '') return '先写标题。';
  if (words.trim() === '') return '先写她的故事。';
  if (photos.some(({ alt }) => alt.trim() === '')) return '有照片还没写“照片上是什么”。';
  return undefined;
}

export function hasRoom({ photos }: StoryDraft): boolean {
  return photos.length < storyLimits.photos;
}

/** What was sent in already is sent again only when it was changed. */
export function maySubmit(draft: StoryDraft, story: Story): boolean {
  return missingIn(draft) === undefined && (story.stage !== 'township' || isChanged(draft, story));
}

/** What the button of this stage says. */
export function sayRecommend(stage: Story['stage']): string {
  return stage === 'city' ? '选用，发给大家看' : '推荐上去';
}
