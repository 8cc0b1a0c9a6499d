import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { RegionsModule } from '../regions/regions.module';
import { SuggestionsController } from './suggestions.controller';
import { SuggestionsService } from './suggestions.service';

@Module({
  imports: [CoursesModule, RegionsModule],
  controllers: [SuggestionsController],
  providers: [SuggestionsService],
  exports: [SuggestionsService],
})
export class PlanningModule {}
