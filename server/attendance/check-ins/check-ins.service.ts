import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import { writeScan } from '../../accounts/scans.rules';
import { qrOf } from '../../accounts/qr';
import { Clock } from '../../calendar/clock';
import { dayOf } from '../../calendar/days.rules';
import { Session } from '../../courses/batch.entity';
import { BatchesService } from '../../courses/batches.service';
import { Database } from '../../database/database';
import { faultOf } from '../../database/database-errors';
import { newId } from '../../database/new-id';
import { found, Refusal } from '../../http/refusals';
import { Seal } from '../../secrecy/seal';
import { WomenService } from '../../women/women.service';
import { isAttended } from '../attendance.rules';
import { Registers } from '../registers';
import { CheckIn } from './check-in.entity';
import { changesIn, isStillGood, readCode, windowOf, writeCode } from './check-ins.rules';
import type { CheckedInView, CheckInCodeView } from './check-ins.view';

/** Scanning the trainer's screen: it only speeds up, and never marks anybody by itself. */
@Injectable()
export class CheckInsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Registers) private readonly registers: Registers,
    @Inject(BatchesService) private readonly batches: BatchesService,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The code of this moment, for the trainer's screen, and who has scanned. */
  async code(actor: Actor, sessionId: string): Promise<CheckInCodeView> {
    await this.registers.open(actor, sessionId, 'attendance.mark');
    const now = this.clock.now();
    const window = windowOf(now);
    const text = writeCode({ sessionId, window, seal: this.sealOf(sessionId, window) });
    const checkIns = await this.database.rows.find(CheckIn, {
      where: { sessionId },
      order: { at: 'ASC', id: 'ASC' },
    });
    const marked = (await this.registers.standings([sessionId])).get(sessionId);
    const waiting = checkIns.filter(({ womanId }) => (marked?.get(womanId) ?? null) === null);
    const women = await this.women.byIds(waiting.map(({ womanId }) => womanId));
    return {
      picture: qrOf(writeScan('check-in', text)),
      changesInMs: changesIn(now),
      scanned: waiting.map(({ womanId }) => ({ womanId, name: women.get(womanId)?.name ?? '' })),
    };
  }

  /** She has scanned it. Scanning again changes nothing. */
  async checkIn(actor: Actor, text: string): Promise<CheckedInView> {
    const code = readCode(text);
    if (!code || code.seal !== this.sealOf(code.sessionId, code.window)) throw new Refusal('checkIn.over');
    const now = this.clock.now();
    if (!isStillGood(code.window, now)) throw new Refusal('checkIn.over');
    const session = found(await this.database.rows.findOneBy(Session, { id: code.sessionId }));
    if (session.heldOn !== dayOf(now)) throw new Refusal('checkIn.notToday');
    const { course } = await this.batches.whole(session.batchId);
    const womanId = actor.womanId;
    const { ids } = await this.registers.rosterOf(session);
    if (womanId === null || !ids.includes(womanId)) throw new Refusal('checkIn.notOnRoster');
    await this.keep(session.id, womanId, now);
    const standing = (await this.registers.standings([session.id])).get(session.id)?.get(womanId) ?? null;
    const sentence = isAttended(standing)
      ? '老师已经点到您了，安心上课吧。'
      : '扫好了。等老师在名单上点一下，就算到了。';
    return { title: course.title, sentence };
  }

  private async keep(sessionId: string, womanId: string, at: Date): Promise<void> {
    try {
      await this.database.rows.insert(CheckIn, { id: newId(), sessionId, womanId, at });
    } catch (error) {
      // She has scanned before.
      if (faultOf(error) !== 'duplicate') throw error;
    }
  }

  private sealOf(sessionId: string, window: number): string {
    return this.seal.mark(`check-in ${sessionId} ${window}`).slice(0, 20);
  }
}
