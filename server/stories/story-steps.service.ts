import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { articleLimits } from '../articles/articles.rules';
import { HerArticles } from '../articles/her-articles';
import { Clock } from '../calendar/clock';
import { dayOf } from '../calendar/days.rules';
import type { CheckState } from '../checks/checks.rules';
import { ChecksService } from '../checks/checks.service';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { FilesService } from '../files/files.service';
import { decided, Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { Story, StoryStepRow } from './story.entity';
import type { StoryStepDto } from './stories.dto';
import { factsOf, onStory, readerIn } from './stories.queries';
import { StoryTasks } from './story-tasks';
import { decideStep, paragraphsOf, summaryOf, type StoryStage } from './stories.rules';

/** From the village to the township, the county and the city, and out to the readers. */
@Injectable()
export class StoryStepsService implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(HerArticles) private readonly hers: HerArticles,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(StoryTasks) private readonly tasks: StoryTasks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.checks.takes('story', {
      textOf: async (rows, id) => {
        const { title, words, photos } = await rows.findOneByOrFail(Story, { id });
        return [title, words, ...photos.map(({ alt }) => alt)].join('\n');
      },
      stands: (tx, id, state) => this.checked(tx, id, state),
    });
  }

  async take(actor: Actor, id: string, { step, revision, words = '' }: StoryStepDto): Promise<void> {
    const regions = await this.regions.tree();
    await onStory(this.database, actor, id, async (tx, story) => {
      if (story.revision !== revision) throw new Refusal('story.editedMeanwhile');
      const { stage } = decided(decideStep(await factsOf(tx, story), readerIn(actor), step));
      if (step === 'sendBack' && words.trim() === '') throw new Refusal('review.wordsNeeded');
      const round = step === 'submit' ? story.round + 1 : story.round;
      await tx.insert(StoryStepRow, {
        ...{ id: newId(), storyId: id, round, stage: story.stage, step, words: words.trim() },
        ...{ byAccountId: actor.accountId, at: this.clock.now() },
      });
      const moved = await this.moved(tx, story, stage, regions.name(countyOf(story)));
      const changed = { stage, round, changedAt: this.clock.now(), ...moved };
      await tx.update(Story, { id }, changed);
      await this.tasks.tell(tx, { ...story, ...changed });
    });
  }

  private async moved(
    tx: EntityManager,
    story: Story,
    to: StoryStage,
    countyName: string,
  ): Promise<Partial<Story>> {
    if (to === 'township') return { checkState: await this.sendToCheck(tx, story) };
    if (to === 'hidden') await this.hide(tx, story);
    if (to !== 'out') return {};
    return {
      articleId: await this.bringOut(tx, story, countyName),
      outOn: story.outOn ?? dayOf(this.clock.now()),
    };
  }

  private sendToCheck(
    tx: EntityManager,
    { id, writtenById, villageCode, photos }: Story,
  ): Promise<CheckState> {
    return this.checks.ask(tx, {
      ...{ about: 'story', aboutId: id, byAccountId: writtenById, regionCode: villageCode },
      fileIds: photos.map(({ fileId }) => fileId),
    });
  }

  /** Its photographs are shown to the offices once all of it has passed. */
  private async checked(tx: EntityManager, id: string, checkState: CheckState): Promise<void> {
    const story = await this.database.lock(tx, Story, id);
    if (!story || story.stage === 'hidden') return;
    await tx.update(Story, { id }, { checkState });
    await this.tasks.tell(tx, { ...story, checkState });
    if (checkState === 'passed')
      await this.files.show(
        tx,
        story.photos.map(({ fileId }) => fileId),
      );
  }

  private async bringOut(tx: EntityManager, story: Story, countyName: string): Promise<string> {
    const { womanId, title, words, photos, writtenById } = story;
    const pictures = photos.map(({ fileId, alt }) => ({
      kind: 'picture' as const,
      fileId,
      alt,
      caption: '',
    }));
    const paragraphs = paragraphsOf(words).map((text) => ({ kind: 'paragraph' as const, text }));
    return this.hers.bringOut(tx, {
      ...{ womanId, regionCode: countyOf(story), title, writtenById },
      summary: summaryOf(words, articleLimits.summary),
      source: `${countyName}妇联`,
      coverFileId: photos[0]?.fileId ?? null,
      blocks: [...paragraphs.slice(0, 1), ...pictures, ...paragraphs.slice(1)],
    });
  }

  /** Out of everybody's sight at once: the story, its pictures, and what was kept of both. */
  async hide(tx: EntityManager, { id, articleId, photos }: Story): Promise<void> {
    await this.tasks.end(tx, id);
    if (articleId) await this.hers.takeAway(tx, articleId);
    await this.files.hide(
      tx,
      photos.map(({ fileId }) => fileId),
    );
    await this.checks.forget(tx, 'story', id);
  }
}

function countyOf({ villageCode }: Story): string {
  return villageCode.slice(0, 6);
}
