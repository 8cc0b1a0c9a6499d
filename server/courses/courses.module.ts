import { Module } from '@nestjs/common';
import { NeedsModule } from '../needs/needs.module';
import { NoticesModule } from '../notices/notices.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { ApprovalController } from './approval/approval.controller';
import { ApprovalService } from './approval/approval.service';
import { BatchesController } from './batches.controller';
import { BatchesService } from './batches.service';
import { FarmSeasonsController } from './calendar/farm-seasons.controller';
import { FarmSeasonsService } from './calendar/farm-seasons.service';
import { CompletionsService } from './completions.service';
import { CoursesService } from './courses.service';
import { ChoicesService } from './choices.service';
import { Bookings } from './plans/bookings';
import { PlansController } from './plans/plans.controller';
import { PlanTasks } from './plans/plan-tasks';
import { PlansService } from './plans/plans.service';
import { StepsService } from './plans/steps.service';
import { PoliciesService } from './policies.service';
import { TrainersController } from './trainers/trainers.controller';
import { TrainersService } from './trainers/trainers.service';
import { VenuesController } from './venues/venues.controller';
import { VenuesService } from './venues/venues.service';

@Module({
  imports: [NeedsModule, WomenModule, RegionsModule, NoticesModule],
  controllers: [
    ...[BatchesController, PlansController, ApprovalController, FarmSeasonsController],
    ...[TrainersController, VenuesController],
  ],
  providers: [
    ...[BatchesService, CoursesService, ChoicesService, CompletionsService, PoliciesService],
    ...[PlansService, PlanTasks, StepsService, Bookings, ApprovalService, FarmSeasonsService],
    ...[TrainersService, VenuesService],
  ],
  exports: [
    ...[BatchesService, CompletionsService, PoliciesService, PlansService, PlanTasks],
    ...[Bookings, FarmSeasonsService],
  ],
})
export class CoursesModule {}
