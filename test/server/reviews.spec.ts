import type { DraftView } from '../../server/articles/articles.view';
import { ArticleRevision } from '../../server/articles/article.entity';
import type { ComparisonView, DraftDeskView, RevisionView } from '../../server/articles/reviews/reviews.view';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { bayan, city, yanshou } from '../support/house/places';
import { cityOfficer, countyOfficer, editor } from '../support/house/people';
import { aPhoto } from '../support/house/photo';
import { approve, publish, review, threeReviewers } from '../support/house/publishing';
import { dump } from '../support/house/rows';

type Desk = Sent<DraftDeskView>;

describeHouse('Three reviews', () => {
  let house: House;
  let author: Caller;
  let reviewers: readonly [Caller, Caller, Caller];
  beforeAll(async () => {
    house = await openHouse();
    author = await countyOfficer(house, yanshou.county);
    reviewers = await threeReviewers(house);
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  const entry = (other: object = {}) => ({
    ...{ kind: 'policy', title: '小额担保贷款', summary: '', cover: 'cover-1', source: '县妇联' },
    ...{ regionCode: yanshou.county, ...other },
    blocks: [
      { kind: 'heading', text: '谁可以申请' },
      { kind: 'paragraph', text: '创业的妇女都可以申请，最高五万圆。' },
    ],
  });
  const write = async (other?: object) => granted(await author.post<DraftView>('/articles', entry(other)));
  const submit = (by: Caller, { id, revision }: { id: string; revision: number }) =>
    by.post<DraftDeskView>(`/articles/${id}/submission`, { revision });
  const submitted = async (other?: object) => granted(await submit(author, await write(other)));
  const desk = async (by: Caller, { id }: { id: string }): Promise<Desk> =>
    granted(await by.get<DraftDeskView>(`/drafts/${id}`));
  const isOut = async ({ id }: { id: string }) => (await house.nobody.get(`/articles/${id}`)).status === 200;
  const bringOut = (by: Caller, { id }: { id: string }, at?: string) =>
    by.post<DraftDeskView>(`/articles/${id}/publication`, at === undefined ? {} : { at });

  it('by three people bring an article out, and not one fewer', async () => {
    const draft = await submitted();
    const stages = ['second', 'third', 'approved'];
    for (const [at, by] of reviewers.entries()) {
      expect(await bringOut(reviewers[2], draft)).toMatchObject({ status: 409, code: 'article.notReviewed' });
      expect(granted(await review(by, draft))).toMatchObject({ stage: stages[at] });
      expect(await isOut(draft)).toBe(false);
    }
    expect(granted(await bringOut(reviewers[2], draft))).toMatchObject({ stage: 'out', state: 'published' });
    expect(await isOut(draft)).toBe(true);
  });

  it('are never done by its author, nor two of them by one person, however many offices she holds', async () => {
    const draft = await submitted();
    expect(await review(author, draft)).toMatchObject({ status: 403, code: 'review.ownWords' });
    const [first] = reviewers;
    granted(await review(first, draft));
    const before = await dump(house);
    granted(await review(first, draft));
    expect(await dump(house)).toEqual(before);
    expect(await review(first, draft, 'sentBack')).toMatchObject({ status: 403, code: 'review.onceEach' });
  });

  it('of which the second and the third are the city’s', async () => {
    const draft = await submitted();
    granted(await review(await countyOfficer(house, yanshou.county), draft));
    const colleague = await editor(house, yanshou.county);
    expect(await review(colleague, draft)).toMatchObject({ status: 403, code: 'review.notYours' });
    granted(await review(reviewers[1], draft));
    expect(await review(await editor(house), draft)).toMatchObject({ status: 403, code: 'review.notYours' });
    granted(await review(reviewers[2], draft));
    const foreign = await countyOfficer(house, bayan.county);
    expect(await review(foreign, draft)).toMatchObject({ status: 404, code: 'thing.notFound' });
  });

  it('by all who could do the first one at once are one first review', async () => {
    const draft = await submitted();
    const many = await Promise.all(Array.from({ length: 5 }, () => countyOfficer(house, yanshou.county)));
    const answers = await Promise.all(many.map((by) => review(by, draft)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403, 403]);
    expect((await desk(author, draft)).reviews).toHaveLength(1);
  });

  it('keep the words under review as they are, until it is sent back or taken back; then all begin again', async () => {
    const draft = await submitted();
    const save = (beganFrom: number) =>
      author.put<DraftView>(`/articles/${draft.id}`, { ...entry(), beganFrom });
    granted(await review(reviewers[0], draft));
    expect(await save(1)).toMatchObject({ status: 409, code: 'article.underReview' });
    const wordless = { revision: 1, verdict: 'sentBack', words: ' ' };
    expect(await reviewers[1].post(`/articles/${draft.id}/reviews`, wordless)).toMatchObject({
      ...{ status: 400, code: 'review.wordsNeeded' },
    });
    granted(await review(reviewers[1], draft, 'sentBack'));
    expect(await desk(author, draft)).toMatchObject({ stage: 'sentBack', abilities: { write: true } });
    granted(await save(1));
    granted(await submit(author, { id: draft.id, revision: 2 }));
    expect(await review(reviewers[1], { id: draft.id, revision: 2 })).toMatchObject({ status: 200 });
    granted(await author.post(`/articles/${draft.id}/taking-back`));
    expect(await desk(author, draft)).toMatchObject({ stage: 'writing' });
    expect(await submit(author, { id: draft.id, revision: 1 })).toMatchObject({
      code: 'article.editedMeanwhile',
    });
  });

  it('are of the revision that was read, and of no other', async () => {
    const draft = await submitted();
    const stale = await review(reviewers[0], { id: draft.id, revision: 9 });
    expect(stale).toMatchObject({ status: 409, code: 'article.editedMeanwhile' });
  });

  it('carry marks that the author takes with one tap; until each is answered nobody passes it', async () => {
    const draft = await submitted();
    const [first] = reviewers;
    const remark = (body: object) =>
      first.post<DraftDeskView>(`/articles/${draft.id}/remarks`, { revision: 1, place: 1, ...body });
    expect(await remark({ kind: 'mark', excerpt: '没有的字', replacement: '' })).toMatchObject({
      ...{ status: 409, code: 'remark.notThere' },
    });
    granted(await remark({ kind: 'comment', words: '写得清楚' }));
    granted(await remark({ kind: 'mark', excerpt: '万圆', replacement: '万元' }));
    const { remarks } = granted(await remark({ kind: 'mark', excerpt: '都可以', replacement: '能' }));
    const marks = remarks.filter(({ kind }) => kind === 'mark');
    expect(await review(first, draft)).toMatchObject({ status: 409, code: 'review.marksOpen' });
    const answer = (by: Caller, at: number, said: string) =>
      by.post<DraftDeskView>(`/article-remarks/${marks[at]!.id}/answer`, { answer: said });
    expect(await answer(first, 0, 'accepted')).toMatchObject({ status: 403, code: 'remark.notAuthor' });
    expect(granted(await answer(author, 0, 'accepted'))).toMatchObject({ revision: 2, stage: 'first' });
    expect(await answer(author, 0, 'declined')).toMatchObject({ status: 409, code: 'remark.answered' });
    const now = granted(await answer(author, 1, 'declined'));
    expect(now.blocks[1]!.text).toBe('创业的妇女都可以申请，最高五万元。');
    expect(granted(await review(first, now))).toMatchObject({ stage: 'second' });

    const { blocks } = granted(
      await author.get<ComparisonView>(`/drafts/${draft.id}/comparison?from=1&to=2`),
    );
    expect(blocks.map(({ change }) => change)).toEqual(['same', 'changed']);
    const changed = blocks[1]!.words.filter(({ change }) => change !== undefined);
    expect(changed.map(({ change }) => change)).toEqual(['removed', 'added']);
    const whole = (skip: string) =>
      blocks[1]!.words
        .filter(({ change }) => change !== skip)
        .map(({ text }) => text)
        .join('');
    expect([whole('added'), whole('removed')]).toEqual([
      ...['创业的妇女都可以申请，最高五万圆。', '创业的妇女都可以申请，最高五万元。'],
    ]);
  });

  it('say who can do the next one, and plainly when there is nobody', async () => {
    const alone = await openHouse();
    const by = await cityOfficer(alone);
    const draft = granted(await by.post<DraftView>('/articles', entry({ regionCode: city })));
    const view = async () => granted(await by.get<DraftDeskView>(`/drafts/${draft.id}`));
    expect((await view()).nextReview).toEqual({ stage: 'first', says: '本级的妇联干部或编辑', names: [] });
    await editor(alone);
    expect((await view()).nextReview!.names).toEqual(['周雅茹']);
    await alone.close();
  });

  it('let it appear at a time: not before, once, and not at all when it was taken back', async () => {
    const [draft, other] = [await write(), await write()];
    for (const one of [draft, other]) await approve(house, author, one);
    const officer = await cityOfficer(house);
    const past = await bringOut(officer, draft, '2026-11-22T00:00:00Z');
    expect(past).toMatchObject({ status: 400, code: 'article.pastTime' });
    for (const one of [draft, other])
      expect(granted(await bringOut(officer, one, '2026-11-24T00:00:00Z'))).toMatchObject({
        stage: 'scheduled',
      });
    granted(await author.post(`/articles/${other.id}/taking-back`));
    await house.passTo('2026-11-23T23:59:59Z');
    expect(await isOut(draft)).toBe(false);
    await house.passTo('2026-11-24T00:00:00Z');
    expect([await isOut(draft), await isOut(other)]).toEqual([true, false]);
    const { publishedAt } = await desk(author, draft);
    await house.passTo('2026-11-25T00:00:00Z');
    expect((await desk(author, draft)).publishedAt).toBe(publishedAt);
  });

  it('of a new revision leave readers with the old one until it is out; every one of them is kept', async () => {
    const draft = await write();
    await publish(house, author, draft);
    granted(await author.put(`/articles/${draft.id}`, { ...entry({ title: '新的' }), beganFrom: 1 }));
    expect(await desk(author, draft)).toMatchObject({ state: 'published', stage: 'writing' });
    expect((await house.nobody.get<{ title: string }>(`/articles/${draft.id}`)).body.title).toBe(
      '小额担保贷款',
    );
    await publish(house, author, { id: draft.id, revision: 2 });
    expect((await house.nobody.get<{ title: string }>(`/articles/${draft.id}`)).body.title).toBe('新的');
    const kept = granted(await author.get<RevisionView[]>(`/drafts/${draft.id}/revisions`));
    expect(kept.map(({ number, isPublished }) => [number, isPublished])).toEqual([
      ...[
        [2, true],
        [1, false],
      ],
    ]);
    expect(await house.database.rows.countBy(ArticleRevision, { articleId: draft.id })).toBe(2);
    expect(await submit(author, { id: draft.id, revision: 2 })).toMatchObject({
      code: 'article.stateForbids',
    });
  });

  it('do not begin before every picture has its words, and know no picture that nobody sent', async () => {
    const { id: fileId } = granted(
      await author.upload<{ id: string }>('/files/pictures', await aPhoto(300, 200)),
    );
    const body = (alt: string, file = fileId) => ({
      ...entry(),
      blocks: [{ kind: 'picture', fileId: file, alt, caption: '' }],
    });
    const unknown = await author.post('/articles', body('', '00000000-0000-4000-8000-000000000000'));
    expect(unknown).toMatchObject({ status: 400, code: 'file.unknown' });
    const draft = granted(await author.post<DraftView>('/articles', body('')));
    expect(await submit(author, draft)).toMatchObject({ status: 400, code: 'article.altNeeded' });
    granted(await author.put(`/articles/${draft.id}`, { ...body('两人编柳筐'), beganFrom: 1 }));
    expect(await submit(author, { id: draft.id, revision: 2 })).toMatchObject({ status: 200 });
  });
});
