import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Family } from '../../needs/families.rules';

/** Months in which the farms of a county keep its women busy (农忙), kept by the county itself. */
@Entity('farm_seasons')
@Index('farm_seasons_county', ['countyCode'])
export class FarmSeasonRow {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 6 })
  countyCode: string;

  /** 春耕, 秋收 */
  @Column('varchar', { length: 20 })
  name: string;

  /** Twelve bits, January the lowest. */
  @Column('int')
  monthBits: number;

  /** Only for women who want to learn this; null is everybody. */
  @Column('varchar', { length: 16, nullable: true })
  family: Family | null;
}
