import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { NoticesModule } from '../notices/notices.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { DecisionsInForce } from './decisions/decisions-in-force';
import { DecisionsController } from './decisions/decisions.controller';
import { DecisionsService } from './decisions/decisions.service';
import { DraftingService } from './drafting/drafting.service';
import { LotteriesController } from './lottery/lotteries.controller';
import { LotteriesService } from './lottery/lotteries.service';
import { OutcomesService } from './outcomes.service';
import { PublicationService } from './publication.service';
import { RunSheetService } from './run-sheet.service';
import { RunViewsService } from './run-views.service';
import { RunsController } from './runs.controller';
import { RunsService } from './runs.service';

@Module({
  imports: [CoursesModule, EnrolmentsModule, WomenModule, RegionsModule, RecordsModule, NoticesModule],
  controllers: [RunsController, DecisionsController, LotteriesController],
  providers: [
    ...[RunsService, RunViewsService, RunSheetService, OutcomesService, PublicationService],
    ...[DraftingService, DecisionsService, DecisionsInForce, LotteriesService],
  ],
  exports: [RunsService, LotteriesService],
})
export class AssignmentModule {}
