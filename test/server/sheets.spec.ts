import sharp from 'sharp';
import type { SessionEvidenceView } from '../../server/attendance/attendance.view';
import type { NewSheetView, SheetPhotoView, SheetView } from '../../server/attendance/sheets/sheets.view';
import { SheetPhoto, SheetPhotoPart } from '../../server/attendance/sheets/sheet.entity';
import { readScan } from '../../server/accounts/scans.rules';
import { RecordRow } from '../../server/records/record.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aTrainer } from '../support/house/people';
import { readPdf } from '../support/house/pdf';
import { aPhoto } from '../support/house/photo';
import { aRegister, type HouseRegister } from '../support/house/register';
import { dump } from '../support/house/rows';
import { giveUp, standing } from '../support/house/teaching';

describeHouse('A sheet of paper', () => {
  let house: House;
  let register: HouseRegister;
  let trainer: Caller;

  beforeEach(async () => {
    house = await openHouse();
    register = await aRegister(house);
    trainer = register.trainer.calls;
  });
  afterEach(() => house.close());

  const make = async (session = 0) =>
    granted(await trainer.post<NewSheetView>(`/sessions/${register.batch.sessions[session]!.id}/sheets`)).id;
  const read = async (id: string) => granted(await trainer.get<SheetView>(`/sheets/${id}`));
  const bytesOf = async (path: string, by = trainer) => granted(await by.get(path)) as unknown as Buffer;

  it('keeps the number of each row, whoever leaves afterwards, and is entered by those numbers', async () => {
    const id = await make();
    const { rows } = await read(id);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    await giveUp(register.women[0]!, (await standing(register.women[0]!, register.batch)).enrolmentId);
    expect((await read(id)).rows.map(({ womanId }) => womanId)).toEqual(rows.map(({ womanId }) => womanId));
    const left = register.women[0]!.id;
    const stays = rows.find(({ womanId }) => womanId !== left)!;
    const answers = await register.send([
      register.mark(stays.womanId, 'present', { sheetId: id }),
      register.mark(left, 'present', { sheetId: id }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual([undefined, 'mark.notOnRoster']);
    expect((await read(id)).rows.find(({ number }) => number === stays.number)!.standing).toBe('present');
  });

  it('belongs to its half day: a mark from the sheet of another one is refused', async () => {
    const afternoon = await make(1);
    const { id } = register.women[0]!;
    expect(await register.send([register.mark(id, 'present', { sheetId: afternoon })])).toMatchObject([
      { code: 'mark.sheetElsewhere' },
    ]);
    expect(await register.send([register.mark(id, 'present', { sheetId: newId() })])).toMatchObject([
      { code: 'mark.sheetElsewhere' },
    ]);
  });

  it('prints with the names in the order of their rows', async () => {
    const id = await make();
    const { pages, missing } = readPdf(await bytesOf(`/sheets/${id}/paper`));
    expect(missing).toBe(0);
    expect(pages.join('\n')).toContain('王秀英');
    expect(readScan(`jinguo:sheet:${id}`)).toEqual({ kind: 'sheet', value: id });
  });

  it('is photographed: what is kept is smaller, sealed, and without place or device', async () => {
    const id = await make();
    const photo = await aPhoto();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const added = granted(await trainer.upload<SheetPhotoView>(`/sheets/${id}/photos`, photo));
    const shown = await bytesOf(`/sheet-photos/${added.id}`, register.officer);
    const { format, exif, width, height } = await sharp(shown).metadata();
    expect({ format, exif, width, height }).toEqual({
      ...{ format: 'jpeg', exif: undefined, width: 1350, height: 1800 },
    });
    const parts = await house.database.rows.findBy(SheetPhotoPart, { photoId: added.id });
    expect(parts.length).toBeGreaterThan(1);
    for (const { sealed } of parts) {
      expect(sealed.length).toBeLessThan(65_536);
      expect(Buffer.from(sealed).subarray(0, 3).toString()).toBe('v1.');
      expect(shown.includes(Buffer.from(sealed).subarray(60, 160))).toBe(false);
    }
  });

  it('and its photographs are reached from every number that rests on it', async () => {
    const id = await make();
    const photo = granted(await trainer.upload<SheetPhotoView>(`/sheets/${id}/photos`, await aPhoto(60, 80)));
    await register.send([register.mark(register.women[0]!.id, 'present', { sheetId: id })]);
    const sessionId = register.batch.sessions[0]!.id;
    const evidence = granted(
      await register.officer.get<SessionEvidenceView>(`/sessions/${sessionId}/evidence`),
    );
    expect(evidence.photoIds).toEqual([photo.id]);
    expect(evidence.women.flatMap(({ marks }) => marks).map(({ sheetId }) => sheetId)).toEqual([id]);
    const attendance = granted(
      await register.officer.get<{ sessions: object[] }>(`/batches/${register.batch.id}/attendance`),
    );
    expect(attendance.sessions[0]).toMatchObject({ fromPaper: 1, photos: 1 });
  });

  it('takes six photographs, however many come at once', async () => {
    const id = await make();
    const photo = await aPhoto(60, 80);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => trainer.upload(`/sheets/${id}/photos`, photo)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(6);
    for (const { code } of answers.filter(({ status }) => status !== 201)) expect(code).toBe('photo.tooMany');
    expect(await house.database.rows.countBy(SheetPhoto, { sheetId: id })).toBe(6);
  });

  it('refuses what is no photograph, or too large, in words, and writes nothing', async () => {
    const id = await make();
    const small = await aPhoto(60, 80);
    const before = await dump(house);
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    );
    const bomb = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const cases: [Buffer, number, string][] = [
      [Buffer.from('MZ…not a picture'), 400, 'photo.unreadable'],
      [Buffer.alloc(0), 400, 'photo.unreadable'],
      [small.subarray(0, 400), 400, 'photo.unreadable'],
      [bomb, 400, 'photo.unreadable'],
      [svg, 400, 'photo.unreadable'],
      [Buffer.concat([small, Buffer.alloc(12 * 1024 * 1024)]), 413, 'photo.tooLarge'],
    ];
    for (const [photo, status, code] of cases)
      expect(await trainer.upload(`/sheets/${id}/photos`, photo)).toMatchObject({ status, code });
    expect(await trainer.post(`/sheets/${id}/photos`, { photo: 'x' })).toMatchObject({
      ...{ status: 400, code: 'photo.unreadable' },
    });
    expect(await dump(house)).toEqual(before);
  });

  it('of another trainer looks like none at all', async () => {
    const id = await make();
    const photo = granted(await trainer.upload<SheetPhotoView>(`/sheets/${id}/photos`, await aPhoto(60, 80)));
    const other = (await aTrainer(house)).calls;
    for (const path of [`/sheets/${id}`, `/sheets/${id}/paper`, `/sheet-photos/${photo.id}`])
      expect(await other.get(path)).toMatchObject({ status: 404, code: 'thing.notFound' });
    // She is told before her photograph is read.
    expect(await other.upload(`/sheets/${id}/photos`, Buffer.from('x'))).toMatchObject({ status: 404 });
  });

  it('as a card for each woman: printed by the trainer, and put on record', async () => {
    const { pages } = readPdf(await bytesOf(`/batches/${register.batch.id}/cards`));
    expect(pages.join('\n').match(/签到卡/g)).toHaveLength(register.women.length);
    expect(await house.database.rows.findBy(RecordRow, { deed: 'export' })).toMatchObject([
      { said: '“柳编入门”签到卡3张' },
    ]);
  });
});
