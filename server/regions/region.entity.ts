import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Level } from './regions.rules';

/** An administrative area, by the code of the National Bureau of Statistics. */
@Entity('regions')
@Index('regions_parent', ['parentCode'])
export class Region {
  @PrimaryColumn('varchar', { length: 12 })
  code: string;

  @Column('varchar', { length: 60 })
  name: string;

  @Column('varchar', { length: 10 })
  level: Level;

  @Column('varchar', { length: 12, nullable: true })
  parentCode: string | null;

  /** Degrees north times 100,000, where a public source gives them. */
  @Column('int', { nullable: true })
  latitudeE5: number | null;

  /** Degrees east times 100,000. */
  @Column('int', { nullable: true })
  longitudeE5: number | null;
}
