import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { OutcomesService } from './outcomes.service';
import { PublicationService } from './publication.service';
import { RunsController } from './runs.controller';
import { RunsService } from './runs.service';

@Module({
  imports: [CoursesModule, EnrolmentsModule, WomenModule, RegionsModule],
  controllers: [RunsController],
  providers: [RunsService, PublicationService, OutcomesService],
})
export class AssignmentModule {}
