import { ArticleReads } from '../../server/articles/reading/reads.entity';
import { Edition, ShelfPlace, ShelfWord, ShelvedArticle } from '../../server/articles/reading/shelf.entity';
import type { WriteArticleDto } from '../../server/articles/articles.dto';
import type { ArticleSummaryView, DraftView } from '../../server/articles/articles.view';
import { newId } from '../../server/database/new-id';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { cityOfficer } from '../support/house/people';
import { city, yanshou } from '../support/house/places';
import { publish } from '../support/house/publishing';

const entry = (other: Partial<WriteArticleDto> = {}): WriteArticleDto => ({
  ...{ kind: 'policy', title: '小额担保贷款怎么申请', summary: '最高五万元', cover: 'cover-1' },
  ...{ source: '市妇联', regionCode: city, blocks: [{ kind: 'paragraph', text: '创业的姐妹都可以问。' }] },
  ...other,
});

describeHouse('Reading', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await cityOfficer(house);
  });
  afterAll(() => house.close());

  async function published(other?: Partial<WriteArticleDto>): Promise<Sent<DraftView>> {
    const draft = granted(await officer.post<DraftView>('/articles', entry(other)));
    return publish(house, officer, draft);
  }
  const withdraw = ({ id }: Sent<DraftView>) => officer.post(`/articles/${id}/withdrawal`);
  const titlesOf = async (words: string) =>
    granted(await house.nobody.get<ArticleSummaryView[]>(`/articles?words=${encodeURIComponent(words)}`)).map(
      ({ title }) => title,
    );
  const ask = (path: string, headers: Record<string, string> = {}) =>
    house.app.inject({ method: 'GET', url: `/api${path}`, headers });

  it('finds words of one letter, of two and of four, in the order in which they stand', async () => {
    await published();
    await published({ title: '两癌保险：保额一万元', blocks: [{ kind: 'list', items: ['保了险再种木耳'] }] });
    await published({ title: '种木耳的王大姐', kind: 'story' });
    expect(await titlesOf('癌')).toEqual(['两癌保险：保额一万元']);
    expect(await titlesOf('木耳')).toEqual(['种木耳的王大姐', '两癌保险：保额一万元']);
    expect(await titlesOf('担保贷款')).toEqual(['小额担保贷款怎么申请']);
    expect(await titlesOf('贷款担保')).toEqual([]);
    expect(await titlesOf('木耳 保险')).toEqual(['两癌保险：保额一万元']);
    expect(await titlesOf('％_%')).toEqual([]);
  });

  it('finds nothing any more of what was withdrawn or is no longer said', async () => {
    const draft = await published({ title: '蓝莓大棚补贴' });
    expect(await titlesOf('蓝莓')).toHaveLength(1);
    granted(await officer.put(`/articles/${draft.id}`, { ...entry({ title: '大棚补贴' }), beganFrom: 1 }));
    await publish(house, officer, { id: draft.id, revision: 2 });
    expect(await titlesOf('蓝莓')).toEqual([]);
    expect(await titlesOf('大棚补')).toEqual(['大棚补贴']);
    await withdraw(draft);
    expect(await titlesOf('大棚')).toEqual([]);
    const { rows } = house.database;
    expect(await rows.countBy(ShelvedArticle, { articleId: draft.id })).toBe(0);
    const onShelf = (await rows.find(ShelvedArticle)).map(({ number }) => number);
    for (const table of [ShelfWord, ShelfPlace] as const) {
      const numbers = (await rows.find<ShelfWord | ShelfPlace>(table)).map(({ number }) => number);
      expect(numbers.filter((number) => !onShelf.includes(number))).toEqual([]);
    }
  });

  it('answers what has not changed with nothing but 304, and what was withdrawn with 404 at once', async () => {
    const one = await published({ title: '回乡创业有补贴' });
    for (const path of ['/articles', `/articles/${one.id}`, `/articles?region=${yanshou.villages[0]}`]) {
      const first = await ask(path);
      const { etag } = first.headers;
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      expect(first.headers['cache-control']).toBe('public, no-cache');
      const again = await ask(path, { 'if-none-match': `"other", W/${String(etag)}` });
      expect([again.statusCode, again.body]).toEqual([304, '']);
      expect((await ask(path, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    }
    const { etag } = (await ask(`/articles/${one.id}`)).headers;
    await withdraw(one);
    expect((await ask(`/articles/${one.id}`, { 'if-none-match': String(etag) })).statusCode).toBe(404);
  });

  it('sends the same words shorter to whoever can read them so, under a name of their own', async () => {
    const one = await published({ blocks: [{ kind: 'paragraph', text: '长文'.repeat(900) }] });
    const plain = await ask(`/articles/${one.id}`);
    const short = await ask(`/articles/${one.id}`, { 'accept-encoding': 'gzip, br' });
    expect(short.headers['content-encoding']).toBe('br');
    expect(short.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect(short.headers.etag).toBe(`${String(plain.headers.etag).slice(0, -1)}-br"`);
    expect(short.headers.vary).toBe('accept-encoding');
  });

  it('is counted by article and day, and by nothing else', async () => {
    const one = await published();
    await Promise.all(Array.from({ length: 5 }, () => house.nobody.post(`/articles/${one.id}/reads`)));
    const { status } = await house.nobody.post(`/articles/${one.id}/reads`);
    expect(status).toBe(204);
    const rows = await house.database.rows.findBy(ArticleReads, { articleId: one.id });
    expect(rows).toEqual([{ articleId: one.id, day: '2026-11-23', reads: 6 }]);
    expect((await house.nobody.post(`/articles/${newId()}/reads`)).status).toBe(404);
  });

  it('is told to editors as one number for each article, over all its days', async () => {
    const one = await published();
    await house.nobody.post(`/articles/${one.id}/reads`);
    house.setClock('2026-11-24T02:00:00.000Z');
    await house.nobody.post(`/articles/${one.id}/reads`);
    house.setClock(monday);
    const drafts = granted(await officer.get<DraftView[]>('/drafts'));
    expect(drafts.find(({ id }) => id === one.id)).toMatchObject({ reads: 2 });
    expect(granted(await officer.get<DraftView>(`/drafts/${one.id}`))).toMatchObject({ reads: 2 });
    expect(granted(await house.nobody.get(`/articles/${one.id}`))).not.toHaveProperty('reads');
  });

  it('keeps its edition when a pin changes nothing that readers see', async () => {
    const one = await published();
    const edition = () => house.database.rows.findOneByOrFail(Edition, { name: 'articles' });
    await withdraw(one);
    const before = await edition();
    granted(await officer.put(`/articles/${one.id}/pin`, { isPinned: true }));
    expect(await edition()).toEqual(before);
  });

  it('is not counted beyond what one address may read in a minute, and not refused either', async () => {
    const one = await published();
    const busy = house.nobody.from('203.0.113.9');
    const answers = await Promise.all(
      Array.from({ length: 140 }, () => busy.post(`/articles/${one.id}/reads`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    const [row] = await house.database.rows.findBy(ArticleReads, { articleId: one.id });
    expect(row!.reads).toBe(120);
  });
});
