import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Season } from '../../calendar/seasons.rules';

/**
 * The draw (抽签) of a region and season. The hash of its secret is public before sign-up closes; the public draw that
 * completes the seed comes after; the secret is told when the run is published. Nobody can choose the seed.
 */
@Entity('lotteries')
@Index('lotteries_round', ['regionCode', 'season', 'round'], { unique: true })
export class Lottery {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** A county's six digits, or the city's four. */
  @Column('varchar', { length: 6 })
  regionCode: string;

  @Column('varchar', { length: 12 })
  season: Season;

  /** From 1: a told secret serves no second run. */
  @Column('int')
  round: number;

  /** SHA-256 of the secret. */
  @Column('varchar', { length: 64 })
  commitment: string;

  @Column('varchar', { length: 255 })
  secretSealed: string;

  /** Which public draw will complete the seed: named before it is held. */
  @Column('varchar', { length: 120 })
  drawSource: string;

  @Column('datetime', { precision: 3 })
  announcedAt: Date;

  @Column('varchar', { length: 12, nullable: true })
  drawIssue: string | null;

  @Column('varchar', { length: 12, nullable: true })
  drawNumber: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  drawnAt: Date | null;

  @Column('varchar', { length: 36, nullable: true })
  drawnById: string | null;

  /** Since when the secret is public. */
  @Column('datetime', { precision: 3, nullable: true })
  revealedAt: Date | null;
}
