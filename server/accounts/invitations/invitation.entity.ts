import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A code with which somebody takes over the account that was made for her: in the browser or in WeChat, once. */
@Entity('invitations')
@Index('invitations_account', ['accountId'])
export class Invitation {
  /** Keyed hash of the code, which is shown once and kept nowhere. */
  @PrimaryColumn('varchar', { length: 64 })
  codeMark: string;

  @Column('varchar', { length: 36 })
  accountId: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;

  @Column('datetime', { precision: 3, nullable: true })
  usedAt: Date | null;
}
