import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { HerArticles } from '../articles/her-articles';
import { Clock } from '../calendar/clock';
import { FilesService } from '../files/files.service';
import { FileChanges } from '../women/file-changes';
import { withMerged } from '../women/merged-files';
import { Woman } from '../women/woman.entity';
import { Story } from './story.entity';
import { StoryStepsService } from './story-steps.service';

/** What she takes back holds in the same transaction: her story, or her photographs in it, are gone when it is written. */
@Injectable()
export class HerConsent implements OnModuleInit {
  constructor(
    @Inject(FileChanges) private readonly changes: FileChanges,
    @Inject(StoryStepsService) private readonly steps: StoryStepsService,
    @Inject(HerArticles) private readonly hers: HerArticles,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.changes.hear((tx, womanIds) => this.changed(tx, womanIds));
  }

  /** A story may stand under a file that was merged into hers. */
  private async changed(tx: EntityManager, womanIds: readonly string[]): Promise<void> {
    const ids = await withMerged(tx, womanIds);
    const stories = await tx.find(Story, { where: { womanId: In(ids) }, order: { id: 'ASC' } });
    for (const story of stories) await this.look(tx, story);
  }

  private async look(tx: EntityManager, story: Story): Promise<void> {
    const { id, womanId, photos, articleId } = story;
    const now = { changedAt: this.clock.now() };
    if (story.stage !== 'hidden' && !(await this.hers.agrees(tx, womanId, 'story_words'))) {
      await this.steps.hide(tx, story);
      await tx.update(Story, { id }, { stage: 'hidden', ...now });
    }
    if (photos.length > 0 && !(await this.hers.agrees(tx, womanId, 'story_photo'))) {
      await this.files.forget(
        tx,
        photos.map(({ fileId }) => fileId),
      );
      if (articleId) await this.hers.withoutPictures(tx, articleId);
      await tx.update(Story, { id }, { photos: [], revision: story.revision + 1, ...now });
    }
    const woman = await tx.findOneBy(Woman, { id: womanId });
    if (woman?.erasedAt) {
      if (articleId) await this.hers.forget(tx, articleId);
      await tx.update(Story, { id }, { title: '已删除', words: '' });
    }
  }
}
