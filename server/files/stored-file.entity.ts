import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FileKind } from './files.rules';

/** A picture or a paper that somebody sent. Its bytes are in the file store, and never change. */
@Entity('files')
@Index('files_forgotten', ['forgottenAt'])
export class StoredFile {
  @PrimaryColumn('varchar', { length: 36 })
  id: string;

  @Column('varchar', { length: 10 })
  kind: FileKind;

  /** What the browser is told that it is; ours, never the sender's word. */
  @Column('varchar', { length: 100 })
  type: string;

  /** Of the bytes as they are kept; of a picture those of its widest drawing. */
  @Column('varchar', { length: 64 })
  sha256: string;

  /** In bytes. */
  @Column('int')
  size: number;

  /** Of a picture, in pixels, at its widest. */
  @Column('int', { nullable: true })
  width: number | null;

  @Column('int', { nullable: true })
  height: number | null;

  /** While it is set, nobody but its sender is shown the file. */
  @Column('datetime', { precision: 3, nullable: true })
  hiddenAt: Date | null;

  /** From then on it is there for nobody, not even its sender; its bytes are taken away soon after. */
  @Column('datetime', { precision: 3, nullable: true })
  forgottenAt: Date | null;

  /** A woman is in it who may take back her consent: whoever keeps a copy asks each time whether it still may be shown. */
  @Column('boolean', { default: false })
  isPersonal: boolean;

  @Column('varchar', { length: 36 })
  byAccountId: string;

  @Column('datetime', { precision: 3 })
  at: Date;
}
