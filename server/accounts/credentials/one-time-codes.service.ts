import { Inject, Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { changed } from '../../database/statement';
import { Refusal } from '../../http/refusals';
import { Seal } from '../../secrecy/seal';
import { newCode, tidyCode } from '../../secrecy/tokens';
import { OneTimeKey, RecoveryCode } from './credential.entity';

const periodSeconds = 30;
const recoveryCodes = 10;

/** One-time codes from a phone (TOTP), and ten on paper for the day it is lost. Each is taken once. */
@Injectable()
export class OneTimeCodes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Whether this account is asked for a code. */
  async isOn(accountId: string): Promise<boolean> {
    const key = await this.database.rows.findOneBy(OneTimeKey, { accountId });
    return key !== null && key.confirmedAt !== null;
  }

  async recoveryCodesLeft(accountId: string): Promise<number> {
    return this.database.rows
      .createQueryBuilder(RecoveryCode, 'code')
      .where('code.accountId = :accountId AND code.usedAt IS NULL', { accountId })
      .getCount();
  }

  /** A new secret, not asked for until it is confirmed; the address is what the phone's program scans. */
  async begin(accountId: string, login: string): Promise<{ secret: string; address: string }> {
    const secret = new Secret({ size: 20 });
    await this.database.transact(async (tx) => {
      const key = await this.database.lock(tx, OneTimeKey, accountId);
      if (key?.confirmedAt) throw new Refusal('codes.alreadyOn');
      await tx.delete(OneTimeKey, { accountId });
      const secretSealed = this.seal.seal(secret.base32);
      await tx.insert(OneTimeKey, { accountId, secretSealed, confirmedAt: null, lastStep: 0 });
    });
    const totp = new TOTP({ secret, issuer: '巾帼培训', label: login, period: periodSeconds });
    return { secret: secret.base32, address: totp.toString() };
  }

  /** From now on a code is asked for. Answers the ten recovery codes, which are shown this once. */
  async confirm(accountId: string, code: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodes }, newCode);
    await this.database.transact(async (tx) => {
      const key = await this.database.lock(tx, OneTimeKey, accountId);
      if (!key) throw new Refusal('codes.notBegun');
      if (key.confirmedAt) throw new Refusal('codes.alreadyOn');
      const step = this.stepOf(key, code);
      if (step === undefined) throw new Refusal('signIn.codeWrong');
      await tx.update(OneTimeKey, { accountId }, { confirmedAt: this.clock.now(), lastStep: step });
      await tx.delete(RecoveryCode, { accountId });
      const marks = codes.map((one) => ({ accountId, codeMark: this.markOf(one), usedAt: null }));
      await tx.insert(RecoveryCode, marks);
    });
    return codes;
  }

  /** Takes a code of the phone or of the paper, once: of two at the same moment only one is taken. */
  async take(accountId: string, code: string): Promise<boolean> {
    const { rows } = this.database;
    const key = await rows.findOneBy(OneTimeKey, { accountId });
    if (!key?.confirmedAt) return false;
    const step = this.stepOf(key, code);
    if (step !== undefined) {
      const taken = await this.database.transact((tx) =>
        changed(tx, 'UPDATE one_time_keys SET lastStep = ? WHERE accountId = ? AND lastStep < ?', [
          ...[step, accountId, step],
        ]),
      );
      return taken === 1;
    }
    const used = await rows
      .createQueryBuilder()
      .update(RecoveryCode)
      .set({ usedAt: this.clock.now() })
      .where('accountId = :accountId AND codeMark = :mark AND usedAt IS NULL', {
        ...{ accountId, mark: this.markOf(code) },
      })
      .execute();
    return used.affected === 1;
  }

  /** Asks for no codes any more. */
  async forget(tx: EntityManager, accountId: string): Promise<void> {
    await tx.delete(OneTimeKey, { accountId });
    await tx.delete(RecoveryCode, { accountId });
  }

  /** The half minute whose code this is, now or one before or after, since phones go wrong; undefined for no code. */
  private stepOf({ secretSealed }: OneTimeKey, code: string): number | undefined {
    const token = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return undefined;
    const totp = new TOTP({ secret: this.seal.open(secretSealed), period: periodSeconds });
    const timestamp = this.clock.now().getTime();
    const delta = totp.validate({ token, timestamp, window: 1 });
    return delta === null ? undefined : Math.floor(timestamp / 1000 / periodSeconds) + delta;
  }

  private markOf(code: string): string {
    return this.seal.mark(`recovery code: ${tidyCode(code)}`);
  }
}
