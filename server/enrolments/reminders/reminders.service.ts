import { Inject, Injectable } from '@nestjs/common';
import { Between, In, type EntityManager } from 'typeorm';
import { Clock } from '../../calendar/clock';
import { dayOf, daysLater, sayDay, startOf, type Day } from '../../calendar/days.rules';
import { Batch, Session } from '../../courses/batch.entity';
import { Course, Venue } from '../../courses/course.entity';
import { Database } from '../../database/database';
import { NoticesService } from '../../notices/notices.service';
import { Enrolment } from '../enrolment.entity';
import { dayToRemember, isLapsing, lapsingUntil } from './reminders.rules';

/** Reminds of what she might miss: an offer in its last day, the first lesson tomorrow. Safe on many servers at once. */
@Injectable()
export class RemindersService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(NoticesService) private readonly notices: NoticesService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async remind(): Promise<void> {
    await this.ofOffers();
    const tomorrow = dayToRemember(this.clock.now());
    if (tomorrow) await this.ofLessons(tomorrow);
  }

  private async ofOffers(): Promise<void> {
    const now = this.clock.now();
    const lapsing = { state: 'offered', offerUntil: Between(now, lapsingUntil(now)) } as const;
    const offers = await this.database.rows.findBy(Enrolment, lapsing);
    const batchIds = new Set(offers.filter((offer) => isLapsing(offer, now)).map(({ batchId }) => batchId));
    for (const batchId of [...batchIds].sort())
      await this.database.transact(async (tx) => {
        const batch = await this.database.claim(tx, Batch, batchId);
        if (!batch) return;
        const still = (await tx.findBy(Enrolment, { batchId, ...lapsing })).filter((one) =>
          isLapsing(one, now),
        );
        const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
        for (const { womanId, offerUntil, changedAt } of still) {
          const told = await this.notices.toldSince(tx, 'offer_lapsing', batchId, changedAt);
          if (told.has(womanId)) continue;
          const answerBy = offerUntil ? sayDay(dayOf(offerUntil)) : undefined;
          const facts = { title, startsOn: batch.startsOn, answerBy, endsAt: offerUntil };
          await this.notices.overtake(tx, womanId, batchId);
          await this.notices.write(tx, womanId, 'offer_lapsing', batchId, facts);
        }
      });
  }

  /** Of a row of days only the first is announced. */
  private async ofLessons(tomorrow: Day): Promise<void> {
    const { rows } = this.database;
    const sessions = await rows.findBy(Session, { heldOn: In([tomorrow, daysLater(tomorrow, -1)]) });
    const on = (day: Day) =>
      new Set(sessions.filter(({ heldOn }) => heldOn === day).map(({ batchId }) => batchId));
    const today = on(daysLater(tomorrow, -1));
    for (const batchId of [...on(tomorrow)].filter((id) => !today.has(id)).sort())
      if (await this.isToRemind(rows, batchId)) await this.ofLesson(batchId, tomorrow);
  }

  private async ofLesson(batchId: string, day: Day): Promise<void> {
    await this.database.transact(async (tx) => {
      const batch = await this.database.claim(tx, Batch, batchId);
      // The morning first.
      const sessions = await tx.find(Session, { where: { batchId, heldOn: day }, order: { half: 'DESC' } });
      const [first] = sessions;
      if (!batch || batch.state === 'cancelled' || !first) return;
      const { title } = await tx.findOneByOrFail(Course, { id: batch.courseId });
      const { name: placeName } = await tx.findOneByOrFail(Venue, { id: batch.venueId });
      const told = await this.toldToday(tx, batchId);
      const seated = await tx.find(Enrolment, {
        where: { batchId, state: 'enrolled' },
        order: { womanId: 'ASC' },
      });
      const facts = { title, startsOn: day, movedTo: first, placeName };
      for (const { womanId } of seated)
        if (!told.has(womanId)) await this.notices.write(tx, womanId, 'tomorrow', batchId, facts);
    });
  }

  /** Without a lock: most turns of the clockwork have nothing to do. */
  private async isToRemind(rows: EntityManager, batchId: string): Promise<boolean> {
    const seated = await rows.findBy(Enrolment, { batchId, state: 'enrolled' });
    if (seated.length === 0) return false;
    const told = await this.toldToday(rows, batchId);
    return seated.some(({ womanId }) => !told.has(womanId));
  }

  private toldToday(rows: EntityManager, batchId: string): Promise<Set<string>> {
    return this.notices.toldSince(rows, 'tomorrow', batchId, startOf(dayOf(this.clock.now())));
  }
}
