import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ConsentPurpose } from './consents.rules';
import type { Education, Relation } from './profile.rules';

/** The file of one woman (档案). Her poverty status comes from the register, never from her own claim. */
@Entity('women')
@Index('women_village', ['villageCode'])
@Index('women_sound', ['sound', 'villageCode'])
@Index('women_phone', ['phoneMark'])
@Index('women_compared', ['isCompared', 'villageCode'])
@Index('women_identity', ['identityMark'], { unique: true })
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

  /** Sealed like the phone. */
  @Column('varchar', { length: 255, nullable: true })
  identitySealed: string | null;

  /** One identity number, one file: a merged or erased file has none. */
  @Column('varchar', { length: 64, nullable: true })
  identityMark: string | null;

  @Column('varchar', { length: 12 })
  villageCode: string;

  /** From her identity number alone. */
  @Column('date', { nullable: true })
  bornOn: string | null;

  /** As she said it, or from her identity number. */
  @Column('int', { nullable: true })
  bornInYear: number | null;

  /** The number of her household (户) in the village's books. */
  @Column('varchar', { length: 30, nullable: true })
  householdCode: string | null;

  /** What she is to its head. */
  @Column('varchar', { length: 20, nullable: true })
  relation: Relation | null;

  @Column('varchar', { length: 10, nullable: true })
  education: Education | null;

  /** What work her health forbids: sensitive (PIPL art. 28), so sealed, and kept only while her consent to it holds. */
  @Column('varchar', { length: 600, nullable: true })
  healthSealed: string | null;

  /** Sealed, since anything may be written in it, a neighbour's number too. */
  @Column('varchar', { length: 1000, nullable: true })
  notesSealed: string | null;

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

  /** While set, she has taken back her consent to being registered: no demand, no offer, no call. */
  @Column('datetime', { precision: 3, nullable: true })
  needsWithdrawnAt: Date | null;

  /** Her personal facts were erased at her wish; what is left names nobody and keeps closed numbers as they were. */
  @Column('datetime', { precision: 3, nullable: true })
  erasedAt: Date | null;

  /** Grows with every change; whoever edits says from which one she began. */
  @Column('int', { default: 1 })
  revision: number;

  /** Looked at beside the others for files of the same woman, since it was last changed. */
  @Column('boolean', { default: false })
  isCompared: boolean;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 36 })
  enteredById: string;
}

/** What she agreed to or no longer does, when, in which words, and by whose hand. Rows are added, never edited. */
@Entity('consents')
@Index('consents_woman', ['womanId'])
export class Consent {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 20 })
  purpose: ConsentPurpose;

  /** The version of the words she saw or was read. */
  @Column('varchar', { length: 20 })
  words: string;

  /** By whose hand. */
  @Column('varchar', { length: 10 })
  given: 'herself' | 'on_paper';

  /** She no longer agrees. */
  @Column('boolean', { default: false })
  isWithdrawal: boolean;

  @Column('datetime', { precision: 3 })
  givenAt: Date;

  @Column('varchar', { length: 36 })
  enteredById: string;
}
