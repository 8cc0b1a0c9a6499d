import { readdirSync } from 'node:fs';
import type { Settings } from '../../config/settings';
import { FilesService } from '../../server/files/files.service';
import { SETTINGS } from '../../server/http/settings-token';
import type { ArticleSummaryView, ArticleView } from '../../server/articles/articles.view';
import type { CheckView } from '../../server/checks/checks.view';
import type { FileView } from '../../server/files/files.view';
import type { HoldingView } from '../../server/rights/rights.view';
import type { StoryCountView, StorySummaryView, StoryView } from '../../server/stories/stories.view';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { countyOfficer, type HouseWoman } from '../support/house/people';
import { aPhoto } from '../support/house/photo';
import { bayan, city, yanshou } from '../support/house/places';
import { agree, aStory, step, storyOffices, type StoryOffices } from '../support/house/stories';
import { aPush, pushSettings } from '../support/wechat/push';

describeHouse('A story', () => {
  let house: House;
  let offices: StoryOffices;
  let elsewhere: Caller;
  beforeAll(async () => {
    house = await openHouse([], {
      ...pushSettings,
      PUBLIC_URL: 'https://pages.example',
      READS_A_MINUTE: '100000',
    });
    offices = await storyOffices(house);
    elsewhere = await countyOfficer(house, bayan.county);
  });
  beforeEach(() => house.setClock(monday));
  afterAll(() => house.close());

  let minutes = 0;
  const tick = () => house.passTo(new Date(house.now().getTime() + (minutes += 1) * 60_000));
  const open = (by: Caller, { id }: { id: string }) => by.get<StoryView>(`/stories/${id}`);
  const mine = async (story: { id: string }) => granted(await open(offices.writer, story));
  const listed = async (by: Caller, { id }: { id: string }) =>
    granted(await by.get<StorySummaryView[]>('/stories')).some((one) => one.id === id);
  const lastTrace = () => {
    const answers = house.wechat.calls.filter(({ path }) => path === '/wxa/media_check_async');
    return (answers.at(-1)!.body as { media_url: string }).media_url;
  };

  async function withPhoto(story: Sent<StoryView>): Promise<Sent<StoryView>> {
    const { id, title, words, revision } = story;
    const photo = granted(
      await offices.writer.upload<FileView>(`/stories/${id}/photos`, await aPhoto(), 'a.jpg'),
    );
    const photos = [{ fileId: photo.id, alt: '她在大棚里' }];
    return granted(
      await offices.writer.put<StoryView>(`/stories/${id}`, { title, words, photos, beganFrom: revision }),
    );
  }
  /** WeChat tells what it found in the picture it was last asked about. */
  async function pushVerdict(suggest: 'pass' | 'risky'): Promise<void> {
    const [row] = await house.database.rows.query<{ traceId: string }[]>(
      "SELECT traceId FROM checks WHERE traceId IS NOT NULL AND state = 'pending' ORDER BY id DESC",
    );
    const event = { Event: 'wxa_media_check', trace_id: row!.traceId, errcode: 0, result: { suggest } };
    const { query, body } = aPush(event);
    expect((await house.nobody.post(`/wechat/pushes?${query}`, body)).status).toBe(200);
  }
  async function passed(story: Sent<StoryView>): Promise<Sent<StoryView>> {
    granted(await step(offices.writer, story, 'submit'));
    await tick();
    if (story.photos.length > 0) await pushVerdict('pass');
    return mine(story);
  }
  async function published(): Promise<{ her: HouseWoman; story: Sent<StoryView>; articleId: string }> {
    const { her, story } = await aStory(house, offices.writer);
    const ready = await passed(await withPhoto(story));
    for (const by of [offices.township, offices.county, offices.city])
      granted(await step(by, ready, 'recommend'));
    const out = await mine(story);
    return { her, story: out, articleId: out.articleId! };
  }

  it('is begun only for a woman who agreed, and has photographs only where she agreed to them apart', async () => {
    const { her, story } = await aStory(house, offices.writer);
    await agree(her, 'story_photo', false);
    const photo = await offices.writer.upload(`/stories/${story.id}/photos`, await aPhoto(), 'a.jpg');
    expect(photo).toMatchObject({ status: 409, code: 'consent.needed' });
    await agree(her, 'story_words', false);
    const again = await offices.writer.post(`/women/${her.id}/stories`, { title: '再写一篇', words: '好' });
    expect(again).toMatchObject({ status: 409, code: 'consent.needed' });
    expect(await open(elsewhere, story)).toMatchObject({ status: 404, code: 'thing.notFound' });
  });

  it('is seen by nobody but its writer before its words and its picture have passed', async () => {
    const { story } = await aStory(house, offices.writer);
    const whole = await withPhoto(story);
    const [{ fileId } = { fileId: '' }] = whole.photos;
    granted(await step(offices.writer, whole, 'submit'));
    const unseen = async () => {
      for (const by of [offices.township, offices.county, offices.city, elsewhere]) {
        expect(await open(by, story)).toMatchObject({ status: 404 });
        expect(await listed(by, story)).toBe(false);
      }
      expect((await offices.township.get(`/files/${fileId}`)).status).toBe(404);
    };
    await unseen();
    house.wechat.failNext('/wxa/msg_sec_check', 'down', 2);
    await tick();
    expect(await mine(story)).toMatchObject({ checkState: 'unknown' });
    await unseen();
    await tick();
    expect(await mine(story)).toMatchObject({ checkState: 'pending' });
    await unseen();
    const lent = lastTrace();
    expect(lent).toMatch(/^https:\/\/pages\.example\/api\/lent-pictures\//);
    const path = lent.replace('https://pages.example', '');
    expect((await house.app.inject({ url: path })).headers).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'cache-control': 'private, no-store' },
    });
    expect((await house.app.inject({ url: path.replace(/key=./, 'key=_') })).statusCode).toBe(404);
    await pushVerdict('pass');
    expect((await house.app.inject({ url: path })).statusCode).toBe(404);
    expect(await mine(story)).toMatchObject({ checkState: 'passed' });
    expect(granted(await open(offices.township, story))).toMatchObject({ abilities: { recommend: true } });
    expect((await offices.township.get(`/files/${fileId}`)).status).toBe(200);
    expect(await open(offices.city, story)).toMatchObject({ status: 404 });
  });

  it('that WeChat refuses is looked at by a person once somebody appeals, who decides with a reason, on record', async () => {
    const { story } = await aStory(house, offices.writer);
    const whole = await withPhoto(story);
    granted(await step(offices.writer, whole, 'submit'));
    await tick();
    await pushVerdict('risky');
    const refused = await mine(story);
    expect(refused).toMatchObject({ checkState: 'refused', abilities: { write: true } });
    const { id } = refused.checks.find(({ state }) => state === 'refused')!;
    const decision = { passes: true, reason: '只是大棚里的合影' };
    expect(await offices.county.post(`/checks/${id}/decision`, decision)).toMatchObject({
      code: 'check.stateForbids',
    });
    expect(granted(await offices.county.get<CheckView[]>('/checks'))).toEqual([]);
    expect(await elsewhere.post(`/checks/${id}/appeal`, { words: '看看' })).toMatchObject({ status: 404 });
    expect((await offices.writer.post(`/checks/${id}/appeal`, { words: '是合影' })).status).toBe(204);
    expect((await offices.writer.post(`/checks/${id}/appeal`, { words: '再看' })).code).toBe(
      'check.stateForbids',
    );
    const [waiting] = granted(await offices.county.get<CheckView[]>('/checks'));
    expect(waiting).toMatchObject({ id, isPicture: true, appealWords: '是合影', mayDecide: true });
    expect(granted(await elsewhere.get<CheckView[]>('/checks'))).toEqual([]);
    expect((await offices.county.get(`/checks/${id}/picture`)).status).toBe(200);
    expect((await elsewhere.get(`/checks/${id}/picture`)).status).toBe(404);
    expect((await offices.county.post(`/checks/${id}/decision`, decision)).status).toBe(204);
    expect(await mine(story)).toMatchObject({ checkState: 'passed' });
    const [record] = await house.database.rows.query<{ said: string }[]>(
      "SELECT said FROM records WHERE deed = 'decide_check'",
    );
    expect(record!.said).toBe('准许图片：只是大棚里的合影');
  });

  it('comes out after a township, a county and the city have recommended it, as an article of the county', async () => {
    const { her, story, articleId } = await published();
    const article = granted(await house.nobody.get<ArticleView>(`/articles/${articleId}`));
    expect(article).toMatchObject({
      kind: 'story',
      title: '棚里的第一茬',
      source: '延寿县妇联',
      isOfAWoman: true,
    });
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'picture', 'paragraph']);
    expect(story.steps.map(({ stepName }) => stepName)).toEqual(['报送', '推荐', '推荐', '推荐']);
    const holdings = granted(await her.calls.get<HoldingView[]>(`/women/${her.id}/holdings`));
    expect(holdings.find(({ title }) => title === '写我的故事')!.lines).toEqual([
      { what: '棚里的第一茬', value: '已发布' },
    ]);
    expect(granted(await open(offices.city, story))).toMatchObject({ womanId: null });
  });

  it('is gone at once, with its pictures and all that was kept, when she takes back her consent', async () => {
    const { her, story, articleId } = await published();
    const { fileId } = story.photos[0]!;
    const read = () => house.app.inject({ url: `/api/articles/${articleId}` });
    const { etag } = (await read()).headers;
    const list = () => house.app.inject({ url: '/api/articles?kind=story' });
    const listTag = (await list()).headers.etag;
    const photo = () => house.app.inject({ url: `/api/files/${fileId}` });
    expect((await photo()).headers['cache-control']).toBe('private, no-store');
    await agree(her, 'story_words', false);
    expect((await read()).statusCode).toBe(404);
    expect(
      (
        await house.app.inject({
          url: `/api/articles/${articleId}`,
          headers: { 'if-none-match': String(etag) },
        })
      ).statusCode,
    ).toBe(404);
    const after = await list();
    expect(after.headers.etag).not.toBe(listTag);
    expect(after.json<ArticleSummaryView[]>().map(({ id }) => id)).not.toContain(articleId);
    const search = granted(
      await house.nobody.get<ArticleSummaryView[]>(`/articles?words=${encodeURIComponent('第一茬')}`),
    );
    expect(search.map(({ id }) => id)).not.toContain(articleId);
    expect((await photo()).statusCode).toBe(404);
    expect(await mine(story)).toMatchObject({ stage: 'hidden' });
    // No office brings it back while she does not agree.
    expect(await offices.city.post(`/articles/${articleId}/publication`, {})).toMatchObject({
      code: 'consent.needed',
    });
  });

  it('goes on without its photographs when she takes back only these', async () => {
    const { her, story, articleId } = await published();
    await agree(her, 'story_photo', false);
    const article = granted(await house.nobody.get<ArticleView>(`/articles/${articleId}`));
    expect(article).toMatchObject({ coverFileId: null, title: '棚里的第一茬' });
    expect(article.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
    const { fileId } = story.photos[0]!;
    for (const caller of [house.nobody, offices.writer])
      expect((await caller.get(`/files/${fileId}`)).status).toBe(404);
    const drawings = () => readdirSync(house.app.get<Settings>(SETTINGS).filesDir, { recursive: true });
    const kept = () => drawings().filter((name) => String(name).includes(fileId)).length;
    expect(kept()).toBeGreaterThan(0);
    await house.app.get(FilesService).removeForgotten();
    expect(kept()).toBe(0);
  });

  it('is forgotten, word by word, with a woman who wishes to be forgotten', async () => {
    const { her, articleId } = await published();
    granted(await her.calls.post(`/women/${her.id}/erasure`, {}));
    expect((await house.nobody.get(`/articles/${articleId}`)).status).toBe(404);
    const kept = await house.database.rows.query<object[]>(
      `SELECT title, blocks FROM article_revisions WHERE articleId = '${articleId}'`,
    );
    expect(JSON.stringify(kept)).not.toContain('木耳');
    const [hers] = await house.database.rows.query<object[]>(
      `SELECT title, words, photos FROM stories WHERE articleId = '${articleId}'`,
    );
    expect(JSON.stringify(hers)).not.toMatch(/木耳|第一茬|fileId/);
  });

  it('is hidden too when it stands under a file that was merged into another', async () => {
    const { her, articleId } = await published();
    const other = await aStory(house, offices.writer);
    const { calls } = other.her;
    await house.database.rows.query(`UPDATE accounts SET womanId = NULL WHERE womanId = '${her.id}'`);
    // Two merges, one after the other: hers stands two files down.
    const between = await aStory(house, offices.writer);
    await house.database.rows.query(`UPDATE accounts SET womanId = NULL WHERE womanId = '${between.her.id}'`);
    granted(await offices.county.post('/merges', { keptId: between.her.id, mergedId: her.id }));
    granted(await offices.county.post('/merges', { keptId: other.her.id, mergedId: between.her.id }));
    expect((await house.nobody.get(`/articles/${articleId}`)).status).toBe(200);
    const { body } = await calls.get<HoldingView[]>(`/women/${other.her.id}/holdings`);
    expect(body.find(({ title }) => title === '写我的故事')!.lines).toHaveLength(3);
    granted(await calls.post(`/women/${other.her.id}/consents`, { purpose: 'story_words', agrees: false }));
    expect((await house.nobody.get(`/articles/${articleId}`)).status).toBe(404);
  });

  it('forgets a photograph that its writer takes out, and never takes it in again', async () => {
    const { story } = await aStory(house, offices.writer);
    const { id, title, words, photos, revision } = await withPhoto(story);
    const save = (kept: typeof photos, beganFrom: number) =>
      offices.writer.put<StoryView>(`/stories/${id}`, { title, words, photos: kept, beganFrom });
    const without = granted(await save([], revision));
    expect((await offices.writer.get(`/files/${photos[0]!.fileId}`)).status).toBe(404);
    expect(await save(photos, without.revision)).toMatchObject({ code: 'file.unknown' });
  });

  it('is decided on with as many words as there is room for', async () => {
    const { story } = await aStory(house, offices.writer);
    granted(await step(offices.writer, await withPhoto(story), 'submit'));
    await tick();
    await pushVerdict('risky');
    const { id } = (await mine(story)).checks.find(({ state }) => state === 'refused')!;
    granted(await offices.writer.post(`/checks/${id}/appeal`, { words: '是合影' }));
    const decision = { passes: false, reason: '照'.repeat(200) };
    expect((await offices.county.post(`/checks/${id}/decision`, decision)).status).toBe(204);
  });

  it('counts for the year in which it came out, against a target with its source', async () => {
    const county = async (by: Caller) =>
      granted(await by.get<StoryCountView[]>('/story-counts?year=2026')).find(
        ({ regionCode }) => regionCode === yanshou.county,
      )!;
    const before = await county(offices.county);
    const { story } = await published();
    const target = { regionCode: yanshou.county, year: 2026, stories: 6, source: '哈妇发〔2016〕7号' };
    expect(await offices.county.put('/story-targets', { ...target, regionCode: city })).toMatchObject({
      status: 403,
    });
    granted(await offices.city.put('/story-targets', target));
    granted(await offices.city.put('/story-targets', { ...target, stories: 7 }));
    expect(await county(offices.county)).toMatchObject({
      ...{ target: 7, source: '哈妇发〔2016〕7号', out: before.out + 1, shown: before.shown + 1 },
    });
    expect(await county(offices.writer)).toEqual(await county(offices.county));
    granted(await step(offices.city, story, 'hide'));
    expect(await county(offices.city)).toMatchObject({ out: before.out + 1, shown: before.shown });
  });
});
