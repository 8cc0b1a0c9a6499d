import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../access/roles.rules';
import type { SignInKind } from './sign-ins.rules';

/** Somebody who can sign in: through WeChat, and staff with a password too. */
@Entity('accounts')
@Index('accounts_openid', ['openid'], { unique: true })
@Index('accounts_woman', ['womanId'], { unique: true })
export class Account {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 30 })
  name: string;

  /** WeChat's id of this person in this mini-program. */
  @Column('varchar', { length: 64, nullable: true })
  openid: string | null;

  @Column('varchar', { length: 36, nullable: true })
  womanId: string | null;

  @Column('varchar', { length: 36, nullable: true })
  trainerId: string | null;

  /** The number at which those whom she serves may call her; sealed, opened only by the server. */
  @Column('varchar', { length: 255, nullable: true })
  workPhoneSealed: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  /** While set, the account neither signs in nor acts. */
  @Column('datetime', { precision: 3, nullable: true })
  suspendedAt: Date | null;
}

/** A role that an account holds for a region and everything below it. */
@Entity('account_roles')
@Index('account_roles_region', ['regionCode', 'role'])
export class AccountRole {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @PrimaryColumn('varchar', { length: 20 })
  role: Role;

  @PrimaryColumn('varchar', { length: 12 })
  regionCode: string;
}

/** One phone or browser in which an account is signed in. Only the token's hash is kept. */
@Entity('sign_ins')
@Index('sign_ins_account', ['accountId'])
export class SignIn {
  @PrimaryColumn('varchar', { length: 64 })
  tokenHash: string;

  /** By which its owner sees it and ends it. */
  @Column('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 10 })
  kind: SignInKind;

  /** As shown: Windows 电脑 · Chrome */
  @Column('varchar', { length: 60 })
  deviceName: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;

  /** Coarse: kept only as often as the idle end needs it. */
  @Column('datetime', { precision: 3 })
  lastSeenAt: Date;
}
