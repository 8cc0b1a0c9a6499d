import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { post } from '../post';
import type { DrillWoman } from './rows';

/** One woman in so many taps twice, and one in so many of the enrolled gives up again. */
const tapsTwice = 3;
const givesUp = 20;

/** What a woman was told; it must stay true. */
export interface Told {
  readonly woman: DrillWoman;
  readonly enrolmentId: string;
  readonly state: string;
  readonly hasGivenUp: boolean;
  /** Two taps of one key were answered with two enrolments. */
  readonly isDoubled: boolean;
}

interface Standing {
  readonly enrolmentId: string;
  readonly state: string;
}

/** Many women at once, who try again until they are answered: on the other server, with the same key. */
export class Crowd {
  /** Acknowledged so far. */
  answered = 0;
  /** Requests sent, retries and second taps among them. */
  sent = 0;
  readonly refused: string[] = [];
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 200 });

  constructor(
    private readonly urls: readonly string[],
    private readonly until: number,
  ) {}

  async come(women: readonly DrillWoman[]): Promise<Told[]> {
    const told = await Promise.all(women.map((woman, place) => this.signUp(woman, place)));
    this.agent.destroy();
    return told.filter((one) => one !== undefined);
  }

  private async signUp(woman: DrillWoman, place: number): Promise<Told | undefined> {
    const path = `/api/batches/${woman.batchId}/enrolments`;
    const taps = place % tapsTwice === 0 ? [place, place + 1] : [place];
    const answers = await Promise.all(taps.map((server) => this.insist(woman, path, 'sign-up', server)));
    const [first, second] = answers;
    if (!first) return undefined;
    this.answered += 1;
    const isDoubled = second !== undefined && second.enrolmentId !== first.enrolmentId;
    let hasGivenUp = false;
    if (first.state === 'enrolled' && place % givesUp === 0) {
      const left = await this.insist(woman, `/api/enrolments/${first.enrolmentId}/giving-up`, 'leave', place);
      hasGivenUp = left?.state === 'given_up';
    }
    return { woman, ...first, hasGivenUp, isDoubled };
  }

  /** Asks until somebody answers, one server after the other. */
  private async insist(
    woman: DrillWoman,
    path: string,
    key: string,
    from: number,
  ): Promise<Standing | undefined> {
    for (let turn = from; Date.now() < this.until; turn += 1) {
      try {
        this.sent += 1;
        const { status, body } = await post(
          this.agent,
          `${this.urls[turn % this.urls.length]}${path}`,
          { authorization: `Bearer ${woman.token}`, 'idempotency-key': key },
          '{}',
        );
        if (status < 300) return JSON.parse(body) as Standing;
        if (status < 500) {
          this.refused.push(`${status} ${body}`);
          return undefined;
        }
      } catch {
        // The server died under the request; nobody knows whether it was done.
      }
      await pause(100 + Math.random() * 300);
    }
    return undefined;
  }
}
