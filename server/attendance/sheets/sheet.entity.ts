import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A printed register of one half day (签到表). Its row numbers stay what they were when it was printed. */
@Entity('session_sheets')
@Index('sheets_session', ['sessionId'])
export class SessionSheet {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sessionId: string;

  /** Row 1 is the first. */
  @Column('json')
  womanIds: string[];

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** A photograph of the signed sheet. */
@Entity('sheet_photos')
@Index('photos_sheet', ['sheetId'])
export class SheetPhoto {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  sheetId: string;

  /** Of the picture as it is kept, in pixels. */
  @Column('int')
  width: number;

  @Column('int')
  height: number;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}

/** A photograph is longer than a row may be: it is kept sealed, part by part. */
@Entity('sheet_photo_parts')
@Index('photo_parts', ['photoId', 'number'], { unique: true })
export class SheetPhotoPart {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 36 })
  photoId: string;

  @Column('int')
  number: number;

  @Column('blob')
  sealed: Buffer;
}
