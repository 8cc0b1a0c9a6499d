import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser that waits to be let in by the mini-program of somebody on the staff. */
@Entity('sign_in_tickets')
export class SignInTicket {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** Hash of the key that only the waiting browser holds. */
  @Column('varchar', { length: 64 })
  keyHash: string;

  @Column('varchar', { length: 60 })
  deviceName: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  expiresAt: Date;

  @Column('varchar', { length: 36, nullable: true })
  approvedById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  usedAt: Date | null;
}
