import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Family } from '../needs/families.rules';
import type { ReadingLevel } from '../needs/needs.rules';
import type { VenueKind } from './venues/venues.rules';

/** What is taught (课程). */
@Entity('courses')
@Index('courses_title', ['title', 'family'], { unique: true })
export class Course {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 30 })
  title: string;

  @Column('varchar', { length: 16 })
  family: Family;

  @Column('varchar', { length: 120 })
  summary: string;

  /** How well one must read to follow it. */
  @Column('int')
  reading: ReadingLevel;

  /** It needs heavy bodily work. */
  @Column('boolean')
  isHeavy: boolean;

  /** Percent of its half days that make it completed. */
  @Column('int', { default: 80 })
  completeShare: number;

  /** Women, or leaders (带头人). */
  @Column('varchar', { length: 10 })
  audience: 'women' | 'leaders';
}

/** Who teaches. */
@Entity('trainers')
@Index('trainers_county', ['countyCode'])
export class Trainer {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 30 })
  name: string;

  @Column('varchar', { length: 6 })
  countyCode: string;

  /** What she is known for, as shown: 柳编、钩织 */
  @Column('varchar', { length: 60 })
  speciality: string;

  /** Families she can teach, a bit each in the order of `families`; 0 where nobody has said. */
  @Column('int', { default: 0 })
  familyBits: number;

  /** Sealed; opened only by the server. */
  @Column('varchar', { length: 255, nullable: true })
  phoneSealed: string | null;

  /** Since when she teaches no more; she is never deleted, since batches name her. */
  @Column('datetime', { precision: 3, nullable: true })
  retiredAt: Date | null;
}

/** Where it is taught. */
@Entity('venues')
@Index('venues_region', ['regionCode'])
export class Venue {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 40 })
  name: string;

  /** The village or township in which it stands. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  /** How to find it, as one would say it. */
  @Column('varchar', { length: 80 })
  address: string;

  /** A base (基地) can be a venue. */
  @Column('varchar', { length: 10, default: 'other' })
  kind: VenueKind;

  /** How many women it seats; null where nobody has said. */
  @Column('int', { nullable: true })
  capacity: number | null;

  /** Degrees north times 100,000, where the county has said where it stands. */
  @Column('int', { nullable: true })
  latitudeE5: number | null;

  @Column('int', { nullable: true })
  longitudeE5: number | null;

  @Column('datetime', { precision: 3, nullable: true })
  retiredAt: Date | null;
}
