import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { reachingOffices } from '../accounts/staff/reaching-offices';
import { nearest } from '../notices/tasks/tasks.rules';
import { TasksService } from '../notices/tasks/tasks.service';
import { Region } from '../regions/region.entity';
import type { Story } from './story.entity';
import { factsOf } from './stories.queries';
import { speakersAt, speaksAt } from './stories.rules';

/** Whose turn it is with a story on its way: those of the nearest office who may recommend it, or its writer. */
@Injectable()
export class StoryTasks {
  constructor(@Inject(TasksService) private readonly tasks: TasksService) {}

  /** After its stage or its check has changed, in the same transaction. */
  async tell(tx: EntityManager, story: Story): Promise<void> {
    await this.end(tx, story.id);
    if (story.stage === 'sentBack')
      await this.tasks.write(tx, [story.writtenById], 'story_sent_back', story.id);
    const roles = speakersAt(story.stage);
    if (roles.length === 0 || story.checkState !== 'passed') return;
    const { recommendedByIds } = await factsOf(tx, story);
    const hadTheirSay = new Set([story.writtenById, ...recommendedByIds]);
    const offices = await reachingOffices(tx, roles, story.villageCode);
    const free = offices.filter((office) => speaksAt(office, story) && !hadTheirSay.has(office.accountId));
    const { name: placeName } = await tx.findOneByOrFail(Region, { code: story.villageCode.slice(0, 9) });
    await this.tasks.write(tx, nearest(free), 'story_to_read', story.id, { placeName });
  }

  async end(tx: EntityManager, storyId: string): Promise<void> {
    await this.tasks.done(tx, storyId, 'story_to_read', 'story_sent_back');
  }
}
