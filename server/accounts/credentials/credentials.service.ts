import { Inject, Injectable } from '@nestjs/common';
import { Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { faultOf } from '../../database/database-errors';
import { decided, found, Refusal } from '../../http/refusals';
import { Account, SignIn } from '../account.entity';
import { qrOf } from '../qr';
import { Attempts } from './attempts.service';
import { KnownDevice, Password } from './credential.entity';
import type { EndCodesDto, KeepPasswordDto } from './credentials.dto';
import type { CredentialsView, SharedSecretView, SignInView } from './credentials.view';
import { Hasher } from './hasher';
import { OneTimeCodes } from './one-time-codes.service';
import { decidePassword } from './passwords.rules';

/** What somebody on the staff keeps of her own account: login name, password, one-time codes, where she is signed in. */
@Injectable()
export class CredentialsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(Hasher) private readonly hasher: Hasher,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async read({ accountId }: Actor): Promise<CredentialsView> {
    const { rows } = this.database;
    const kept = await rows.findOneBy(Password, { accountId });
    const { openid } = await rows.findOneByOrFail(Account, { id: accountId });
    return {
      login: kept?.login ?? null,
      asksForCodes: await this.codes.isOn(accountId),
      recoveryCodesLeft: await this.codes.recoveryCodesLeft(accountId),
      isInWechat: openid !== null,
    };
  }

  /** Sets her first password, or a new one by the one she has; everywhere else her sign-ins end. */
  async keepPassword(actor: Actor, { current, login, password }: KeepPasswordDto): Promise<void> {
    const { accountId, signInId } = actor;
    decided(decidePassword(password, login));
    await this.hasher.inTurn(async () => {
      if (await this.database.rows.existsBy(Password, { accountId })) await this.mustKnow(accountId, current);
      const hash = await this.hasher.hash(password);
      await this.database.transact(async (tx) => {
        await this.put(tx, accountId, login, hash);
        await tx.delete(SignIn, { accountId, id: Not(signInId) });
        await tx.delete(KnownDevice, { accountId });
      });
    });
  }

  /** Writes the row of a password, within a transaction. @throws Refusal `login.taken`. */
  async put(tx: EntityManager, accountId: string, login: string, hash: string): Promise<void> {
    await this.database.lock(tx, Account, accountId);
    const row = { login, hash, changedAt: this.clock.now() };
    try {
      const { affected } = await tx.update(Password, { accountId }, row);
      if (affected === 0) await tx.insert(Password, { accountId, ...row });
    } catch (error) {
      if (faultOf(error) === 'duplicate') throw new Refusal('login.taken');
      throw error;
    }
  }

  /** Whoever finds a browser open must not tie another WeChat to it: where there is a password, it is asked for. */
  async mustBeHerself({ accountId }: Actor, password: string | undefined): Promise<void> {
    if (!(await this.database.rows.existsBy(Password, { accountId }))) return;
    await this.hasher.inTurn(() => this.mustKnow(accountId, password));
  }

  async beginCodes({ accountId }: Actor): Promise<SharedSecretView> {
    const kept = await this.database.rows.findOneBy(Password, { accountId });
    if (!kept) throw new Refusal('password.needed');
    const { secret, address } = await this.codes.begin(accountId, kept.login);
    return { secret, address, picture: qrOf(address) };
  }

  /** Off again: only with the password and a code together. */
  async endCodes({ accountId }: Actor, { password, code }: EndCodesDto): Promise<void> {
    await this.hasher.inTurn(async () => {
      await this.mustKnow(accountId, password);
      await this.attempts.count([['herself', accountId]]);
      if (!(await this.codes.take(accountId, code))) throw new Refusal('signIn.codeWrong');
      await this.attempts.forget([['herself', accountId]]);
      await this.database.transact((tx) => this.codes.forget(tx, accountId));
    });
  }

  /** Where she is signed in, the latest first. */
  async signIns({ accountId, signInId }: Actor): Promise<SignInView[]> {
    const signIns = await this.database.rows.find(SignIn, {
      where: { accountId },
      order: { lastSeenAt: 'DESC', id: 'ASC' },
      take: 100,
    });
    const now = this.clock.now();
    return signIns
      .filter(({ expiresAt }) => expiresAt > now)
      .map(({ id, kind, deviceName, createdAt, lastSeenAt }) => ({
        ...{ id, kind, deviceName, createdAt, lastSeenAt, isThisOne: id === signInId },
      }));
  }

  /** Ends one of her own sign-ins; that of somebody else does not exist for her. */
  async endSignIn({ accountId }: Actor, id: string): Promise<void> {
    const { affected } = await this.database.rows.delete(SignIn, { id, accountId });
    found(affected === 1 ? affected : undefined);
  }

  private async mustKnow(accountId: string, password: string | undefined): Promise<void> {
    const kept = await this.database.rows.findOneBy(Password, { accountId });
    const tried = [['herself', accountId]] as const;
    await this.attempts.count(tried);
    if (!(await this.hasher.isRight(kept?.hash, password ?? ''))) throw new Refusal('password.wrong');
    await this.attempts.forget(tried);
  }
}
