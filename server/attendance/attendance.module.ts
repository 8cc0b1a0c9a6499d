import { Module } from '@nestjs/common';
import { CertificatesModule } from '../certificates/certificates.module';
import { CoursesModule } from '../courses/courses.module';
import { EnrolmentsModule } from '../enrolments/enrolments.module';
import { NoticesModule } from '../notices/notices.module';
import { NeedsModule } from '../needs/needs.module';
import { RecordsModule } from '../records/records.module';
import { RegionsModule } from '../regions/regions.module';
import { WomenModule } from '../women/women.module';
import { AttendanceController } from './attendance.controller';
import { AttendanceService } from './attendance.service';
import { CheckInsController } from './check-ins/check-ins.controller';
import { CheckInsService } from './check-ins/check-ins.service';
import { CorrectionsController } from './corrections/corrections.controller';
import { CorrectionTasks } from './corrections/correction-tasks';
import { CorrectionsService } from './corrections/corrections.service';
import { EndingsService } from './endings.service';
import { MarksService } from './marks.service';
import { Registers } from './registers';
import { SheetsController } from './sheets/sheets.controller';
import { SheetsService } from './sheets/sheets.service';
import { WalkInsController } from './walk-ins/walk-ins.controller';
import { WalkInsService } from './walk-ins/walk-ins.service';

@Module({
  imports: [
    ...[CoursesModule, EnrolmentsModule, CertificatesModule, NeedsModule, WomenModule, RegionsModule],
    ...[RecordsModule, NoticesModule],
  ],
  controllers: [
    ...[AttendanceController, WalkInsController, CheckInsController, SheetsController, CorrectionsController],
  ],
  providers: [
    ...[Registers, MarksService, AttendanceService, WalkInsService, CheckInsService, SheetsService],
    ...[CorrectionsService, CorrectionTasks, EndingsService],
  ],
  exports: [EndingsService],
})
export class AttendanceModule {}
