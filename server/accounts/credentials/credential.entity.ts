import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** With what a member of staff signs in from a browser. */
@Entity('passwords')
@Index('passwords_login', ['login'], { unique: true })
export class Password {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  /** A short name of her choice, in small letters; never her mobile number. */
  @Column('varchar', { length: 30 })
  login: string;

  /** argon2id, with its salt and costs. */
  @Column('varchar', { length: 200 })
  hash: string;

  @Column('datetime', { precision: 3 })
  changedAt: Date;
}

/** The secret that her phone and the server share for one-time codes (TOTP). */
@Entity('one_time_keys')
export class OneTimeKey {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 255 })
  secretSealed: string;

  /** Null until a first code has shown that her phone has it; only then codes are asked for. */
  @Column('datetime', { precision: 3, nullable: true })
  confirmedAt: Date | null;

  /** The half minute of the last code taken: no code of it or of an earlier one is taken again. */
  @Column('int')
  lastStep: number;
}

/** For the day her phone is lost: each code once. */
@Entity('recovery_codes')
export class RecoveryCode {
  @PrimaryColumn('varchar', { length: 36 })
  accountId: string;

  /** Keyed hash. */
  @PrimaryColumn('varchar', { length: 64 })
  codeMark: string;

  @Column('datetime', { precision: 3, nullable: true })
  usedAt: Date | null;
}

/** A browser that has signed in to this account before: the failures of strangers do not hold it up. */
@Entity('known_devices')
@Index('known_devices_account', ['accountId'])
export class KnownDevice {
  @PrimaryColumn('varchar', { length: 64 })
  tokenHash: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;
}

/** Failed tries of one device, of one name from one address, or of one name from anywhere unknown. */
@Entity('sign_in_failures')
@Index('sign_in_failures_last', ['lastAt'])
export class SignInFailure {
  /** Keyed hash of whose tries they are. */
  @PrimaryColumn('varchar', { length: 64 })
  who: string;

  @Column('int')
  failures: number;

  @Column('datetime', { precision: 3 })
  lastAt: Date;
}
