import { Inject, Injectable } from '@nestjs/common';
import { In, LessThan } from 'typeorm';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { sayWait } from '../../http/limits.rules';
import { Refusal } from '../../http/refusals';
import { Seal } from '../../secrecy/seal';
import { SignInFailure } from './credential.entity';
import { countTry, forgottenAfterMs, waitOf, type Counted } from './waits.rules';

/** Those whose failures a try adds to. */
export type Tried = readonly (readonly [kind: Counted, name: string])[];

/**
 * Counts failed tries in the database, so that all servers know them. A try is counted before it is made and taken back
 * when it was right: a hundred at once are a hundred, not one.
 */
@Injectable()
export class Attempts {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws Refusal `signIn.wait` when one of them must wait; then nothing is counted. */
  async count(tried: Tried): Promise<void> {
    const now = this.clock.now();
    const kindOf = new Map(tried.map(([kind, name]) => [this.markOf(kind, name), kind]));
    const marks = [...kindOf.keys()].sort();
    const { rows } = this.database;
    await rows.delete(SignInFailure, { lastAt: LessThan(new Date(now.getTime() - forgottenAfterMs)) });
    const blank = marks.map((who) => ({ who, failures: 0, lastAt: now }));
    await rows.createQueryBuilder().insert().into(SignInFailure).values(blank).orIgnore().execute();
    await this.database.transact(async (tx) => {
      const counters: SignInFailure[] = [];
      for (const who of marks) {
        const counter = await this.database.lock(tx, SignInFailure, who);
        counters.push(counter ?? { who, failures: 0, lastAt: now });
      }
      const waitMs = Math.max(
        ...counters.map(({ who, failures, lastAt }) => waitOf(kindOf.get(who)!, failures, lastAt, now)),
      );
      if (waitMs > 0)
        throw new Refusal('signIn.wait', { wait: sayWait(waitMs), seconds: Math.ceil(waitMs / 1000) });
      for (const { who, failures, lastAt } of counters)
        await tx.update(SignInFailure, { who }, { failures: countTry(failures, lastAt, now), lastAt: now });
    });
  }

  /** Takes a try back that was no failure, without forgetting those before it. */
  async takeBack(tried: Tried): Promise<void> {
    await this.database.rows
      .createQueryBuilder()
      .update(SignInFailure)
      .set({ failures: () => 'failures - 1' })
      .where('who IN (:...marks) AND failures > 0', { marks: this.marksOf(tried) })
      .execute();
  }

  /** After a right try of her own: the device or address begins anew. What strangers did anywhere stays counted. */
  async forget(tried: Tried): Promise<void> {
    const others = tried.filter(([kind]) => kind === 'anywhere');
    if (others.length > 0) await this.takeBack(others);
    const own = tried.filter(([kind]) => kind !== 'anywhere');
    await this.database.rows.delete(SignInFailure, { who: In(this.marksOf(own)) });
  }

  private marksOf(tried: Tried): string[] {
    return tried.map(([kind, name]) => this.markOf(kind, name));
  }

  private markOf(kind: Counted, name: string): string {
    return this.seal.mark(`tries of ${kind}: ${name}`);
  }
}
