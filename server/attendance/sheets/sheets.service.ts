import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import type { Actor } from '../../access/actor';
import { writeScan } from '../../accounts/scans.rules';
import { Clock } from '../../calendar/clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { pdf } from '../../files/paper/paper';
import { drawUpright } from '../../files/upright';
import { found, Refusal } from '../../http/refusals';
import { RecordsService } from '../../records/records.service';
import { RegionsService } from '../../regions/regions.service';
import { Seal } from '../../secrecy/seal';
import { WomenService } from '../../women/women.service';
import { Registers } from '../registers';
import { drawCards } from './cards-paper';
import { drawSheet } from './sheet-paper';
import { SessionSheet, SheetPhoto, SheetPhotoPart } from './sheet.entity';
import { photosOf } from './sheets.queries';
import type { SheetPhotoView, SheetSummaryView, SheetView } from './sheets.view';

const partLength = 60_000;
const mostPhotos = 6;
/** Enough to read a signature by, and no more. */
const photoBounds = { width: 1_800, height: 1_800, mostPixels: 60_000_000, quality: 74 };
const photoRefusals = { unreadable: 'photo.unreadable', tooMuch: 'photo.unreadable' } as const;

/** The bridge to paper: sheets printed, entered by their row numbers, and photographed; cards for women without a phone. */
@Injectable()
export class SheetsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Registers) private readonly registers: Registers,
    @Inject(WomenService) private readonly women: WomenService,
    @Inject(RegionsService) private readonly regions: RegionsService,
    @Inject(RecordsService) private readonly records: RecordsService,
    @Inject(Seal) private readonly seal: Seal,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Writes down who stands in which row; the sheet printed from it stays so, whoever comes or leaves afterwards. */
  async make(actor: Actor, sessionId: string): Promise<SessionSheet> {
    const { session } = await this.registers.open(actor, sessionId, 'attendance.mark');
    const { ids } = await this.registers.rosterOf(session);
    const women = [...(await this.women.byIds(ids)).values()];
    const sheet: SessionSheet = {
      ...{ id: newId(), sessionId, byAccountId: actor.accountId, at: this.clock.now() },
      womanIds: women
        .sort((a, b) => a.villageCode.localeCompare(b.villageCode) || a.name.localeCompare(b.name, 'zh-CN'))
        .map(({ id }) => id),
    };
    await this.database.rows.insert(SessionSheet, sheet);
    return sheet;
  }

  /** The sheets of a half day, the latest first. */
  async list(actor: Actor, sessionId: string): Promise<SheetSummaryView[]> {
    await this.registers.open(actor, sessionId, 'attendance.mark');
    const { rows } = this.database;
    const sheets = await rows.find(SessionSheet, { where: { sessionId }, order: { at: 'DESC', id: 'DESC' } });
    const photos = await photosOf(rows, [sessionId]);
    return sheets.map(({ id, at, womanIds }) => ({
      ...{ id, printedAt: at, women: womanIds.length },
      photos: photos.filter(({ sheetId }) => sheetId === id).length,
    }));
  }

  /** The sheet as a PDF. */
  async paper(actor: Actor, sheetId: string): Promise<StreamableFile> {
    const { sheet, whole, session } = await this.opened(actor, sheetId);
    const { batch, course, venue, trainer, sessions } = whole;
    const [women, regions] = await Promise.all([this.women.byIds(sheet.womanIds), this.regions.tree()]);
    const paper = drawSheet({
      ...{ title: course.title, countyName: regions.name(batch.countyCode), venueName: venue.name },
      ...{ trainerName: trainer.name, heldOn: session.heldOn, half: session.half },
      ...{ number: 1 + sessions.findIndex(({ id }) => id === session.id), of: sessions.length },
      code: writeScan('sheet', sheet.id),
      women: sheet.womanIds.map((id) => ({
        ...{ name: women.get(id)!.name, villageName: regions.name(women.get(id)!.villageCode) },
      })),
    });
    return pdf(paper, `签到表-${course.title}-${session.heldOn}`);
  }

  /** Its rows with their numbers, and how each woman stands by now. */
  async read(actor: Actor, sheetId: string): Promise<SheetView> {
    const { sheet, whole, session } = await this.opened(actor, sheetId);
    const [women, regions, standings, photos] = await Promise.all([
      this.women.byIds(sheet.womanIds),
      this.regions.tree(),
      this.registers.standings([session.id]),
      photosOf(this.database.rows, [session.id]),
    ]);
    return {
      ...{ id: sheet.id, sessionId: session.id, title: whole.course.title, heldOn: session.heldOn },
      ...{ half: session.half, printedAt: sheet.at },
      photoIds: photos.filter((photo) => photo.sheetId === sheetId).map(({ id }) => id),
      rows: sheet.womanIds.map((womanId, index) => {
        const woman = women.get(womanId)!;
        const standing = standings.get(session.id)?.get(womanId) ?? null;
        const villageName = regions.name(woman.villageCode);
        return { number: index + 1, womanId, name: woman.name, villageName, standing };
      }),
    };
  }

  /** Keeps a photograph of the signed sheet, sealed; it is read only from her who may add one. */
  async addPhoto(actor: Actor, sheetId: string, read: () => Promise<Buffer>): Promise<SheetPhotoView> {
    await this.opened(actor, sheetId);
    const { bytes, width, height } = await drawUpright(await read(), photoBounds, photoRefusals);
    const id = newId();
    await this.database.transact(async (tx) => {
      await this.database.lock(tx, SessionSheet, sheetId);
      if ((await tx.countBy(SheetPhoto, { sheetId })) >= mostPhotos) throw new Refusal('photo.tooMany');
      const by = { byAccountId: actor.accountId, at: this.clock.now() };
      await tx.insert(SheetPhoto, { id, sheetId, width, height, ...by });
      for (let from = 0; from < bytes.length; from += partLength) {
        const sealed = this.seal.sealBytes(bytes.subarray(from, from + partLength));
        await tx.insert(SheetPhotoPart, { id: newId(), photoId: id, number: from / partLength, sealed });
      }
    });
    return { id };
  }

  async photo(actor: Actor, photoId: string): Promise<StreamableFile> {
    const { rows } = this.database;
    const photo = found(await rows.findOneBy(SheetPhoto, { id: photoId }));
    await this.opened(actor, photo.sheetId, 'attendance.read');
    const parts = await rows.find(SheetPhotoPart, { where: { photoId }, order: { number: 'ASC' } });
    const bytes = Buffer.concat(parts.map(({ sealed }) => this.seal.openBytes(Buffer.from(sealed))));
    return new StreamableFile(bytes, { type: 'image/jpeg', length: bytes.length });
  }

  /** A card for each woman of the batch: names leave the house, so it is put on record. */
  async cards(actor: Actor, batchId: string): Promise<StreamableFile> {
    const { batch, course, sessions } = await this.registers.batchOf(actor, batchId, 'attendance.mark');
    const { ids } = await this.registers.rosterOf(sessions[0]!);
    const women = [...(await this.women.byIds(ids)).values()];
    if (women.length === 0) throw new Refusal('sheet.nobody');
    const regions = await this.regions.tree();
    await this.records.write(this.database.rows, {
      ...{ byAccountId: actor.accountId, deed: 'export', regionCode: batch.countyCode },
      said: `“${course.title}”签到卡${women.length}张`,
    });
    const cards = women
      .sort((a, b) => a.villageCode.localeCompare(b.villageCode) || a.name.localeCompare(b.name, 'zh-CN'))
      .map(({ id, name, villageCode }) => ({
        ...{ name, villageName: regions.name(villageCode), code: writeScan('card', id) },
      }));
    return pdf(drawCards(cards), `签到卡-${course.title}`);
  }

  private async opened(
    actor: Actor,
    sheetId: string,
    action: 'attendance.mark' | 'attendance.read' = 'attendance.mark',
  ) {
    const sheet = found(await this.database.rows.findOneBy(SessionSheet, { id: sheetId }));
    return { sheet, ...(await this.registers.open(actor, sheet.sessionId, action)) };
  }
}
