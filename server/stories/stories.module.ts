import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module';
import { ChecksModule } from '../checks/checks.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { HerConsent } from './her-consent';
import { StoriesController } from './stories.controller';
import { StoriesService } from './stories.service';
import { StoryStepsService } from './story-steps.service';
import { StoryTargetsService } from './targets.service';

@Module({
  imports: [ArticlesModule, ChecksModule, RegionsModule, WomenModule],
  controllers: [StoriesController],
  providers: [StoriesService, StoryStepsService, StoryTargetsService, HerConsent],
  exports: [StoriesService],
})
export class StoriesModule {}
