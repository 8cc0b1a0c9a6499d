import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Season } from '../../calendar/seasons.rules';
import type { RefusalCode } from '../../http/refusals';
import type { Stage } from './stages.rules';

/** A dry run that is being computed, or the last one that was: one for each region and season, told to every server. */
@Entity('draftings')
export class Drafting {
  @PrimaryColumn('varchar', { length: 6 })
  regionCode: string;

  @PrimaryColumn('varchar', { length: 12 })
  season: Season;

  /** The draft that is to become the run's. */
  @Column('varchar', { length: 36 })
  draftId: string;

  @Column('varchar', { length: 10 })
  stage: Stage;

  /** Percent of this stage that is done. */
  @Column('int')
  share: number;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  beganAt: Date;

  /** When the server that computes it last said so. */
  @Column('datetime', { precision: 3 })
  aliveAt: Date;

  /** Why it came to nothing. */
  @Column('varchar', { length: 40, nullable: true })
  failure: RefusalCode | null;
}

/** A slice of a draft's whole input, deflated: with all its parts anyone can compute the run again. */
@Entity('run_inputs')
export class RunInput {
  @PrimaryColumn('varchar', { length: 36 })
  draftId: string;

  @PrimaryColumn('int')
  part: number;

  @Column('blob')
  body: Buffer;
}
