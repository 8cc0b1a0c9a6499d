import { ArticleRevision } from '../../server/articles/article.entity';
import type { WriteArticleDto } from '../../server/articles/articles.dto';
import type { ArticleSummaryView, ArticleView, DraftView } from '../../server/articles/articles.view';
import type { DraftDeskView } from '../../server/articles/reviews/reviews.view';
import { newId } from '../../server/database/new-id';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { cityOfficer, countyOfficer, editor } from '../support/house/people';
import { bayan, city, yanshou } from '../support/house/places';
import { publish } from '../support/house/publishing';
import { dump } from '../support/house/rows';

type Draft = Sent<DraftView>;

const entry = (other: Partial<WriteArticleDto> = {}): WriteArticleDto => ({
  kind: 'policy',
  title: '小额担保贷款怎么申请',
  summary: '最高五万元，财政贴息',
  cover: 'cover-1',
  source: '市妇联',
  regionCode: city,
  blocks: [
    { kind: 'heading', text: '谁可以申请' },
    { kind: 'list', items: ['创业的妇女', ' '] },
    { kind: 'paragraph', text: '  ' },
  ],
  ...other,
});

describeHouse('An article', () => {
  let house: House;
  let ofCity: Caller;
  let ofYanshou: Caller;
  let ofBayan: Caller;
  beforeAll(async () => {
    house = await openHouse();
    ofCity = await cityOfficer(house);
    ofYanshou = await countyOfficer(house, yanshou.county);
    ofBayan = await countyOfficer(house, bayan.county);
  });
  afterAll(() => house.close());

  const write = async (by: Caller, other?: Partial<WriteArticleDto>): Promise<Draft> =>
    granted(await by.post<DraftView>('/articles', entry(other)));
  const save = (by: Caller, { id }: Draft, beganFrom: number, other?: Partial<WriteArticleDto>) =>
    by.put<DraftView>(`/articles/${id}`, { ...entry(other), beganFrom });
  const bringOut = (by: Caller, { id }: Draft) => by.post<DraftView>(`/articles/${id}/publication`, {});
  const out = (draft: Draft, revision = draft.revision) => publish(house, ofCity, { id: draft.id, revision });
  const submit = (by: Caller, { id, revision }: Draft) =>
    by.post<DraftView>(`/articles/${id}/submission`, { revision });
  const withdraw = (by: Caller, { id }: Draft) => by.post<DraftView>(`/articles/${id}/withdrawal`);
  const read = ({ id }: Draft) => house.nobody.get<ArticleView>(`/articles/${id}`);
  const listed = async (query = '') =>
    granted(await house.nobody.get<ArticleSummaryView[]>(`/articles${query}`)).map(({ id }) => id);
  const revisions = ({ id }: Draft) =>
    house.database.rows.find(ArticleRevision, { where: { articleId: id }, order: { number: 'ASC' } });

  it('being written is seen by its editors, and by readers as little as one that does not exist', async () => {
    const draft = await write(ofCity);
    expect(draft).toMatchObject({ state: 'draft', revision: 1, isPublishedAsIs: false });
    expect(draft.blocks).toEqual([
      { kind: 'heading', text: '谁可以申请' },
      { kind: 'list', items: ['创业的妇女'] },
    ]);
    expect(await read(draft)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect((await house.nobody.get(`/articles/${newId()}`)).body).toEqual((await read(draft)).body);
    expect(await listed()).not.toContain(draft.id);
    expect(granted(await ofCity.get<DraftView[]>('/drafts'))).toContainEqual(draft);
  });

  it('published shows readers its published revision, whatever is saved after it', async () => {
    const draft = await write(ofCity);
    expect(await out(draft)).toMatchObject({ isPublishedAsIs: true, stage: 'out' });
    const shown = (await read(draft)).body;
    expect(shown).toMatchObject({ title: '小额担保贷款怎么申请' });
    expect(shown).not.toHaveProperty('state');

    const changed = granted(
      await save(ofCity, draft, 1, { title: '还没定稿', blocks: [{ kind: 'quote', text: '改' }] }),
    );
    expect(changed).toMatchObject({ revision: 2, title: '还没定稿', isPublishedAsIs: false });
    expect((await read(draft)).body).toEqual(shown);
    await out(draft, 2);
    expect((await read(draft)).body).toMatchObject({
      title: '还没定稿',
      blocks: [{ kind: 'quote', text: '改' }],
    });
    expect(await revisions(draft)).toHaveLength(2);
  });

  // Kind and area stand on the article, not on its revision, so that readers see them change at once.
  it('keeps its kind and its area for readers until the new revision is published', async () => {
    const draft = await write(ofCity);
    await out(draft);
    granted(await save(ofCity, draft, 1, { kind: 'story', regionCode: yanshou.county }));
    expect((await read(draft)).body).toMatchObject({ kind: 'policy', regionCode: city });
  });

  it('saved from an old revision is refused, and loses nothing', async () => {
    const draft = await write(ofCity);
    granted(await save(ofCity, draft, 1, { title: '第二稿' }));
    const before = await dump(house);
    for (const old of [1, 3, 99]) {
      const refused = await save(ofCity, draft, old, { title: '旧稿' });
      expect(refused).toMatchObject({ status: 409, code: 'article.editedMeanwhile' });
      expect(refused.body).toMatchObject({ about: { newest: 2 } });
    }
    expect(await dump(house)).toEqual(before);
    expect((await revisions(draft)).map(({ title }) => title)).toEqual(['小额担保贷款怎么申请', '第二稿']);
  });

  it('saved by five editors at once is saved by exactly one', async () => {
    const draft = await write(ofCity);
    const editors = await Promise.all(Array.from({ length: 5 }, () => editor(house)));
    const answers = await Promise.all(
      editors.map((by, at) => save(by, draft, 1, { title: `第${at}位的稿子` })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const [, newest, ...more] = await revisions(draft);
    expect(more).toEqual([]);
    expect(newest!.title).toBe(answers.find(({ status }) => status === 200)!.body.title);
  });

  it('withdrawn is hidden at once, keeps its history, and can come back', async () => {
    const draft = await write(ofCity);
    expect(await withdraw(ofCity, draft)).toMatchObject({ status: 409, code: 'article.stateForbids' });
    await out(draft);
    expect(await listed()).toContain(draft.id);
    expect(granted(await withdraw(ofCity, draft))).toMatchObject({ state: 'withdrawn' });
    expect((await read(draft)).status).toBe(404);
    expect(await listed()).not.toContain(draft.id);
    expect(await revisions(draft)).toHaveLength(1);
    granted(await bringOut(ofCity, draft));
    expect((await read(draft)).status).toBe(200);
  });

  it('without a word in it is not given to its reviewers', async () => {
    const draft = await write(ofCity, { blocks: [{ kind: 'paragraph', text: ' ' }] });
    expect(await submit(ofCity, draft)).toMatchObject({ status: 400, code: 'article.empty' });
    expect((await read(draft)).status).toBe(404);
  });

  it('of a county is written by its own officers and published by the city', async () => {
    const draft = await write(ofYanshou, { regionCode: yanshou.county });
    expect(await bringOut(ofYanshou, draft)).toMatchObject({ status: 403, code: 'access.denied' });
    expect(await withdraw(ofYanshou, draft)).toMatchObject({ status: 403, code: 'access.denied' });
    expect((await read(draft)).status).toBe(404);
    for (const regionCode of [bayan.county, city, '230199'])
      expect(await ofYanshou.post('/articles', entry({ regionCode }))).toMatchObject({
        status: 403,
        code: 'access.denied',
      });
    const stolen = await save(ofBayan, draft, 1, { regionCode: bayan.county });
    expect(stolen).toMatchObject({ status: 404, code: 'thing.notFound' });
    const unknown = await save(ofBayan, { ...draft, id: newId() }, 1, { regionCode: bayan.county });
    expect(unknown.body).toEqual(stolen.body);
    expect(granted(await ofBayan.get<DraftView[]>('/drafts'))).toEqual([]);
    await publish(house, ofYanshou, draft);
    expect((await read(draft)).status).toBe(200);
  });

  it('stands nearer the top the nearer it concerns the reader', async () => {
    const all = await listed();
    const written: Record<string, string> = {};
    for (const regionCode of [yanshou.township, city, bayan.county, yanshou.county]) {
      const draft = await write(ofCity, { regionCode, kind: 'notice' });
      await out(draft);
      written[regionCode] = draft.id;
    }
    const order = (...codes: string[]) => codes.map((code) => written[code]);
    const near = await listed(`?kind=notice&region=${yanshou.villages[0]}`);
    expect(near).toEqual(order(yanshou.township, yanshou.county, city, bayan.county));
    const inBayan = await listed(`?kind=notice&region=${bayan.county}`);
    expect(inBayan.slice(0, 2)).toEqual(order(bayan.county, city));
    expect((await listed()).length).toBe(all.length + 4);
  });

  it('keeps what an editor types, and tells a second one that she is not alone', async () => {
    const draft = await write(ofCity);
    const other = await editor(house);
    const keep = (by: Caller, beganFrom: number, title: string) =>
      by.put(`/articles/${draft.id}/unsaved`, { ...entry({ title }), beganFrom });
    expect((await keep(ofCity, 1, '写到一')).status).toBe(204);
    expect((await keep(ofCity, 1, '写到一半')).status).toBe(204);
    const desk = (by: Caller) => by.get<DraftDeskView>(`/drafts/${draft.id}`);
    expect(granted(await desk(ofCity))).toMatchObject({
      ...{ revision: 1, title: '小额担保贷款怎么申请', writingNames: [] },
      unsaved: { beganFrom: 1, entry: { title: '写到一半' } },
    });
    expect(granted(await desk(other))).toMatchObject({ unsaved: null, writingNames: ['周雅茹'] });
    expect(await keep(ofBayan, 1, '不是她的')).toMatchObject({ status: 404 });
    granted(await save(other, draft, 1));
    expect(await keep(ofCity, 1, '还在写')).toMatchObject({ status: 409, code: 'article.editedMeanwhile' });
    granted(await save(ofCity, draft, 2));
    expect(granted(await desk(ofCity)).unsaved).toBeNull();
  });
});
