import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { found, Refusal } from '../http/refusals';
import { Story, StoryStepRow } from './story.entity';
import { isSeenBy, type StoryFacts, type StoryReader } from './stories.rules';

/** Who asks, as the rules know her: with the offices that this action gives her. */
export function readerIn(actor: Actor): StoryReader {
  return { accountId: actor.accountId, offices: actor.roles };
}

/** Whether she may see it; a story that she may not see looks like one that is not there. */
export function seen(actor: Actor, story: Story | null): Story {
  const known = found(story);
  const isInScope = actor.scope('stories.read').admits(known.villageCode);
  if (!isInScope || !isSeenBy(known, readerIn(actor))) throw new Refusal('thing.notFound');
  return known;
}

/** Works on one story while nobody else does, where its eyes may see it. */
export function onStory<Result>(
  database: Database,
  actor: Actor,
  id: string,
  work: (tx: EntityManager, story: Story) => Promise<Result>,
): Promise<Result> {
  return database.transact(async (tx) => work(tx, seen(actor, await database.lock(tx, Story, id))));
}

/** What decides on a step. */
export async function factsOf(rows: EntityManager, story: Story): Promise<StoryFacts> {
  const { id: storyId, round, title, words, photos } = story;
  const steps = await rows.findBy(StoryStepRow, { storyId, round, step: 'recommend' });
  const isWhole = title.trim() !== '' && words.trim() !== '' && photos.every(({ alt }) => alt.trim() !== '');
  return { ...story, isWhole, recommendedByIds: steps.map(({ byAccountId }) => byAccountId) };
}
