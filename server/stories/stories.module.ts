import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module';
import { ChecksModule } from '../checks/checks.module';
import { NoticesModule } from '../notices/notices.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { HerConsent } from './her-consent';
import { StoriesController } from './stories.controller';
import { StoriesService } from './stories.service';
import { StoryTasks } from './story-tasks';
import { StoryStepsService } from './story-steps.service';
import { StoryTargetsService } from './targets.service';

@Module({
  imports: [ArticlesModule, ChecksModule, NoticesModule, RegionsModule, WomenModule],
  controllers: [StoriesController],
  providers: [StoriesService, StoryStepsService, StoryTasks, StoryTargetsService, HerConsent],
  exports: [StoriesService],
})
export class StoriesModule {}
