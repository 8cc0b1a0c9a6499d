import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { MarkDto, SendMarksDto } from '../../../server/attendance/attendance.dto';
import { markKinds } from '../../../server/attendance/attendance.rules';
import type { MarksAnswerView } from '../../../server/attendance/attendance.view';
import { newId } from '../../../server/database/new-id';
import { post } from '../post';
import type { DrillTrainer } from './rows';

/** A phone whose signal comes and goes sends its outbox in such parts. */
const marksAtOnce = 8;
/** One part in so many is sent twice at the same time, to both servers. */
const sentTwice = 3;

/** Trainers' phones, all of which have their signal back at the same moment. */
export class Phones {
  /** Marks that a server said it has kept. */
  readonly acknowledged: MarkDto[] = [];
  sent = 0;
  readonly refused: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 200 });

  constructor(
    private readonly urls: readonly string[],
    private readonly until: number,
  ) {}

  async sync(trainers: readonly DrillTrainer[]): Promise<void> {
    await Promise.all(trainers.map((trainer, place) => this.sendOutbox(trainer, place)));
    this.agent.destroy();
  }

  private async sendOutbox({ token, sessionId, womanIds }: DrillTrainer, place: number): Promise<void> {
    const tappedAt = new Date().toISOString();
    const marks = womanIds.map((womanId, at): MarkDto => ({
      ...{ id: newId(), sessionId, womanId, kind: markKinds[at % markKinds.length]!, reason: '家里有事' },
      markedAt: tappedAt,
    }));
    for (let from = 0; from < marks.length; from += marksAtOnce) {
      const some = marks.slice(from, from + marksAtOnce);
      const turns = (place + from / marksAtOnce) % sentTwice === 0 ? [place, place + 1] : [place];
      const answers = await Promise.all(turns.map((server) => this.insist(token, some, server)));
      const kept = new Set(answers.flatMap((answer) => answer ?? []));
      this.acknowledged.push(...some.filter(({ id }) => kept.has(id)));
    }
  }

  /** Sends until somebody answers, one server after the other. @returns ids of the marks that are kept. */
  private async insist(token: string, marks: MarkDto[], from: number): Promise<string[] | undefined> {
    for (let turn = from; Date.now() < this.until; turn += 1) {
      try {
        this.sent += 1;
        const body: SendMarksDto = { marks, sentAt: new Date().toISOString() };
        const url = `${this.urls[turn % this.urls.length]}/api/attendance-marks`;
        const answer = await post(
          this.agent,
          url,
          { authorization: `Bearer ${token}` },
          JSON.stringify(body),
        );
        if (answer.status < 300) {
          const { answers } = JSON.parse(answer.body) as MarksAnswerView;
          return answers.filter(({ isKept }) => isKept).map(({ id }) => id);
        }
        if (answer.status < 500) {
          this.refused.push(`${answer.status} ${answer.body}`);
          return undefined;
        }
      } catch {
        // The server died under the request; nobody knows whether the marks are kept.
      }
      await pause(100 + Math.random() * 300);
    }
    return undefined;
  }
}
