import { IsNull, Not } from 'typeorm';
import { Account } from '../../server/accounts/account.entity';
import type { ArticleView, DraftView } from '../../server/articles/articles.view';
import type { BatchView } from '../../server/courses/batches.view';
import type { FileView } from '../../server/files/files.view';
import { newId } from '../../server/database/new-id';
import { tidyPhone } from '../../server/http/fields.rules';
import type { HelperView } from '../../server/women/women.view';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, cityOfficer, countyOfficer, helper } from '../support/house/people';
import { readPdf } from '../support/house/pdf';
import { bayan, city, yanshou } from '../support/house/places';
import { publish } from '../support/house/publishing';
import { aBatch } from '../support/house/teaching';
import { Batch } from '../../server/courses/batch.entity';

describeHouse('What an article leads to', () => {
  let house: House;
  let officer: Caller;
  let ofYanshou: Caller;
  let hers: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await cityOfficer(house);
    ofYanshou = await countyOfficer(house, yanshou.county);
    hers = await helper(house, yanshou.villages[0]);
  });
  afterAll(() => house.close());

  const entry = (other: object = {}) => ({
    ...{ kind: 'policy', title: '小额担保贷款怎么申请', summary: '最高五万元', cover: 'cover-1' },
    ...{ source: '市妇联', regionCode: city, blocks: [{ kind: 'paragraph', text: '都可以问。' }] },
    ...other,
  });
  async function published(other: object = {}): Promise<Sent<ArticleView>> {
    const draft = granted(await officer.post<DraftView>('/articles', entry(other)));
    await publish(house, officer, draft);
    return granted(await house.nobody.get<ArticleView>(`/articles/${draft.id}`));
  }
  const pagesOf = async (path: string, by = house.nobody) => {
    const headers = by.token === undefined ? {} : { authorization: `Bearer ${by.token}` };
    const { statusCode, rawPayload } = await house.app.inject({ url: `/api${path}`, headers });
    expect(statusCode).toBe(200);
    return { bytes: rawPayload, ...readPdf(rawPayload) };
  };

  it('hangs in the village as the month’s board: its articles, and the courses near it', async () => {
    await published();
    await aBatch(house, { title: '柳编' }, ofYanshou);
    const path = `/village-boards/paper?region=${yanshou.villages[0]}`;
    const { pages, missing, isEmbedded, bytes } = await pagesOf(path, hers);
    expect([pages.length, missing, isEmbedded]).toEqual([1, 0, true]);
    for (const words of ['2026年11月', '小额担保贷款怎么申请', '最高五万元', '柳编', '找村里的妇联帮办人'])
      expect(pages[0]).toContain(words);
    expect(bytes.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    const large = await pagesOf(`${path}&size=A3`, hers);
    expect(large.bytes.toString('latin1')).toContain('/MediaBox [0 0 841.89 1190.55]');
    const before = await pagesOf(`${path}&month=2026-10`, hers);
    expect(before.pages[0]).toContain('这个月没有新文章');
    expect(await hers.get(`/village-boards/paper?region=${bayan.village}`)).toMatchObject({ status: 404 });
    expect(await hers.get(`${path}&month=2026-13`)).toMatchObject({ status: 400 });
  });

  it('hangs anywhere as a poster, until it is withdrawn', async () => {
    const { id } = await published({ title: '两癌保险：保额一万元' });
    const { pages } = await pagesOf(`/articles/${id}/poster`);
    expect(pages[0]).toContain('两癌保险：保额一万元');
    granted(await officer.post(`/articles/${id}/withdrawal`));
    expect(await house.nobody.get(`/articles/${id}/poster`)).toMatchObject({ status: 404 });
    expect(await house.nobody.get(`/articles/${newId()}/poster`)).toMatchObject({ status: 404 });
  });

  it('asks her a few questions, which its editor sets, and names her own helpers', async () => {
    const concern = {
      needs: 'all',
      questions: [
        { text: ' 您家有大棚吗？ ', fits: 'yes' },
        { text: '', fits: 'no' },
      ],
      bring: ['身份证', ' '],
      otherwise: '先学一门手艺。',
    };
    const article = await published({ concern });
    expect(article.concern).toEqual({
      ...{ needs: 'all', bring: ['身份证'], otherwise: '先学一门手艺。' },
      questions: [{ text: '您家有大棚吗？', fits: 'yes' }],
    });
    expect((await published()).concern).toBeNull();
    const twice = { ...concern, questions: [concern.questions[0], concern.questions[0]] };
    expect(await officer.post('/articles', entry({ concern: twice }))).toMatchObject({
      code: 'article.askedTwice',
    });
    const her = await aWoman(house);
    const helpers = async () => granted(await her.calls.get<HelperView[]>(`/women/${her.id}/helpers`));
    const named = { name: '周雅茹', regionName: expect.stringContaining('延寿县') };
    expect(await helpers()).toEqual([{ ...named, phone: null }]);
    for (const phone of ['１３９－０４５１－１２３４', '0451 5678 1234']) {
      granted(await hers.put('/me/work-phone', { phone }));
      const digits = tidyPhone(phone);
      expect(await helpers()).toEqual([{ ...named, phone: digits }]);
      expect(granted(await hers.get('/me/work-phone'))).toEqual({ phone: digits });
    }
    for (const phone of ['110', '1390451123', '56781234', 'abc', 5, undefined])
      expect(await hers.put('/me/work-phone', { phone })).toMatchObject({ status: 400 });
    const [{ workPhoneSealed } = { workPhoneSealed: '' }] = await house.database.rows.findBy(Account, {
      workPhoneSealed: Not(IsNull()),
    });
    expect(workPhoneSealed).toMatch(/^v1\./);
    granted(await hers.put('/me/work-phone', { phone: null }));
    expect(await helpers()).toEqual([{ ...named, phone: null }]);
  });

  it('leads to the batches of its course, and to no others', async () => {
    const one = await aBatch(house, { title: '木耳' }, ofYanshou);
    await aBatch(house, { title: '蓝莓' }, ofYanshou);
    const { courseId } = await house.database.rows.findOneByOrFail(Batch, { id: one.id });
    const batches = granted(await house.nobody.get<BatchView[]>(`/batches?course=${courseId}`));
    expect(batches.map(({ title }) => title)).toEqual(['木耳']);
    expect(granted(await house.nobody.get<BatchView[]>(`/batches?course=${newId()}`))).toEqual([]);
  });

  it('is read aloud by a recording, which is a recording and nothing else', async () => {
    const mp3 = Buffer.concat([Buffer.from('494433040000', 'hex'), Buffer.alloc(2_000, 7)]);
    const { id } = granted(await officer.upload<FileView>('/files/recordings', mp3, 'a.mp3'));
    expect((await published({ audioFileId: id })).audioFileId).toBe(id);
    const { headers } = await house.app.inject({ url: `/api/files/${id}` });
    expect(headers).toMatchObject({ 'content-type': 'audio/mpeg', 'content-disposition': 'inline' });
    const part = async (range: string) => {
      const { statusCode, headers, rawPayload } = await house.app.inject({
        url: `/api/files/${id}`,
        headers: { range },
      });
      return [statusCode, headers['content-range'], headers['content-length'], rawPayload.length];
    };
    expect(await part('bytes=0-1')).toEqual([206, 'bytes 0-1/2006', '2', 2]);
    expect(await part('bytes=2000-')).toEqual([206, 'bytes 2000-2005/2006', '6', 6]);
    expect(await part('bytes=9999-')).toEqual([416, 'bytes */2006', '0', 0]);
    expect(await part('lines=1')).toEqual([200, undefined, '2006', 2006]);
    for (const wrong of [Buffer.from('<script>run(1)</script>'), Buffer.from('%PDF-1.7 x')])
      expect(await officer.upload('/files/recordings', wrong, 'a.mp3')).toMatchObject({
        code: 'recording.unknown',
      });
    expect(await officer.post('/articles', entry({ audioFileId: newId() }))).toMatchObject({
      code: 'file.unknown',
    });
  });
});
