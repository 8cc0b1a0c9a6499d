import { Inject, Injectable } from '@nestjs/common';
import { MoreThan, IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { decided, Refusal } from '../../http/refusals';
import { Seal } from '../../secrecy/seal';
import { newCode, tidyCode } from '../../secrecy/tokens';
import { Account, AccountRole, SignIn } from '../account.entity';
import { KnownDevice } from '../credentials/credential.entity';
import { CredentialsService } from '../credentials/credentials.service';
import { Hasher } from '../credentials/hasher';
import { OneTimeCodes } from '../credentials/one-time-codes.service';
import { PasswordSignIns, type BrowserSignIn } from '../credentials/password-sign-ins.service';
import { decidePassword } from '../credentials/passwords.rules';
import { Invitation } from './invitation.entity';
import type { AcceptInvitationDto } from './invitations.dto';

const validMs = 72 * 60 * 60 * 1000;

/** How an account that was made for somebody becomes hers: by a code she was handed. */
@Injectable()
export class InvitationsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CredentialsService) private readonly credentials: CredentialsService,
    @Inject(PasswordSignIns) private readonly passwordSignIns: PasswordSignIns,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(Hasher) private readonly hasher: Hasher,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** A new code for the account; those before it are worth nothing any more. */
  async invite(
    tx: EntityManager,
    accountId: string,
    byAccountId: string,
  ): Promise<{ code: string; expiresAt: Date }> {
    const code = newCode();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + validMs);
    await tx.delete(Invitation, { accountId, usedAt: IsNull() });
    const row = { accountId, byAccountId, createdAt: now, expiresAt, usedAt: null };
    await tx.insert(Invitation, { codeMark: this.markOf(code), ...row });
    return { code, expiresAt };
  }

  /** Whose account it opens. */
  async read(code: string): Promise<{ name: string; roles: AccountRole[] }> {
    const { accountId } = await this.valid(this.database.rows, code);
    const { name } = await this.database.rows.findOneByOrFail(Account, { id: accountId });
    return { name, roles: await this.database.rows.findBy(AccountRole, { accountId }) };
  }

  /**
   * Sets login name and password by the code, and signs the browser in. Whoever hands out a code has met her,
   * so a forgotten password and a lost phone are cured by it too: the codes of that phone are asked for no more.
   */
  async accept({ code, login, password }: AcceptInvitationDto, deviceName: string): Promise<BrowserSignIn> {
    decided(decidePassword(password, login));
    return this.hasher.inTurn(async () => {
      await this.valid(this.database.rows, code);
      const hash = await this.hasher.hash(password);
      return this.database.transact(async (tx) => {
        const accountId = await this.use(tx, code);
        await this.credentials.put(tx, accountId, login, hash);
        await this.codes.forget(tx, accountId);
        await tx.delete(SignIn, { accountId, kind: 'browser' });
        await tx.delete(KnownDevice, { accountId });
        return this.passwordSignIns.begin(tx, accountId, deviceName);
      });
    });
  }

  /**
   * Ties the WeChat of whoever is signed in to the account that was made for her. What she was until now in WeChat,
   * a newcomer or a woman with a file, becomes part of that account; her sign-in goes on under it.
   */
  async bind(actor: Actor, code: string): Promise<void> {
    if (actor.roles.some(({ role }) => role !== 'woman')) throw new Refusal('invitation.alreadyStaff');
    await this.database.transact(async (tx) => {
      const accountId = await this.use(tx, code);
      const pair = [accountId, actor.accountId].sort();
      for (const id of pair) await this.database.lock(tx, Account, id);
      const before = await tx.findOneByOrFail(Account, { id: actor.accountId });
      const made = await tx.findOneByOrFail(Account, { id: accountId });
      if (before.openid === null || (before.womanId !== null && made.womanId !== null))
        throw new Refusal('invitation.alreadyStaff');
      await tx.update(Account, { id: before.id }, { openid: null, womanId: null });
      const womanId = before.womanId ?? made.womanId;
      await tx.update(Account, { id: made.id }, { openid: before.openid, womanId });
      await tx.update(AccountRole, { accountId: before.id, role: 'woman' }, { accountId: made.id });
      // An earlier WeChat of hers, on a phone that may be lost, is signed in no longer.
      await tx.delete(SignIn, { accountId: made.id, kind: 'wechat' });
      await tx.update(SignIn, { accountId: before.id }, { accountId: made.id });
    });
  }

  private async use(tx: EntityManager, code: string): Promise<string> {
    const now = this.clock.now();
    const codeMark = this.markOf(code);
    const open = { codeMark, usedAt: IsNull(), expiresAt: MoreThan(now) };
    const { affected } = await tx.update(Invitation, open, { usedAt: now });
    if (affected !== 1) throw new Refusal('invitation.invalid');
    const { accountId } = await tx.findOneByOrFail(Invitation, { codeMark });
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    if (account.suspendedAt) throw new Refusal('invitation.invalid');
    return accountId;
  }

  private async valid(tx: EntityManager, code: string): Promise<Invitation> {
    const now = this.clock.now();
    const invitation = await tx.findOneBy(Invitation, {
      ...{ codeMark: this.markOf(code), usedAt: IsNull(), expiresAt: MoreThan(now) },
    });
    if (!invitation) throw new Refusal('invitation.invalid');
    return invitation;
  }

  private markOf(code: string): string {
    return this.seal.mark(`invitation: ${tidyCode(code)}`);
  }
}
