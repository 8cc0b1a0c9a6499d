import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SittingKind } from './sittings.rules';

/** A visit, a round of questionnaires or a meeting at which many needs were heard (集中登记). */
@Entity('sittings')
@Index('sittings_region', ['regionCode', 'heldOn'])
export class Sitting {
  /** Made in the browser, so that it can be sent again. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 16 })
  kind: SittingKind;

  @Column('date')
  heldOn: string;

  /** As one would say it: 团山村文化活动室 */
  @Column('varchar', { length: 40 })
  place: string;

  /** The township or village it was held for. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** One woman of a sitting. */
@Entity('sitting_entries')
@Index('sitting_entries_woman', ['sittingId', 'womanId'], { unique: true })
export class SittingEntry {
  /** Made in the browser, so that it can be sent again. */
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sittingId: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
