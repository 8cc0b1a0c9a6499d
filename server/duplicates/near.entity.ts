import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Reason } from './near.rules';

/** By what a file is found by those that may be near it: a hash, since it may be made of her birthday. */
@Entity('near_keys')
@Index('near_keys_key', ['searchKey'])
export class NearKey {
  @PrimaryColumn('varchar', { length: 36 })
  womanId: string;

  @PrimaryColumn('varchar', { length: 24 })
  searchKey: string;
}

/** Two files that may be one woman, and what was said of them. */
@Entity('near_pairs')
@Index('near_pairs_both', ['firstId', 'secondId'], { unique: true })
@Index('near_pairs_second', ['secondId'])
@Index('near_pairs_region', ['isOpen', 'regionCode', 'points'])
export class NearPair {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The smaller of the two ids. */
  @Column('varchar', { length: 36 })
  firstId: string;

  @Column('varchar', { length: 36 })
  secondId: string;

  /** The smallest area that holds both. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('int')
  points: number;

  @Column('json')
  why: readonly Reason[];

  /** Digest of who both files say she is, now. */
  @Column('varchar', { length: 64 })
  facts: string;

  /** Somebody is still to look at it. */
  @Column('boolean')
  isOpen: boolean;

  /** The digest on which "two people" was said; another one asks again. */
  @Column('varchar', { length: 64, nullable: true })
  partedFacts: string | null;

  @Column('varchar', { length: 36, nullable: true })
  partedById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  partedAt: Date | null;

  @Column('datetime', { precision: 3 })
  foundAt: Date;
}
