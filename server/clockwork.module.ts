import { Inject, Logger, Module, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
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
import { EnrolmentsModule } from './enrolments/enrolments.module';
import { KeptAnswers } from './enrolments/kept-answers';
import { OffersService } from './enrolments/offers.service';

const everyMs = 30_000;

/**
 * What happens because time passes, not because somebody asks: batches move on and are finished by their register,
 * offers lapse, free seats are offered,
 * the draw of the next assignment is announced, a run whose batches have begun is closed. Safe on many servers at once.
 */
@Module({
  imports: [
    CoursesModule,
    EnrolmentsModule,
    AssignmentModule,
    AttendanceModule,
    ArticlesModule,
    ChecksModule,
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
    @Inject(PublicationsService) private readonly publications: PublicationsService,
    @Inject(AskingService) private readonly checks: AskingService,
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
    this.working = this.working.then(() => this.work()).catch((error: unknown) => this.log.error(error));
    return this.working;
  }

  private async work(): Promise<void> {
    await this.batches.advance();
    await this.endings.finishOver();
    await this.offers.lapseOffers();
    await this.offers.offerFreeSeats();
    await this.answers.forgetOld();
    await this.lotteries.announceWhereNeeded();
    await this.runs.close();
    await this.publications.publishDue();
    await this.checks.askDue();
  }
}
