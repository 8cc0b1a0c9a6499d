import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Actor } from '../access/actor';
import type { Role } from '../access/roles.rules';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { faultOf } from '../database/database-errors';
import { newId } from '../database/new-id';
import { instantOf } from '../database/raw-values';
import { statement } from '../database/statement';
import { Refusal } from '../http/refusals';
import { WechatClient } from '../wechat/wechat-client';
import { Account, AccountRole, SignIn } from './account.entity';

const signedInForDays = 30;
const oneDay = 24 * 60 * 60 * 1000;

/** Who you are: signing in, staying so, leaving. */
@Injectable()
export class SignInsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WechatClient) private readonly wechat: WechatClient,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Signs in by the code of `wx.login`. A person never seen before gets an account without a file.
   *
   * @returns a token; only its hash stays here.
   */
  async signInByWechat(code: string): Promise<{ token: string; accountId: string }> {
    const { openid } = await this.wechat.identityOf(code);
    const account = await this.accountOf(openid);
    if (account.suspendedAt) throw new Refusal('signIn.suspended');
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.rows.insert(SignIn, {
      tokenHash: hash(token),
      accountId: account.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + signedInForDays * oneDay),
    });
    return { token, accountId: account.id };
  }

  async signOut(token: string): Promise<void> {
    await this.database.rows.delete(SignIn, { tokenHash: hash(token) });
  }

  /** Who holds this token, or nobody: unknown, expired and suspended all look the same. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const rows = await statement<ActorRow[]>(this.database.rows, actorByToken, [hash(token)]);
    const [first] = rows;
    if (!first || instantOf(first.expiresAt) <= this.clock.now()) return undefined;
    const held = rows.flatMap(({ role, regionCode }) => (role && regionCode ? [{ role, regionCode }] : []));
    return new Actor(first.id, first.name, held, first.womanId, first.trainerId);
  }

  /** Ties a new file to the account of the woman who opened it. */
  async claimFile(
    tx: EntityManager,
    accountId: string,
    woman: { id: string; name: string; villageCode: string },
  ): Promise<void> {
    const { affected } = await tx
      .createQueryBuilder()
      .update(Account)
      .set({ womanId: woman.id, name: woman.name })
      .where('id = :accountId AND womanId IS NULL', { accountId })
      .execute();
    if (affected !== 1) throw new Refusal('woman.alreadyRegistered');
    await tx.insert(AccountRole, { accountId, role: 'woman', regionCode: woman.villageCode });
  }

  private async accountOf(openid: string): Promise<Account> {
    const known = await this.database.rows.findOneBy(Account, { openid });
    if (known) return known;
    const account: Account = {
      id: newId(),
      name: '',
      openid,
      womanId: null,
      trainerId: null,
      createdAt: this.clock.now(),
      suspendedAt: null,
    };
    try {
      await this.database.rows.insert(Account, account);
      return account;
    } catch (error) {
      // The same person signed in twice at once; the other insert won.
      if (faultOf(error) !== 'duplicate') throw error;
      return this.database.rows.findOneByOrFail(Account, { openid });
    }
  }
}

/** Runs with every request, so it is written by hand. */
const actorByToken = `
  SELECT account.id AS id, account.name AS name, account.womanId AS womanId, account.trainerId AS trainerId,
         signIn.expiresAt AS expiresAt, held.role AS role, held.regionCode AS regionCode
    FROM sign_ins signIn
    JOIN accounts account ON account.id = signIn.accountId AND account.suspendedAt IS NULL
    LEFT JOIN account_roles held ON held.accountId = account.id
   WHERE signIn.tokenHash = ?`;

interface ActorRow {
  id: string;
  name: string;
  womanId: string | null;
  trainerId: string | null;
  expiresAt: Date | string;
  role: Role | null;
  regionCode: string | null;
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
