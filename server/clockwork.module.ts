import { Inject, Logger, Module, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Scope } from './access/scope';
import { ArticlesModule } from './articles/articles.module';
import { PublicationsService } from './articles/publications.service';
import { AssignmentModule } from './assignment/assignment.module';
import { LotteriesService } from './assignment/lottery/lotteries.service';
import { RunsService } from './assignment/runs.service';
import { AttendanceModule } from './attendance/attendance.module';
import { EndingsService } from './attendance/endings.service';
import { BatchesService } from './courses/batches.service';
import { AskingService } from './checks/asking.service';
import { ChecksModule } from './checks/checks.module';
import { CoursesModule } from './courses/courses.module';
import { ComparingService } from './duplicates/comparing.service';
import { DuplicatesModule } from './duplicates/duplicates.module';
import { NearTasks } from './duplicates/near-tasks';
import { EnrolmentsModule } from './enrolments/enrolments.module';
import { KeptAnswers } from './enrolments/kept-answers';
import { RemindersService } from './enrolments/reminders/reminders.service';
import { OffersService } from './enrolments/offers.service';
import { FeedbackModule } from './feedback/feedback.module';
import { FeedbackNotices } from './feedback/feedback-notices';
import { FilesService } from './files/files.service';
import { ImportsModule } from './imports/imports.module';
import { UnfinishedService } from './imports/unfinished.service';
import { CallTasks } from './notices/calls/call-tasks';
import { DeliveriesService } from './notices/delivery/deliveries.service';
import { NoticesModule } from './notices/notices.module';

const everyMs = 30_000;
const everywhere = new Scope(['']);
const comparedAtOnce = 10_000;

/**
 * What happens because time passes, not because somebody asks: batches move on and are finished by their register,
 * offers lapse, free seats are offered, women are reminded, and asked how a course was,
 * the draw of the next assignment is announced, a run whose batches have begun is closed, files are compared with those that
 * may be of the same woman, lists that are empty call nobody any more. Safe on many servers at once.
 */
@Module({
  imports: [
    CoursesModule,
    EnrolmentsModule,
    AssignmentModule,
    AttendanceModule,
    FeedbackModule,
    ImportsModule,
    ArticlesModule,
    ChecksModule,
    DuplicatesModule,
    NoticesModule,
  ],
})
export class ClockworkModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Clockwork');
  private timer: NodeJS.Timeout | undefined;
  private working = Promise.resolve();

  constructor(
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(EndingsService) private readonly endings: EndingsService,
    @Inject(OffersService) private readonly offers: OffersService,
    @Inject(KeptAnswers) private readonly answers: KeptAnswers,
    @Inject(LotteriesService) private readonly lotteries: LotteriesService,
    @Inject(RunsService) private readonly runs: RunsService,
    @Inject(UnfinishedService) private readonly imports: UnfinishedService,
    @Inject(ComparingService) private readonly comparing: ComparingService,
    @Inject(PublicationsService) private readonly publications: PublicationsService,
    @Inject(AskingService) private readonly checks: AskingService,
    @Inject(RemindersService) private readonly reminders: RemindersService,
    @Inject(FeedbackNotices) private readonly feedback: FeedbackNotices,
    @Inject(DeliveriesService) private readonly deliveries: DeliveriesService,
    @Inject(FilesService) private readonly files: FilesService,
    @Inject(CallTasks) private readonly calls: CallTasks,
    @Inject(NearTasks) private readonly pairs: NearTasks,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), everyMs);
    void this.tick();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.working;
  }

  private tick(): Promise<void> {
    this.working = this.working.then(() => this.work());
    return this.working;
  }

  /** What fails waits for the next turn, and keeps nothing else waiting. */
  private async work(): Promise<void> {
    for (const turn of this.turns) await turn().catch((error: unknown) => this.log.error(error));
  }

  /** Both hold the county again and again: beside a register that is being written each would take twice as long. */
  private async compareUnlessWriting(): Promise<void> {
    if (!(await this.imports.isAnyWritten())) await this.comparing.compare(everywhere, comparedAtOnce);
  }

  private readonly turns: readonly (() => Promise<unknown>)[] = [
    () => this.batches.advance(),
    () => this.endings.finishOver(),
    () => this.offers.lapseOffers(),
    () => this.offers.offerFreeSeats(),
    () => this.answers.forgetOld(),
    () => this.lotteries.announceWhereNeeded(),
    () => this.runs.close(),
    () => this.imports.forgetOld(),
    () => this.imports.resume(),
    () => this.publications.publishDue(),
    () => this.checks.askDue(),
    () => this.reminders.remind(),
    () => this.feedback.ask(),
    () => this.deliveries.endOld(),
    () => this.files.removeForgotten(),
    () => this.compareUnlessWriting(),
    () => this.calls.endEmpty(),
    () => this.pairs.endEmpty(),
  ];
}
