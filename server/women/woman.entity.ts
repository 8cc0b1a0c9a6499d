import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The file of one woman (档案). Her poverty status comes from the register, never from her own claim. */
@Entity('women')
@Index('women_village', ['villageCode'])
@Index('women_phone', ['phoneMark'])
export class Woman {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 30 })
  name: string;

  /** Her name as it is spoken, `wang xiu ying`: the same woman may be written with other characters. */
  @Column('varchar', { length: 220, default: '' })
  sound: string;

  /** The first letters of it: a trainer types `wxy`. */
  @Column('varchar', { length: 30, default: '' })
  initials: string;

  /** Sealed; opened only by the server. */
  @Column('varchar', { length: 255, nullable: true })
  phoneSealed: string | null;

  /** Keyed hash, to find her by her phone. Sisters may share one phone, so it is not unique. */
  @Column('varchar', { length: 64, nullable: true })
  phoneMark: string | null;

  @Column('varchar', { length: 12 })
  villageCode: string;

  @Column('int', { nullable: true })
  bornInYear: number | null;

  @Column('boolean')
  isRegisteredPoor: boolean;

  /** Where the poverty status was read, and as of which day. */
  @Column('varchar', { length: 60, nullable: true })
  povertySource: string | null;

  @Column('date', { nullable: true })
  povertyAsOf: string | null;

  /** A leader (带头人): head of a co-operative, broker of farm goods, model of the village. */
  @Column('boolean')
  isLeader: boolean;

  /** The file into which this one was merged; from then on it is nobody's. */
  @Column('varchar', { length: 36, nullable: true })
  mergedIntoId: string | null;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 36 })
  enteredById: string;
}

/** What she agreed to, when, in which words, and by whose hand. Rows are added, never edited. */
@Entity('consents')
@Index('consents_woman', ['womanId'])
export class Consent {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 20 })
  purpose: 'needs';

  /** The version of the words she saw or was read. */
  @Column('varchar', { length: 20 })
  words: string;

  @Column('varchar', { length: 10 })
  given: 'herself' | 'on_paper';

  @Column('datetime', { precision: 3 })
  givenAt: Date;

  @Column('varchar', { length: 36 })
  enteredById: string;
}
