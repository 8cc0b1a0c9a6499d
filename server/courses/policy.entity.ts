import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The published rules of assignment; a change is a new version, never an edit. */
@Entity('assignment_policies')
export class AssignmentPolicy {
  @PrimaryColumn('int')
  version: number;

  /** Share of each batch kept first for women on the poverty register, in percent. */
  @Column('int')
  poorPercent: number;

  /** Counties that must train all their poor women: theirs come first in their own batches. */
  @Column('json')
  coverageCounties: string[];

  /** Which public draw completes the lottery's seed: named before it is held. */
  @Column('varchar', { length: 120, default: '报名截止以后开出的第一期福彩3D' })
  drawSource: string;

  /** Person-times of training that each county owes in a year. */
  @Column('int', { default: 300 })
  countyFloor: number;

  /** How often a woman is trained in one year, before others come first. */
  @Column('int', { default: 2 })
  yearLimit: number;

  /** Where the rule comes from. */
  @Column('varchar', { length: 120 })
  source: string;

  @Column('datetime', { precision: 3 })
  publishedAt: Date;
}
