import { readdirSync } from 'node:fs';
import sharp from 'sharp';
import type { Settings } from '../../config/settings';
import type { FileView } from '../../server/files/files.view';
import { FilesService } from '../../server/files/files.service';
import { SETTINGS } from '../../server/http/settings-token';
import { granted, type Answer, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer } from '../support/house/people';
import { aPhoto } from '../support/house/photo';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBombPng } from '../support/house/hostile-pictures';

describeHouse('A file', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());

  const send = (bytes: Buffer, name?: string) => officer.upload<FileView>('/files/pictures', bytes, name);
  const attach = (bytes: Buffer, name: string) => officer.upload<FileView>('/files/papers', bytes, name);
  const read = (id: string, query = '') => house.nobody.get<Buffer>(`/files/${id}${query}`);
  const picture = async (answer: Promise<Answer<Buffer>>) =>
    sharp(Buffer.from((await answer).body as unknown as Uint8Array)).metadata();
  const headersOf = async (id: string, by = house.nobody) => {
    const headers = by.token === undefined ? {} : { authorization: `Bearer ${by.token}` };
    return (await house.app.inject({ url: `/api/files/${id}`, headers })).headers;
  };
  const kept = () => readdirSync(house.app.get<Settings>(SETTINGS).filesDir, { recursive: true });

  it('that is a picture is drawn anew in three widths, upright and without the place where it was taken', async () => {
    const sent = await aPhoto(1800, 2400);
    expect((await sharp(sent).metadata()).exif).toBeDefined();
    const { id, width, height } = granted(await send(sent));
    expect([width, height]).toEqual([1600, 2133]);
    for (const [query, wide] of [
      ['?width=300', 480],
      ['', 960],
      ['?width=1000', 1600],
      ['?width=4000', 1600],
    ] as const) {
      const drawn = await picture(read(id, query));
      expect(drawn).toMatchObject({ format: 'jpeg', width: wide });
      expect(drawn.exif).toBeUndefined();
    }
    expect(await headersOf(id)).toMatchObject({
      ...{ 'cache-control': 'public, max-age=31536000, immutable', 'content-type': 'image/jpeg' },
      ...{ 'x-content-type-options': 'nosniff', 'content-disposition': 'inline' },
    });
  });

  it('that is small is kept in one width, not drawn larger than it was', async () => {
    const { id, width } = granted(await send(await aPhoto(300, 200)));
    expect(width).toBe(300);
    expect(await picture(read(id, '?width=1600'))).toMatchObject({ width: 300, height: 200 });
  });

  it('that is no picture, or would fill the memory, is refused and leaves nothing behind', async () => {
    const before = [await dump(house), kept()];
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const page = '<!doctype html><script>alert(1)</script>';
    const gif = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
      .gif()
      .toBuffer();
    const jpeg = await aPhoto(300, 200);
    for (const bytes of [svg, page, `\xff\xd8\xff${page}`, `\x89PNG\r\n\x1a\n${svg}`, ''])
      expect(await send(Buffer.from(bytes, 'latin1'))).toMatchObject({
        status: 400,
        code: 'picture.unreadable',
      });
    for (const bytes of [gif, jpeg.subarray(0, 200)])
      expect(await send(bytes)).toMatchObject({ status: 400, code: 'picture.unreadable' });
    const fifty = await sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    expect(await send(fifty)).toMatchObject({ status: 400, code: 'picture.tooMuch' });
    const bomb = aBombPng(50_000, 50_000);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await send(bomb)).toMatchObject({ status: 400, code: 'picture.tooMuch' });
    expect(await officer.post('/files/pictures', {})).toMatchObject({
      status: 400,
      code: 'input.unreadable',
    });
    expect([await dump(house), kept()]).toEqual(before);
  });

  it('that is a paper is handed out to be saved; its name and its bytes must say the same', async () => {
    const pdf = Buffer.from('%PDF-1.4 …');
    const { id } = granted(await attach(pdf, '申请表.pdf'));
    const answer = await read(id);
    expect(Buffer.from(answer.body as unknown as Uint8Array)).toEqual(pdf);
    expect(await headersOf(id)).toMatchObject({
      'content-disposition': 'attachment',
      'content-type': 'application/pdf',
    });
    for (const name of ['申请表.html', '申请表.docx', 'x', '../x.svg', '申请表.pdf.exe', ''])
      expect(await attach(pdf, name)).toMatchObject({ status: 400 });
    expect(await attach(Buffer.from('<script>'), '申请表.pdf')).toMatchObject({ code: 'paper.unknown' });
  });

  it('hidden is there for its sender alone, and nobody is told to remember that it is not', async () => {
    const files = house.app.get(FilesService);
    const her = await aWoman(house);
    const { id } = granted(await send(await aPhoto(300, 200)));
    await house.database.transact((tx) => files.hide(tx, [id]));
    for (const by of [house.nobody, her.calls]) {
      const refused = await by.get(`/files/${id}`);
      expect(refused).toMatchObject({ status: 404, code: 'thing.notFound' });
      expect(String((await headersOf(id, by))['cache-control'] ?? '')).not.toContain('immutable');
    }
    expect((await officer.get(`/files/${id}`)).status).toBe(200);
    expect(await headersOf(id, officer)).toMatchObject({ 'cache-control': 'private, no-store' });
    await house.database.transact((tx) => files.show(tx, [id]));
    expect((await read(id)).status).toBe(200);
  });

  it('taken away leaves no bytes behind', async () => {
    const before = kept();
    const { id } = granted(await send(await aPhoto(1000, 700)));
    expect(kept().length).toBeGreaterThan(before.length);
    await house.app.get(FilesService).remove(id);
    expect((await read(id)).status).toBe(404);
    expect(kept().filter((name) => String(name).includes(id))).toEqual([]);
  });
});
