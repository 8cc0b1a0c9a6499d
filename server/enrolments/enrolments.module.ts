import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { NoticesModule } from '../notices/notices.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { CandidatesController } from './candidates/candidates.controller';
import { CandidatesService } from './candidates/candidates.service';
import { CapacityService } from './capacity.service';
import { EnrolmentsController } from './enrolments.controller';
import { EnrolmentsService } from './enrolments.service';
import { KeptAnswers } from './kept-answers';
import { LeavingsService } from './leavings.service';
import { OffersService } from './offers.service';
import { RemindersService } from './reminders/reminders.service';
import { Seats } from './seats';
import { TimetableController } from './timetable/timetable.controller';
import { TimetableService } from './timetable/timetable.service';

@Module({
  imports: [CoursesModule, WomenModule, RegionsModule, NoticesModule],
  controllers: [EnrolmentsController, CandidatesController, TimetableController],
  providers: [
    ...[EnrolmentsService, CapacityService, OffersService, KeptAnswers],
    ...[LeavingsService, Seats, TimetableService, RemindersService, CandidatesService],
  ],
  exports: [EnrolmentsService, LeavingsService, OffersService, KeptAnswers, Seats, RemindersService],
})
export class EnrolmentsModule {}
