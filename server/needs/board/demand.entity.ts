import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One woman with a need card and at least one open need, as the board counts her. Every column follows from her file, her
 * card, her needs and what she completed: `DemandFacts` writes it anew in the transaction that changes one of them, so that
 * the whole board is one pass over one index.
 */
@Entity('demand')
@Index('demand_board', [
  ...['villageCode', 'families', 'dearest', 'freeMonthBits', 'farthestKm'],
  ...['isRegisteredPoor', 'isNeverTrained', 'confirmedAt'],
])
export class Demand {
  @PrimaryColumn('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 12 })
  villageCode: string;

  /** Families of her open needs, a bit each, in the order of `families`. */
  @Column('int')
  families: number;

  /** Which of them is her dearest wish: its place in `families`. */
  @Column('int')
  dearest: number;

  @Column('int')
  freeMonthBits: number;

  @Column('int')
  farthestKm: number;

  @Column('boolean')
  isRegisteredPoor: boolean;

  /** She has not completed any batch yet. */
  @Column('boolean')
  isNeverTrained: boolean;

  @Column('datetime', { precision: 3 })
  confirmedAt: Date;
}
