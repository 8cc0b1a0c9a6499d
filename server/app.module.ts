import { DynamicModule, Module, type Type } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { AccessModule } from './access/access.module';
import { AccountsModule } from './accounts/accounts.module';
import { ArticlesModule } from './articles/articles.module';
import { AssignmentModule } from './assignment/assignment.module';
import { AttendanceModule } from './attendance/attendance.module';
import { CalendarModule } from './calendar/calendar.module';
import { CertificatesModule } from './certificates/certificates.module';
import { ChecksModule } from './checks/checks.module';
import { ClockworkModule } from './clockwork.module';
import { CoursesModule } from './courses/courses.module';
import { DatabaseModule } from './database/database.module';
import { DuplicatesModule } from './duplicates/duplicates.module';
import { EnrolmentsModule } from './enrolments/enrolments.module';
import { FeedbackModule } from './feedback/feedback.module';
import { FilesModule } from './files/files.module';
import { HttpModule } from './http/http.module';
import { ImportsModule } from './imports/imports.module';
import { LedgersModule } from './ledgers/ledgers.module';
import { NeedsModule } from './needs/needs.module';
import { NoticesModule } from './notices/notices.module';
import { PlanningModule } from './planning/planning.module';
import { RecordsModule } from './records/records.module';
import { RegionsModule } from './regions/regions.module';
import { RightsModule } from './rights/rights.module';
import { SecrecyModule } from './secrecy/secrecy.module';
import { StoriesModule } from './stories/stories.module';
import { WechatModule } from './wechat/wechat.module';
import { WomenModule } from './women/women.module';

/** The table of contents. */
@Module({})
export class AppModule {
  static with(settings: Settings, beside: readonly (DynamicModule | Type)[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        HttpModule.with(settings), //                what every request meets
        DatabaseModule.with(settings.databaseUrl), // rows, and transactions over them
        SecrecyModule.with(settings.secrecy), //      what is sealed and what is masked
        CalendarModule, //                            what day it is
        WechatModule, //                              the one client of WeChat's server
        AccessModule, //                              who may do what
        RecordsModule, //                             deeds somebody may have to answer for
        AccountsModule, //                            who you are
        FilesModule.with(settings), //                pictures and papers that are kept
        ChecksModule, //                              words and pictures of users, before others see them
        RegionsModule, //                             city > county > township > village
        WomenModule, //                               one woman, one file
        NeedsModule, //                               what she wants to learn
        NoticesModule, //                             what she must hear of, and the staff
        CoursesModule, //                             what is taught, when and where
        EnrolmentsModule, //                          who has a seat, who waits
        CertificatesModule, //                        what she has completed, on paper
        PlanningModule, //                            which batches to open
        AssignmentModule, //                          who gets which seat, and why
        AttendanceModule, //                          who was there
        FeedbackModule, //                            what she says of it afterwards
        DuplicatesModule, //                          two files that are one woman
        ImportsModule, //                             registers that come in as workbooks
        LedgersModule, //                             lists of women that go out as workbooks
        RightsModule, //                              what she agreed to, and what is kept of her
        ArticlesModule, //                            policies and stories
        StoriesModule, //                             exemplary women, on their way to the readers
        ClockworkModule, //                           what happens because time passes
        ...beside,
      ],
    };
  }
}
