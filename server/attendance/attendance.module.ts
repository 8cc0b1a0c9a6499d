import { Module } from '@nestjs/common';
import { CoursesModule } from '../courses/courses.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { NeedsModule } from '../needs/needs.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { AttendanceController } from './attendance.controller';
import { AttendanceService } from './attendance.service';
import { EndingsService } from './endings.service';

@Module({
  imports: [CoursesModule, EnrolmentsModule, NeedsModule, WomenModule, RegionsModule],
  controllers: [AttendanceController],
  providers: [AttendanceService, EndingsService],
  exports: [EndingsService],
})
export class AttendanceModule {}
