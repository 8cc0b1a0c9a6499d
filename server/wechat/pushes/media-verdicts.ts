import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { faultOf } from '../../database/database-errors';
import type { Verdict } from '../texts.rules';
import { MediaVerdict } from './media-verdict.entity';
import { Pushes, type PushedEvent } from './pushes';

type Listener = (traceId: string, verdict: Verdict) => Promise<void>;

/** The verdicts of `WechatClient.checkMedia`, which WeChat pushes within half an hour. */
@Injectable()
export class MediaVerdicts {
  private readonly listeners: Listener[] = [];

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pushes) pushes: Pushes,
  ) {
    pushes.hear('wxa_media_check', (event) => this.keep(event));
  }

  /** Called when a verdict has come and is kept; perhaps on another server than the one that asked, perhaps twice. */
  hear(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** The verdict, where it has come already: to be asked once the trace id is kept, since the push may be faster. */
  async of(traceId: string): Promise<Verdict | undefined> {
    return (await this.database.rows.findOneBy(MediaVerdict, { traceId }))?.verdict;
  }

  private async keep({ trace_id: traceId, result, errcode }: PushedEvent): Promise<void> {
    if (typeof traceId !== 'string' || traceId === '' || traceId.length > 64) return;
    const verdict = verdictIn(result, errcode);
    try {
      await this.database.rows.insert(MediaVerdict, { traceId, verdict, at: this.clock.now() });
    } catch (error) {
      // WeChat pushed it again; what came first stands, and is told again to whom the first did not reach.
      if (faultOf(error) !== 'duplicate') throw error;
    }
    const kept = (await this.of(traceId)) ?? verdict;
    for (const listener of this.listeners) await listener(traceId, kept);
  }
}

/** A picture that WeChat could not fetch or judge is one that a person must look at. */
function verdictIn(result: unknown, errcode: unknown): Verdict {
  const { suggest } = (result ?? {}) as { suggest?: unknown };
  if (Number(errcode ?? 0) !== 0) return 'review';
  return suggest === 'pass' || suggest === 'risky' ? suggest : 'review';
}
