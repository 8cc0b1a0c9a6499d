import { Module } from '@nestjs/common';
import { NeedsModule } from '../needs/needs.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { BatchesController } from './batches.controller';
import { BatchesService } from './batches.service';
import { CompletionsService } from './completions.service';
import { PoliciesService } from './policies.service';
import { PlanningService } from './planning.service';

@Module({
  imports: [NeedsModule, WomenModule, RegionsModule],
  controllers: [BatchesController],
  providers: [BatchesService, PlanningService, CompletionsService, PoliciesService],
  exports: [BatchesService, CompletionsService, PoliciesService],
})
export class CoursesModule {}
