import { Inject, Injectable } from '@nestjs/common';
import { Brackets, In } from 'typeorm';
import type { Actor } from '../access/actor';
import { accountNames, type NameOf } from '../accounts/account-names';
import { HerArticles } from '../articles/her-articles';
import { Clock } from '../calendar/clock';
import { decideAppeal, checkStateNames } from '../checks/checks.rules';
import { ChecksService } from '../checks/checks.service';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { FilesService } from '../files/files.service';
import type { StoredFile } from '../files/stored-file.entity';
import { Refusal } from '../http/refusals';
import { RegionsService } from '../regions/regions.service';
import { consentPurposes, type ConsentPurpose } from '../women/consents.rules';
import { withMerged } from '../women/merged-files';
import { WomenService } from '../women/women.service';
import { Story, StoryStepRow } from './story.entity';
import type { SaveStoryDto, WriteStoryDto } from './stories.dto';
import { factsOf, onStory, readerIn, seen } from './stories.queries';
import { decideStep, isOpenToWriting, storyLimits, storyStageNames, storyStepNames } from './stories.rules';
import type { StorySummaryView, StoryView } from './stories.view';

const onAList = 200;

/** Stories of exemplary women: written by her helper with her consent, read by the offices on the way. */
@Injectable()
export class StoriesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(HerArticles) private readonly hers: HerArticles,
    @Inject(ChecksService) private readonly checks: ChecksService,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What an office may see, the latest change first. */
  async list(actor: Actor): Promise<StorySummaryView[]> {
    const query = this.database.rows.createQueryBuilder(Story, 'story').where('1 = 1');
    const scope = actor.scope('stories.read');
    scope.narrow(query, 'story.villageCode');
    query.andWhere(
      new Brackets((either) => {
        either.where('story.writtenById = :me', { me: actor.accountId });
        // As `isSeenBy` says, office by office.
        scope.prefixes.forEach((prefix, index) => {
          const stages = prefix.length <= 4 ? "IN ('city', 'out', 'hidden')" : "<> 'writing'";
          either.orWhere(
            `story.checkState = 'passed' AND story.stage ${stages} AND story.villageCode LIKE :office${index}`,
            { [`office${index}`]: `${prefix}%` },
          );
        });
      }),
    );
    const stories = await query
      .orderBy('story.changedAt', 'DESC')
      .addOrderBy('story.id')
      .take(onAList)
      .getMany();
    const nameOf = await accountNames(
      this.database.rows,
      stories.map(({ writtenById }) => writtenById),
    );
    return Promise.all(stories.map((story) => this.summary(story, nameOf)));
  }

  async open(actor: Actor, id: string): Promise<StoryView> {
    const { rows } = this.database;
    const story = seen(actor, await rows.findOneBy(Story, { id }));
    const steps = await rows.find(StoryStepRow, { where: { storyId: id }, order: { at: 'ASC', id: 'ASC' } });
    const by = [story.writtenById, ...steps.map(({ byAccountId }) => byAccountId)];
    const nameOf = await accountNames(this.database.rows, by);
    const facts = await factsOf(rows, story);
    const may = (step: Parameters<typeof decideStep>[2]) =>
      !('refused' in decideStep(facts, readerIn(actor), step));
    const isWriter = story.writtenById === actor.accountId;
    const checks = await this.checks.of(rows, 'story', id);
    return {
      ...(await this.summary(story, nameOf)),
      womanId: actor.scope('women.read').admits(story.villageCode) ? story.womanId : null,
      ...{ words: story.words, photos: story.photos, revision: story.revision, articleId: story.articleId },
      steps: steps.map(({ step, stage, words, byAccountId, at }) => ({
        ...{ stepName: storyStepNames[step], stageName: storyStageNames[stage], words, at },
        byName: nameOf(byAccountId),
      })),
      checks: checks.map((check) => ({
        ...{ id: check.id, fileId: check.fileId, state: check.state, reason: check.reason },
        stateName: checkStateNames[check.state],
        mayAppeal: actor.may('checks.appeal') && !('refused' in decideAppeal(check)),
      })),
      abilities: {
        write: isWriter && isOpenToWriting(story),
        ...{ submit: may('submit'), recommend: may('recommend'), sendBack: may('sendBack') },
        hide: may('hide'),
        photos: isWriter && (await this.hers.agrees(rows, story.womanId, 'story_photo')),
      },
    };
  }

  /** Her stories, for all that is kept of her. */
  async ofWoman(womanId: string): Promise<Pick<Story, 'title' | 'stage'>[]> {
    return this.database.rows.find(Story, {
      select: { id: true, title: true, stage: true },
      where: { womanId: In(await withMerged(this.database.rows, [womanId])) },
      order: { id: 'ASC' },
    });
  }

  /** Begins a story of a woman whom the writer serves, once she agrees that it is written. */
  async write(actor: Actor, womanId: string, { title, words }: WriteStoryDto): Promise<StoryView> {
    const woman = await this.women.served(actor, womanId, 'stories.write');
    const now = this.clock.now();
    const id = newId();
    await this.database.transact(async (tx) => {
      await this.mustAgree(tx, woman.id, 'story_words');
      await tx.insert(Story, {
        ...{ id, womanId: woman.id, villageCode: woman.villageCode, title: title.trim(), words },
        ...{ photos: [], stage: 'writing', round: 0, checkState: 'pending', revision: 1 },
        ...{ articleId: null, outOn: null, writtenById: actor.accountId, createdAt: now, changedAt: now },
      });
    });
    return this.open(actor, id);
  }

  /** Saves what its writer changed; a story that the check holds up is hers to change again. */
  async save(
    actor: Actor,
    id: string,
    { title, words, photos, beganFrom }: SaveStoryDto,
  ): Promise<StoryView> {
    await this.files.mustBeOf(
      actor.accountId,
      photos.map(({ fileId }) => fileId),
    );
    await onStory(this.database, actor, id, async (tx, story) => {
      if (story.writtenById !== actor.accountId) throw new Refusal('story.notYours');
      if (!isOpenToWriting(story)) throw new Refusal('story.stateForbids');
      if (story.revision !== beganFrom) throw new Refusal('story.editedMeanwhile');
      await this.mustAgree(tx, story.womanId, 'story_words');
      if (photos.length > 0) await this.mustAgree(tx, story.womanId, 'story_photo');
      // A picture of her that is in the story no longer is kept for nothing.
      const stays = new Set(photos.map(({ fileId }) => fileId));
      const gone = story.photos.map(({ fileId }) => fileId).filter((fileId) => !stays.has(fileId));
      await this.files.forget(tx, gone);
      // A check of the earlier words says nothing of these.
      await this.checks.forget(tx, 'story', id);
      const stage = story.stage === 'township' ? 'writing' : story.stage;
      const said = {
        title: title.trim(),
        words,
        photos: photos.map(({ fileId, alt }) => ({ fileId, alt: alt.trim() })),
      };
      await tx.update(
        Story,
        { id },
        { ...said, stage, checkState: 'pending', revision: beganFrom + 1, changedAt: this.clock.now() },
      );
    });
    return this.open(actor, id);
  }

  /** Keeps a photograph for the story, hidden until it has passed its check. */
  async addPhoto(actor: Actor, id: string, read: () => Promise<Buffer>): Promise<StoredFile> {
    const story = seen(actor, await this.database.rows.findOneBy(Story, { id }));
    if (story.writtenById !== actor.accountId) throw new Refusal('story.notYours');
    if (!isOpenToWriting(story)) throw new Refusal('story.stateForbids');
    if (story.photos.length >= storyLimits.photos) throw new Refusal('story.photosFull');
    await this.mustAgree(this.database.rows, story.womanId, 'story_photo');
    return this.files.keepPicture(actor.accountId, await read(), true);
  }

  private async mustAgree(rows: Database['rows'], womanId: string, purpose: ConsentPurpose): Promise<void> {
    if (!(await this.hers.agrees(rows, womanId, purpose)))
      throw new Refusal('consent.needed', { name: consentPurposes[purpose].name });
  }

  private async summary(story: Story, nameOf: NameOf): Promise<StorySummaryView> {
    const { id, title, stage, villageCode, checkState, writtenById, changedAt } = story;
    const regions = await this.regions.tree();
    return {
      ...{ id, title, stage, stageName: storyStageNames[stage], checkState, changedAt },
      checkStateName: checkStateNames[checkState],
      regionName: regions.pathName(villageCode),
      byName: nameOf(writtenById),
    };
  }
}
