import { createHash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../access/actor';
import { Clock } from '../calendar/clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { found, Refusal } from '../http/refusals';
import { drawPicture } from './drawings';
import { FileStore } from './file-store';
import { keptWidths, paperOf, recordingOf, widthFor, type FileKind } from './files.rules';
import { StoredFile } from './stored-file.entity';

/** The clockwork goes on with the rest. */
const removedAtOnce = 100;

/** Pictures and papers that somebody sent: kept under an id, found by it, hidden by it. */
@Injectable()
export class FilesService {
  private readonly log = new Logger('Files');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Draws a picture anew and keeps it. One of a woman's begins hidden: nobody but its sender is shown it until `show`.
   *
   * @throws Refusal `picture.unreadable`, `picture.tooMuch`.
   */
  async keepPicture(byAccountId: string, sent: Buffer, isPersonal = false): Promise<StoredFile> {
    const { width, height, drawn } = await drawPicture(sent);
    const id = newId();
    for (const one of drawn) await this.store.put(`${id}.${one.width}`, one.bytes);
    const widest = drawn.at(-1)!.bytes;
    const file = this.rowOf(id, 'picture', 'image/jpeg', widest, byAccountId);
    const hiddenAt = isPersonal ? this.clock.now() : null;
    return this.written({ ...file, width, height, isPersonal, hiddenAt });
  }

  /**
   * Keeps a PDF, a Word or an Excel file as it is. It is only ever handed out to be saved, never shown in a page of ours.
   *
   * @throws Refusal `paper.unknown`.
   */
  async keepPaper(byAccountId: string, name: string, sent: Buffer): Promise<StoredFile> {
    const paper = paperOf(name, sent.toString('hex', 0, 8));
    if (!paper) throw new Refusal('paper.unknown');
    const id = newId();
    await this.store.put(id, sent);
    return this.written(this.rowOf(id, 'paper', paper.type, sent, byAccountId));
  }

  /**
   * Keeps a recording as it is.
   *
   * @throws Refusal `recording.unknown`.
   */
  async keepRecording(byAccountId: string, sent: Buffer): Promise<StoredFile> {
    const type = recordingOf(sent.toString('hex', 0, 12));
    if (!type) throw new Refusal('recording.unknown');
    const id = newId();
    await this.store.put(id, sent);
    return this.written(this.rowOf(id, 'recording', type, sent, byAccountId));
  }

  /** What is under the id, for whoever asks; a hidden file is there for its sender alone. */
  async read(
    actor: Actor | undefined,
    id: string,
    width?: number,
  ): Promise<{ file: StoredFile; bytes: Buffer }> {
    const file = found(await this.database.rows.findOneBy(StoredFile, { id, forgottenAt: IsNull() }));
    if (file.hiddenAt && file.byAccountId !== actor?.accountId) throw new Refusal('thing.notFound');
    return { file, bytes: await this.bytesIn(file, width) };
  }

  /** What is under the id, hidden or not: for rooms that have asked their own policy. */
  async bytesOf(id: string, width?: number): Promise<Buffer> {
    return this.bytesIn(
      found(await this.database.rows.findOneBy(StoredFile, { id, forgottenAt: IsNull() })),
      width,
    );
  }

  private async bytesIn(file: StoredFile, width?: number): Promise<Buffer> {
    const key = file.kind === 'picture' ? `${file.id}.${widthFor(width, file.width!)}` : file.id;
    return found(await this.store.get(key));
  }

  /** Hides files from everybody but their senders, at once. */
  async hide(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await tx.update(StoredFile, { id: In([...ids]), hiddenAt: IsNull() }, { hiddenAt: this.clock.now() });
  }

  /** Shows them to everybody again. */
  async show(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0)
      await tx.update(StoredFile, { id: In([...ids]), forgottenAt: IsNull() }, { hiddenAt: null });
  }

  /**
   * That all of these are files of this kind, and none is hidden.
   *
   * @throws Refusal `file.unknown`.
   */
  async mustHave(kind: FileKind, ids: readonly string[]): Promise<void> {
    const unique = [...new Set(ids)];
    if (unique.length === 0) return;
    const known = await this.database.rows.countBy(StoredFile, { id: In(unique), kind, hiddenAt: IsNull() });
    if (known < unique.length) throw new Refusal('file.unknown');
  }

  /**
   * That all of these are pictures of women that this account sent, hidden or not.
   *
   * @throws Refusal `file.unknown`.
   */
  async mustBeOf(byAccountId: string, ids: readonly string[]): Promise<void> {
    const unique = [...new Set(ids)];
    if (unique.length === 0) return;
    const which = {
      ...{ id: In(unique), kind: 'picture' as const, isPersonal: true, byAccountId },
      forgottenAt: IsNull(),
    };
    if ((await this.database.rows.countBy(StoredFile, which)) < unique.length)
      throw new Refusal('file.unknown');
  }

  /** Takes files from everybody at once, for ever; their bytes follow after the commit, by `removeForgotten`. */
  async forget(tx: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    const now = this.clock.now();
    await tx.update(StoredFile, { id: In([...ids]) }, { hiddenAt: now, forgottenAt: now });
  }

  /** Takes away the bytes of what was forgotten. What fails, or is killed in the middle, is taken away the next time. */
  async removeForgotten(): Promise<void> {
    const { rows } = this.database;
    const some = await rows.find(StoredFile, {
      where: { forgottenAt: Not(IsNull()) },
      order: { forgottenAt: 'ASC' },
      take: removedAtOnce,
    });
    for (const file of some) await this.removeOne(file).catch((error: unknown) => this.log.error(error));
  }

  /** Takes a file away for ever, its row first: what is left behind by a fall in between is found by nobody. */
  async remove(id: string): Promise<void> {
    const file = found(await this.database.rows.findOneBy(StoredFile, { id }));
    await this.database.rows.delete(StoredFile, { id });
    await this.removeBytes(file);
  }

  private async removeOne(file: StoredFile): Promise<void> {
    await this.removeBytes(file);
    await this.database.rows.delete(StoredFile, { id: file.id });
  }

  private async removeBytes({ id, kind, width }: StoredFile): Promise<void> {
    const keys = kind === 'picture' ? keptWidths(width!).map((one) => `${id}.${one}`) : [id];
    for (const key of keys) await this.store.remove(key);
  }

  private rowOf(id: string, kind: FileKind, type: string, bytes: Buffer, byAccountId: string): StoredFile {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return {
      ...{ id, kind, type, sha256, size: bytes.length, width: null, height: null },
      ...{ hiddenAt: null, forgottenAt: null, isPersonal: false, byAccountId, at: this.clock.now() },
    };
  }

  private async written(file: StoredFile): Promise<StoredFile> {
    await this.database.rows.insert(StoredFile, file);
    return file;
  }
}
