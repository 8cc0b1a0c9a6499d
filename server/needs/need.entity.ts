import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Family } from './families.rules';
import type { DayKind, ReadingLevel, Source } from './needs.rules';

/** When, how far and how a woman can come: what all her needs share. One for each woman. */
@Entity('need_cards')
export class NeedCardRow {
  @PrimaryColumn('varchar', { length: 36 })
  womanId: string;

  /** Twelve bits, January the lowest. */
  @Column('int')
  freeMonthBits: number;

  @Column('varchar', { length: 10 })
  dayKind: DayKind;

  @Column('int')
  farthestKm: number;

  /** Among the batches of one need she takes the nearest first; otherwise they are spread so that more women fit. */
  @Column('boolean', { default: false })
  nearestFirst: boolean;

  @Column('boolean')
  needsChildCare: boolean;

  @Column('int')
  reading: ReadingLevel;

  @Column('boolean')
  isBodyLimited: boolean;

  @Column('varchar', { length: 16 })
  source: Source;

  @Column('varchar', { length: 36 })
  enteredById: string;

  /** When she, or somebody for her, last said that this still holds. */
  @Column('datetime', { precision: 3 })
  confirmedAt: Date;
}

/** One thing that a woman wants to learn (需求). */
@Entity('needs')
@Index('needs_woman_family', ['womanId', 'family'], { unique: true })
@Index('needs_demand', ['state', 'villageCode', 'family'])
export class Need {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  /** Where she lives: kept here so that demand is one index away. */
  @Column('varchar', { length: 12 })
  villageCode: string;

  @Column('varchar', { length: 16 })
  family: Family;

  /** 1 is her dearest wish. */
  @Column('int')
  wish: number;

  /** `open` counts as demand; `met` has been trained; `dropped` is no longer wished. Nothing is deleted. */
  @Column('varchar', { length: 10 })
  state: 'open' | 'met' | 'dropped';

  @Column('datetime', { precision: 3 })
  since: Date;
}

/** Each time somebody said what she wants or that it still holds: who heard it, where. Rows are added, never edited. */
@Entity('need_confirmations')
@Index('need_confirmations_woman', ['womanId', 'at'])
@Index('need_confirmations_sitting', ['sittingId'])
export class NeedConfirmation {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 16 })
  source: Source;

  /** The visit, questionnaire or meeting at which it was heard, where it was one of many. */
  @Column('varchar', { length: 36, nullable: true })
  sittingId: string | null;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
