import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CheckState } from '../checks/checks.rules';
import type { StoryStage, StoryStep } from './stories.rules';

export interface StoryPhoto {
  readonly fileId: string;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
}

/** The story of an exemplary woman (典型故事) on its way from her village to the readers. */
@Entity('stories')
@Index('stories_woman', ['womanId'])
@Index('stories_village', ['villageCode', 'stage'])
export class Story {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  womanId: string;

  @Column('varchar', { length: 12 })
  villageCode: string;

  @Column('varchar', { length: 40 })
  title: string;

  /** Paragraphs, a line each. */
  @Column('text')
  words: string;

  @Column('json')
  photos: StoryPhoto[];

  @Column('varchar', { length: 10 })
  stage: StoryStage;

  /** Counts the times it was sent in: what was recommended before holds no longer. */
  @Column('int')
  round: number;

  /** How the check of its words and pictures stands; only what has passed is seen by others. */
  @Column('varchar', { length: 10 })
  checkState: CheckState;

  /** An editor must begin from it. */
  @Column('int')
  revision: number;

  /** As which readers see it. */
  @Column('varchar', { length: 36, nullable: true })
  articleId: string | null;

  /** The day in Shanghai on which it first came out: it counts for that year. */
  @Column('date', { nullable: true })
  outOn: string | null;

  @Column('varchar', { length: 36 })
  writtenById: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('datetime', { precision: 3 })
  changedAt: Date;
}

/** What was done with a story, by whom, in which words. Rows are added, never edited. */
@Entity('story_steps')
@Index('story_steps_story', ['storyId'])
export class StoryStepRow {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  storyId: string;

  @Column('int')
  round: number;

  @Column('varchar', { length: 10 })
  stage: StoryStage;

  @Column('varchar', { length: 10 })
  step: StoryStep;

  @Column('varchar', { length: 200 })
  words: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** How many stories of an area are to come out in a year, and who said so. */
@Entity('story_targets')
export class StoryTarget {
  @PrimaryColumn('varchar', { length: 12 })
  regionCode: string;

  @PrimaryColumn('int')
  year: number;

  @Column('int')
  stories: number;

  /** The paper in which it stands. */
  @Column('varchar', { length: 60 })
  source: string;

  @Column('varchar', { length: 36 })
  setById: string;

  @Column('datetime', { precision: 3 })
  setAt: Date;
}
