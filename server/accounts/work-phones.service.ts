import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { Seal } from '../secrecy/seal';
import { Account } from './account.entity';
import type { WorkPhoneView } from './accounts.view';

/** The numbers at which staff may be called. Each sets her own; whom she serves is told it, and nobody else. */
@Injectable()
export class WorkPhones {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Seal) private readonly seal: Seal,
  ) {}

  async read({ accountId }: Actor): Promise<WorkPhoneView> {
    return { phone: this.of(await this.database.rows.findOneByOrFail(Account, { id: accountId })) };
  }

  async keep({ accountId }: Actor, phone: string | null): Promise<void> {
    const workPhoneSealed = phone === null ? null : this.seal.seal(phone);
    await this.database.rows.update(Account, { id: accountId }, { workPhoneSealed });
  }

  of({ workPhoneSealed }: Pick<Account, 'workPhoneSealed'>): string | null {
    return workPhoneSealed === null ? null : this.seal.open(workPhoneSealed);
  }
}
