import { Inject, Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { changed } from '../../database/statement';
import { found, Refusal } from '../../http/refusals';
import { hashOf, newToken } from '../../secrecy/tokens';
import { PasswordSignIns, type BrowserSignIn } from '../credentials/password-sign-ins.service';
import { SignInTicket } from './ticket.entity';

const validMs = 2 * 60_000;
const keptMs = 24 * 60 * 60_000;

/** Signing a browser in by scanning what it shows with one's own mini-program, where one is signed in already. */
@Injectable()
export class TicketsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PasswordSignIns) private readonly signIns: PasswordSignIns,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The id is shown to be scanned, the key stays with the browser: who has only seen the picture cannot use it. */
  async ask(deviceName: string): Promise<{ id: string; key: string; expiresAt: Date }> {
    const now = this.clock.now();
    const [id, key] = [newId(), newToken()];
    const expiresAt = new Date(now.getTime() + validMs);
    const { rows } = this.database;
    await rows.delete(SignInTicket, { createdAt: LessThan(new Date(now.getTime() - keptMs)) });
    await rows.insert(SignInTicket, {
      ...{ id, keyHash: hashOf(key), deviceName, createdAt: now, expiresAt },
      ...{ approvedById: null, usedAt: null },
    });
    return { id, key, expiresAt };
  }

  /** What she is asked to let in. */
  async read(id: string): Promise<SignInTicket> {
    const ticket = found(await this.database.rows.findOneBy(SignInTicket, { id }));
    if (ticket.approvedById !== null || ticket.expiresAt <= this.clock.now())
      throw new Refusal('ticket.over');
    return ticket;
  }

  /** Lets the browser in, as herself; only the first who says so counts. */
  async approve({ accountId }: Actor, id: string): Promise<void> {
    await this.read(id);
    const approved = await this.database.transact((tx) =>
      changed(tx, 'UPDATE sign_in_tickets SET approvedById = ? WHERE id = ? AND approvedById IS NULL', [
        ...[accountId, id],
      ]),
    );
    if (approved !== 1) throw new Refusal('ticket.over');
  }

  /** The browser that asked takes its sign-in, once; undefined while nobody has let it in. */
  async exchange(id: string, key: string, deviceName: string): Promise<BrowserSignIn | undefined> {
    const keyHash = hashOf(key);
    const ticket = found(await this.database.rows.findOneBy(SignInTicket, { id, keyHash }));
    const now = this.clock.now();
    if (ticket.usedAt !== null || ticket.expiresAt <= now) throw new Refusal('ticket.over');
    const { approvedById } = ticket;
    if (approvedById === null) return undefined;
    return this.database.transact(async (tx) => {
      const { affected } = await tx
        .createQueryBuilder()
        .update(SignInTicket)
        .set({ usedAt: now })
        .where('id = :id AND usedAt IS NULL', { id })
        .andWhere({ expiresAt: MoreThan(now) })
        .execute();
      if (affected !== 1) throw new Refusal('ticket.over');
      return this.signIns.begin(tx, approvedById, deviceName);
    });
  }
}
