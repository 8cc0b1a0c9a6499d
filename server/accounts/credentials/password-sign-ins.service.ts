import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { Refusal } from '../../http/refusals';
import { hashOf, newToken } from '../../secrecy/tokens';
import { Account } from '../account.entity';
import { SignInsService } from '../sign-ins.service';
import { Attempts, type Tried } from './attempts.service';
import { KnownDevice, Password } from './credential.entity';
import type { PasswordSignInDto } from './credentials.dto';
import { Hasher } from './hasher';
import { OneTimeCodes } from './one-time-codes.service';

/** What a browser keeps after signing in. */
export interface BrowserSignIn {
  readonly token: string;
  /** Makes this browser known to the account; kept also after leaving. */
  readonly device: string;
}

/** From where a browser asks. */
export interface Asker {
  readonly address: string;
  readonly deviceName: string;
}

/** Signing in from a browser with login name and password. */
@Injectable()
export class PasswordSignIns {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SignInsService) private readonly signIns: SignInsService,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(OneTimeCodes) private readonly codes: OneTimeCodes,
    @Inject(Hasher) private readonly hasher: Hasher,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * An unknown name and a wrong password take the same way, cost the same and are answered alike. Only who knows the
   * password hears that the account is suspended, or that a code is wanted.
   */
  async signIn({ login, password, code, device }: PasswordSignInDto, asker: Asker): Promise<BrowserSignIn> {
    return this.hasher.inTurn(async () => {
      const { rows } = this.database;
      const known = await rows.findOneBy(KnownDevice, { tokenHash: hashOf(device ?? '') });
      const kept = await rows.findOneBy(Password, { login });
      const isKnown = known !== null && known.accountId === kept?.accountId;
      const tried: Tried = isKnown
        ? [['device', known.tokenHash]]
        : [
            ['address', `${login} ${asker.address}`],
            ['anywhere', login],
          ];
      await this.attempts.count(tried);
      if (!(await this.hasher.isRight(kept?.hash, password)) || !kept) throw new Refusal('signIn.wrong');
      const { accountId } = kept;
      const account = await rows.findOneByOrFail(Account, { id: accountId });
      if (account.suspendedAt) throw await this.noFailure(tried, 'signIn.suspended');
      if (await this.codes.isOn(accountId)) {
        if (code === undefined) throw await this.noFailure(tried, 'signIn.codeNeeded');
        if (!(await this.codes.take(accountId, code))) throw new Refusal('signIn.codeWrong');
      }
      await this.attempts.forget(tried);
      return this.database.transact((tx) =>
        this.begin(tx, accountId, asker.deviceName, isKnown ? device : undefined),
      );
    });
  }

  /** Signs a browser in and makes it known to the account. */
  async begin(
    tx: EntityManager,
    accountId: string,
    deviceName: string,
    knownDevice?: string,
  ): Promise<BrowserSignIn> {
    const device = knownDevice ?? newToken();
    if (!knownDevice)
      await tx.insert(KnownDevice, { tokenHash: hashOf(device), accountId, createdAt: this.clock.now() });
    const token = await this.signIns.begin(tx, accountId, { kind: 'browser', deviceName });
    return { token, device };
  }

  private async noFailure(tried: Tried, code: 'signIn.suspended' | 'signIn.codeNeeded'): Promise<Refusal> {
    await this.attempts.takeBack(tried);
    return new Refusal(code);
  }
}
