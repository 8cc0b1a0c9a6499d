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
import { hashOf, newToken } from '../secrecy/tokens';
import type { GatewayIdentity } from '../wechat/gateway.rules';
import { WechatClient } from '../wechat/wechat-client';
import { Account, AccountRole, SignIn } from './account.entity';
import { endOf, holds, wantsNote, type SignInKind } from './sign-ins.rules';

/** From what phone or browser somebody signs in. */
export interface From {
  readonly kind: SignInKind;
  readonly deviceName: string;
}

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
   * @param known who WeChat's own gateway says it is; then the code is not asked about.
   * @returns a token; only its hash stays here.
   */
  async signInByWechat(code: string, deviceName: string, known?: GatewayIdentity): Promise<string> {
    const { openid } = known ?? (await this.wechat.identityOf(code));
    const account = await this.accountOf(openid);
    if (account.suspendedAt) throw new Refusal('signIn.suspended');
    return this.begin(this.database.rows, account.id, { kind: 'wechat', deviceName });
  }

  /** Begins a sign-in of an account that has shown who it is. */
  async begin(tx: EntityManager, accountId: string, { kind, deviceName }: From): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.insert(SignIn, {
      ...{ tokenHash: hashOf(token), id: newId(), accountId, kind, deviceName },
      ...{ createdAt: now, expiresAt: endOf(kind, now), lastSeenAt: now },
    });
    return token;
  }

  async signOut(token: string): Promise<void> {
    await this.database.rows.delete(SignIn, { tokenHash: hashOf(token) });
  }

  /** Who holds this token, or nobody: unknown, expired, idle and suspended all look the same. */
  async actorOf(token: string): Promise<Actor | undefined> {
    const tokenHash = hashOf(token);
    const rows = await statement<ActorRow[]>(this.database.rows, actorByToken, [tokenHash]);
    const [first] = rows;
    if (!first) return undefined;
    const { kind } = first;
    const now = this.clock.now();
    const [expiresAt, lastSeenAt] = [instantOf(first.expiresAt), instantOf(first.lastSeenAt)];
    if (!holds({ kind, expiresAt, lastSeenAt }, now)) return undefined;
    if (wantsNote(kind, lastSeenAt, now))
      await this.database.rows.update(SignIn, { tokenHash }, { lastSeenAt: now });
    const { id, name, womanId, trainerId, signInId } = first;
    return new Actor(id, name, heldIn(rows), womanId, trainerId, signInId, glassesIn(rows, now));
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

  /** Unties her WeChat from a file that is erased: she is signed out everywhere; who also works here keeps that account. */
  async releaseFile(tx: EntityManager, womanId: string): Promise<void> {
    const account = await tx.findOneBy(Account, { womanId });
    if (!account) return;
    await tx.delete(AccountRole, { accountId: account.id, role: 'woman' });
    const isStaff = await tx.existsBy(AccountRole, { accountId: account.id });
    const forgotten = isStaff ? { womanId: null } : { womanId: null, openid: null, name: '' };
    await tx.update(Account, { id: account.id }, forgotten);
    if (!isStaff) await tx.delete(SignIn, { accountId: account.id });
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
      workPhoneSealed: null,
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

/** Runs with every request, so it is written by hand and asks everything at once. */
const actorByToken = `
  SELECT account.id AS id, account.name AS name, account.womanId AS womanId, account.trainerId AS trainerId,
         signIn.id AS signInId, signIn.kind AS kind, signIn.expiresAt AS expiresAt, signIn.lastSeenAt AS lastSeenAt,
         held.role AS role, held.regionCode AS regionCode,
         glass.regionCode AS glassRegion, glass.until AS glassUntil
    FROM sign_ins signIn
    JOIN accounts account ON account.id = signIn.accountId AND account.suspendedAt IS NULL
    LEFT JOIN account_roles held ON held.accountId = account.id
    LEFT JOIN break_glasses glass ON glass.accountId = account.id AND glass.isOpen = 1
   WHERE signIn.tokenHash = ?`;

interface ActorRow {
  id: string;
  name: string;
  womanId: string | null;
  trainerId: string | null;
  signInId: string;
  kind: SignInKind;
  expiresAt: Date | string;
  lastSeenAt: Date | string;
  role: Role | null;
  regionCode: string | null;
  glassRegion: string | null;
  glassUntil: Date | string | null;
}

/** Each role once: a row comes for every pair of a role and a glass. */
function heldIn(rows: readonly ActorRow[]): { role: Role; regionCode: string }[] {
  const held = new Map<string, { role: Role; regionCode: string }>();
  for (const { role, regionCode } of rows)
    if (role && regionCode) held.set(`${role} ${regionCode}`, { role, regionCode });
  return [...held.values()];
}

function glassesIn(rows: readonly ActorRow[], now: Date): string[] {
  if (rows[0]?.glassRegion === null) return [];
  const open = rows.filter(({ glassUntil }) => glassUntil !== null && instantOf(glassUntil) > now);
  return [...new Set(open.map(({ glassRegion }) => glassRegion!))];
}
