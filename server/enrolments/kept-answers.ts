import { createHash } from 'node:crypto';
import { createParamDecorator, Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LessThan, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { Refusal } from '../http/refusals';
import { RequestKeyRow } from './enrolment.entity';

/** A phone that was switched off for longer asks anew. */
const keptForMs = 30 * 24 * 60 * 60 * 1000;

/** A request that can be told from all others, so that a retry is known as one. */
export interface Asked {
  readonly requestKey: string;
  /** SHA-256 of what was asked. */
  readonly asked: string;
}

/** How the API document describes that key. */
export const requestKey = {
  name: 'idempotency-key',
  required: false,
  description:
    'At most 64 characters, new for each request; a retry with the same one gets the first answer.',
};

/** The request's `idempotency-key`, where the phone sent one: at most 64 printable characters. */
export const AskedOnce = createParamDecorator((_: unknown, context: ExecutionContext): Asked | undefined => {
  const { headers, method, url, body } = context.switchToHttp().getRequest<FastifyRequest>();
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,64}$/.test(key)) throw new Refusal('request.keyInvalid');
  const asked = createHash('sha256')
    .update(`${method} ${url} ${JSON.stringify(body ?? {})}`)
    .digest('hex');
  return { requestKey: key, asked };
});

/** Answers a retried request with its first answer. A refusal changed nothing and is not kept. */
@Injectable()
export class KeptAnswers {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Runs the work in one transaction and keeps its answer there, so that both are saved or neither. */
  async once<View extends object>(
    accountId: string,
    asked: Asked | undefined,
    work: (tx: EntityManager) => Promise<View>,
  ): Promise<View> {
    if (!asked) return this.database.transact(work);
    const attempt = () => this.database.transact((tx) => this.answer(tx, accountId, asked, work));
    try {
      return await attempt();
    } catch (error) {
      // The same request at the same time was quicker; now its answer can be read.
      if (faultOf(error) !== 'duplicate') throw error;
      return attempt();
    }
  }

  /** Forgets answers that no phone asks for any more. */
  async forgetOld(): Promise<void> {
    const at = LessThan(new Date(this.clock.now().getTime() - keptForMs));
    await this.database.rows.delete(RequestKeyRow, { at });
  }

  private async answer<View extends object>(
    tx: EntityManager,
    accountId: string,
    { requestKey, asked }: Asked,
    work: (tx: EntityManager) => Promise<View>,
  ): Promise<View> {
    const kept = await tx.findOneBy(RequestKeyRow, { accountId, requestKey });
    if (kept && kept.asked !== asked) throw new Refusal('request.keyReused');
    if (kept) return JSON.parse(kept.answer) as View;
    const answer = await work(tx);
    const at = this.clock.now();
    await tx.insert(RequestKeyRow, { accountId, requestKey, asked, answer: JSON.stringify(answer), at });
    return answer;
  }
}
