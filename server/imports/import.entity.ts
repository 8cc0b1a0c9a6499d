import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RefusalCode } from '../http/refusals';
import type { Layout } from './headings.rules';
import type { Stage } from './stages.rules';
import type { Judged } from './verdicts.rules';

/** A register that an officer brings in as a workbook: looked at, confirmed, and undone as one. */
@Entity('imports')
@Index('imports_region', ['regionCode', 'createdAt'])
export class Import {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  /** The county whose women it may hold. */
  @Column('varchar', { length: 12 })
  regionCode: string;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  createdAt: Date;

  @Column('varchar', { length: 100 })
  fileName: string;

  @Column('varchar', { length: 10 })
  stage: Stage;

  /** Of the stage, in percent: of the sheet that is read, or of the rows that are written. */
  @Column('int')
  share: number;

  /** When the server that works on it last said so. */
  @Column('datetime', { precision: 3 })
  aliveAt: Date;

  /** Why it came to nothing, or was not written to its end. */
  @Column('varchar', { length: 40, nullable: true })
  failure: RefusalCode | null;

  @Column('json', { nullable: true })
  layout: Layout | null;

  /** Sheets of the workbook that were not read. */
  @Column('int')
  otherSheets: number;

  /** Rows that hold something, and what becomes of them. */
  @Column('int')
  rowCount: number;

  @Column('int')
  newRows: number;

  @Column('int')
  sameRows: number;

  @Column('int')
  nearRows: number;

  @Column('int')
  wrongRows: number;

  /** Rows whose part is written. */
  @Column('int')
  handled: number;

  /** Files that it opened. */
  @Column('int')
  opened: number;

  @Column('varchar', { length: 36, nullable: true })
  confirmedById: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  confirmedAt: Date | null;

  @Column('datetime', { precision: 3, nullable: true })
  undoneAt: Date | null;
}

/** Some rows of it, in the order of the file. */
@Entity('import_parts')
@Index('import_parts_place', ['importId', 'place'], { unique: true })
export class ImportPart {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  importId: string;

  @Column('int')
  place: number;

  /** The cells as they were read, deflated and sealed whole: numbers and names of women stand in them. */
  @Column('blob')
  sealed: Buffer;

  @Column('json')
  judged: readonly Judged[];

  /** How many of its rows are of each verdict, so that a list passes by parts that have none. */
  @Column('int')
  newRows: number;

  @Column('int')
  sameRows: number;

  @Column('int')
  nearRows: number;

  @Column('int')
  wrongRows: number;

  /** Files that its rows became; null until it is written. */
  @Column('json', { nullable: true })
  opened: readonly string[] | null;
}
