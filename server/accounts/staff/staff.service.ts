import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../access/actor';
import { roleNames } from '../../access/roles.rules';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { decided, found, Refusal } from '../../http/refusals';
import { RecordsService } from '../../records/records.service';
import type { RecordedDeed } from '../../records/records.rules';
import { RegionsService } from '../../regions/regions.service';
import { Account, AccountRole, SignIn } from '../account.entity';
import { InvitationsService } from '../invitations/invitations.service';
import type { AppointDto, ListStaffDto, OfficeDto } from './staff.dto';
import {
  colleague,
  otherCityOfficers,
  staffIn,
  trainerWithoutAccount,
  type Colleague,
} from './staff.queries';
import { decideAppointment, decideSuspension, mayGive, offices, standsAbove, type Held } from './staff.rules';

/** Who works here: appointing below oneself, ending an office, suspending an account. Every deed is put on record. */
@Injectable()
export class StaffService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(InvitationsService) private readonly invitations: InvitationsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  list(
    actor: Actor,
    { name, page = 1, size = 30 }: ListStaffDto,
  ): Promise<{ staff: Colleague[]; total: number }> {
    return staffIn(this.database.rows, { scope: actor.scope('staff.list'), name, page, size });
  }

  /** Makes an account for somebody new, with an invitation by which it becomes hers. */
  async appoint(
    actor: Actor,
    entry: AppointDto,
  ): Promise<{ accountId: string; code: string; expiresAt: Date }> {
    const office = await this.mustGive(actor, entry);
    const accountId = newId();
    return this.database.transact(async (tx) => {
      const trainer = await this.trainerOf(tx, entry);
      await tx.insert(Account, {
        ...{ id: accountId, name: trainer?.name ?? entry.name, openid: null, womanId: null },
        ...{ trainerId: entry.trainerId ?? null, createdAt: this.clock.now(), suspendedAt: null },
      });
      await tx.insert(AccountRole, { accountId, ...office });
      await this.record(tx, actor, 'appoint', trainer?.name ?? entry.name, [office]);
      return { accountId, ...(await this.invitations.invite(tx, accountId, actor.accountId)) };
    });
  }

  /** Gives somebody who works here one office more. Twice is once. */
  async addOffice(actor: Actor, accountId: string, entry: OfficeDto): Promise<void> {
    await this.deed(actor, accountId, async (tx, { account, held }) => {
      this.mustBeAnother(actor, account);
      const office = await this.mustGive(actor, entry);
      if (office.role === 'trainer') throw new Refusal('staff.trainerWrong');
      if (held.some((one) => isSame(one, office))) return;
      await tx.insert(AccountRole, { accountId, ...office });
      await this.record(tx, actor, 'appoint', account.name, [office]);
    });
  }

  /** Takes an office from somebody; from the next request on she does not hold it. */
  async endOffice(actor: Actor, accountId: string, entry: OfficeDto): Promise<void> {
    await this.deed(actor, accountId, async (tx, { account, held }) => {
      this.mustBeAnother(actor, account);
      const office = found(held.find((one) => isSame(one, entry)));
      if (!mayGive(actor.roles, office)) throw new Refusal('staff.notBelow');
      await tx.delete(AccountRole, { accountId, role: office.role, regionCode: office.regionCode });
      if (office.role === 'trainer') await tx.update(Account, { id: accountId }, { trainerId: null });
      await this.record(tx, actor, 'end_role', account.name, [office]);
    });
  }

  /** A new invitation for somebody who lost the first, her password or her phone. */
  async invite(
    actor: Actor,
    accountId: string,
  ): Promise<{ accountId: string; code: string; expiresAt: Date }> {
    return this.deed(actor, accountId, async (tx, { account, held }) => {
      if (!standsAbove(actor.roles, held)) throw new Refusal('staff.notBelow');
      await this.record(tx, actor, 'invite', account.name, held);
      return { accountId, ...(await this.invitations.invite(tx, accountId, actor.accountId)) };
    });
  }

  /** Stops an account: it is signed out everywhere at once, and does not sign in again. */
  async suspend(actor: Actor, accountId: string): Promise<void> {
    await this.deed(actor, accountId, async (tx, { account, held }) => {
      const isHerself = account.id === actor.accountId;
      const others = isHerself ? await otherCityOfficers(this.database, tx, accountId) : 0;
      decided(decideSuspension(actor.roles, held, { isHerself, otherCityOfficers: others }));
      if (account.suspendedAt) return;
      await tx.update(Account, { id: accountId }, { suspendedAt: this.clock.now() });
      await tx.delete(SignIn, { accountId });
      await this.record(tx, actor, 'suspend', account.name, held);
    });
  }

  /** Lets a stopped account in again. */
  async restore(actor: Actor, accountId: string): Promise<void> {
    await this.deed(actor, accountId, async (tx, { account, held }) => {
      if (!standsAbove(actor.roles, held)) throw new Refusal('staff.notBelow');
      if (!account.suspendedAt) return;
      await tx.update(Account, { id: accountId }, { suspendedAt: null });
      await this.record(tx, actor, 'restore', account.name, held);
    });
  }

  /** Runs a deed on somebody in the actor's scope, with the account locked. */
  private async deed<Answer>(
    actor: Actor,
    accountId: string,
    work: (tx: EntityManager, colleague: Colleague) => Promise<Answer>,
  ): Promise<Answer> {
    return this.database.transact(async (tx) => {
      // Her own account is locked among all city officers', in their order.
      if (accountId !== actor.accountId) await this.database.lock(tx, Account, accountId);
      return work(tx, found(await colleague(tx, actor.scope('staff.list'), accountId)));
    });
  }

  private async mustGive(actor: Actor, { role, regionCode }: OfficeDto): Promise<Held> {
    const regions = await this.regions.tree();
    if (!regions.get(regionCode)) throw new Refusal('staff.regionWrong');
    return decided(decideAppointment(actor.roles, { role, regionCode })).office;
  }

  private async trainerOf(tx: EntityManager, { role, regionCode, trainerId }: AppointDto) {
    if ((role === 'trainer') !== (trainerId !== undefined)) throw new Refusal('staff.trainerWrong');
    if (trainerId === undefined) return undefined;
    const trainer = await trainerWithoutAccount(this.database, tx, trainerId);
    if (trainer?.countyCode !== regionCode) throw new Refusal('staff.trainerWrong');
    return trainer;
  }

  private mustBeAnother(actor: Actor, { id }: Account): void {
    if (id === actor.accountId) throw new Refusal('staff.self');
  }

  private async record(
    tx: EntityManager,
    { accountId }: Actor,
    deed: RecordedDeed,
    name: string,
    held: readonly Held[],
  ): Promise<void> {
    const regions = await this.regions.tree();
    const those = offices(held).map(
      ({ role, regionCode }) => `${regions.pathName(regionCode)} ${roleNames[role]}`,
    );
    await this.records.write(tx, {
      ...{ byAccountId: accountId, deed, regionCode: offices(held)[0]!.regionCode },
      said: `${name}：${those.join('、')}`.slice(0, 200),
    });
  }
}

function isSame(one: Held, other: Held): boolean {
  return one.role === other.role && one.regionCode === other.regionCode;
}
