import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { NoticesModule } from '../notices/notices.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { EnrolmentsController } from './enrolments.controller';
import { EnrolmentsService } from './enrolments.service';
import { Seats } from './seats';

@Module({
  imports: [CoursesModule, WomenModule, RegionsModule, NoticesModule],
  controllers: [EnrolmentsController],
  providers: [EnrolmentsService, Seats],
  exports: [EnrolmentsService, Seats],
})
export class EnrolmentsModule {}
