import { IsNull } from 'typeorm';
import type { DraftView } from '../../server/articles/articles.view';
import { Account } from '../../server/accounts/account.entity';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import type { CallListView } from '../../server/notices/calls/calls.view';
import type { SubscriptionsView } from '../../server/notices/notices.view';
import type { TaskView } from '../../server/notices/tasks/tasks.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, wide, type House } from '../support/house/house';
import { anEntry, aWoman, cityOfficer, countyOfficer, editor, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { review } from '../support/house/publishing';
import { aRegister } from '../support/house/register';
import { aCounty, draft } from '../support/house/runs';
import { agree, aStory, step, storyOffices } from '../support/house/stories';
import { aPlan } from '../support/house/teaching';
import { offerTo } from '../support/house/telling';
import { taskTemplate, templates } from '../support/wechat/templates';

const anArticle = {
  ...{ kind: 'policy', title: '小额担保贷款', summary: '', cover: 'cover-1', source: '县妇联' },
  ...{ regionCode: yanshou.county, blocks: [{ kind: 'paragraph', text: '创业的妇女都可以申请。' }] },
};

const env = {
  ...wide,
  WECHAT_TEMPLATES: `${templates.WECHAT_TEMPLATES} ${taskTemplate}`,
};

describeHouse('What the staff have to do', () => {
  let house: House;
  let sentBefore = 0;
  beforeAll(async () => (house = await openHouse([], env)));
  /** Nobody of one story works here any more in the next one. */
  afterEach(async () => {
    await house.database.rows.update(Account, { womanId: IsNull() }, { suspendedAt: house.now() });
    house.setClock(monday);
    await house.deliver();
    sentBefore = house.wechat.sent.length;
  });
  afterAll(() => house.close());

  /** Women of one name in one village are likely one woman: that task is looked at by itself. */
  const tasksOf = async (by: Caller) =>
    granted(await by.get<TaskView[]>('/tasks')).filter(({ event }) => event !== 'pairs_waiting');
  const openFor = async (by: Caller) =>
    (await tasksOf(by)).filter(({ isDone }) => !isDone).map(({ event }) => event);
  const sent = () => house.wechat.sent.slice(sentBefore).filter(({ page }) => !page?.includes('same-woman'));
  const told = () => sent().map(({ touser, page }) => [touser, page]);

  describe('with a batch on its way', () => {
    let officer: Caller;
    let deputy: Caller;
    let approvers: readonly [Caller, Caller];
    let planned: { batch: { id: string } };
    beforeEach(async () => {
      officer = await countyOfficer(house, yanshou.county);
      deputy = await countyOfficer(house, yanshou.county);
      approvers = [await cityOfficer(house), await cityOfficer(house)];
      granted(await approvers[0].put('/approval-rule', { isAsked: true }));
      planned = granted(await officer.post<BatchPlanView>('/batch-plans', await aPlan(house, officer)));
    });

    afterEach(async () => granted(await approvers[0].put('/approval-rule', { isAsked: false })));

    const take = async (by: Caller, step: string, reason?: string) =>
      granted(await by.post(`/batch-plans/${planned.batch.id}/steps`, { step, reason }));

    it('is the city’s to approve, told after the commit, once, and leads to the plan', async () => {
      await take(officer, 'submit');
      await take(deputy, 'submit');
      expect(sent()).toEqual([]);
      await house.deliver();
      await house.deliver();
      const page = `office/plan/index?id=${planned.batch.id}`;
      expect(told().sort()).toEqual(approvers.map(({ openid }) => [openid, page]).sort());
      expect(sent()[0]).toMatchObject({
        template_id: 'TASK',
        data: {
          thing1: { value: '柳编入门' },
          date2: { value: '2026年11月23日' },
          thing3: { value: '等您审批' },
        },
      });
      for (const by of approvers)
        expect(await tasksOf(by)).toMatchObject([
          { sentence: '延寿县报来“柳编入门”，等您审批。', page: `/${page}`, isDone: false },
        ]);
      expect(await tasksOf(officer)).toEqual([]);
    });

    it('is nobody else’s any more once one of them has said a word, and comes back to who planned it', async () => {
      await take(officer, 'submit');
      await take(approvers[1], 'sendBack', '离村太远');
      await house.deliver();
      expect(told()).toEqual([[officer.openid, `office/plan/index?id=${planned.batch.id}`]]);
      expect(await tasksOf(approvers[0])).toMatchObject([{ event: 'batch_to_approve', isDone: true }]);
      expect(await tasksOf(officer)).toMatchObject([
        { sentence: '“柳编入门”退回来了：离村太远。请改好再报。' },
      ]);
      expect(await openFor(deputy)).toEqual([]);

      await take(officer, 'submit');
      expect(await openFor(officer)).toEqual([]);
      expect(await openFor(approvers[0])).toEqual(['batch_to_approve']);
      await take(approvers[0], 'approve');
      expect(await openFor(officer)).toEqual(['batch_approved']);
      await take(officer, 'open');
      expect(await openFor(officer)).toEqual([]);
    });

    it('is told nobody when it is cancelled, when the change is undone, or when she has looked herself', async () => {
      await take(officer, 'submit');
      granted(await officer.post(`/batches/${planned.batch.id}/cancellation`, { reason: '教师病了' }));
      expect(await openFor(approvers[0])).toEqual([]);
      expect(
        await approvers[0].post(`/batch-plans/${planned.batch.id}/steps`, { step: 'approve' }),
      ).toMatchObject({
        status: 409,
      });
      planned = granted(await officer.post<BatchPlanView>('/batch-plans', await aPlan(house, officer)));
      await take(officer, 'submit');
      granted(await approvers[0].post('/notices/seen'));
      await house.deliver();
      expect(told()).toEqual([[approvers[1].openid, `office/plan/index?id=${planned.batch.id}`]]);
      expect(await openFor(approvers[0])).toEqual(['batch_to_approve']);
    });

    it('is told nobody who is suspended, and stays in the inbox of whom WeChat does not reach', async () => {
      await house.database.rows.update(
        Account,
        { openid: approvers[1].openid! },
        { suspendedAt: house.now() },
      );
      await take(officer, 'submit');
      house.wechat.failNext('/cgi-bin/message/subscribe/send', { errcode: 43101 });
      await house.deliver();
      expect(sent()).toEqual([]);
      const asked = house.wechat.calls.filter(({ path }) => path.endsWith('/send')).length;
      await house.deliver();
      expect(house.wechat.calls.filter(({ path }) => path.endsWith('/send'))).toHaveLength(asked);
      expect(await openFor(approvers[0])).toEqual(['batch_to_approve']);
    });
  });

  it('with an article: whoever of the nearest office may review it, then the next one, and its writer when it is sent back', async () => {
    const author = await editor(house, yanshou.county);
    const beside = await countyOfficer(house, yanshou.county);
    const elsewhere = await countyOfficer(house, bayan.county);
    const [cityEditor, officer] = [await editor(house), await cityOfficer(house)];
    const written = granted(await author.post<DraftView>('/articles', anArticle));
    granted(await author.post(`/articles/${written.id}/submission`, { revision: written.revision }));
    const open = () => Promise.all([author, beside, elsewhere, cityEditor, officer].map(openFor));
    expect(await open()).toEqual([[], ['article_to_review'], [], [], []]);
    granted(await review(beside, written));
    expect(await open()).toEqual([[], [], [], ['article_to_review'], ['article_to_review']]);
    granted(await review(cityEditor, written, 'sentBack'));
    expect(await open()).toEqual([['article_sent_back'], [], [], [], []]);
    expect((await tasksOf(author))[0]!.page).toBe(`/office/write/index?id=${written.id}`);
    granted(await author.post(`/articles/${written.id}/submission`, { revision: written.revision }));
    granted(await author.post(`/articles/${written.id}/taking-back`));
    expect(await open()).toEqual([[], [], [], [], []]);
  });

  it('with a story: whoever of the nearest office has not spoken yet, without a word of it, and nobody once she takes it back', async () => {
    const { writer, township, county, city } = await storyOffices(house);
    const { her, story } = await aStory(house, writer);
    /** Its words are looked at by WeChat before anybody else sees them. */
    const checked = () => house.passTo(new Date(house.now().getTime() + 60_000));
    const open = () => Promise.all([writer, township, county, city].map(openFor));
    granted(await step(writer, story, 'submit'));
    expect(await open()).toEqual([[], [], [], []]);
    await checked();
    expect(await open()).toEqual([[], ['story_to_read'], [], []]);
    expect(await tasksOf(township)).toMatchObject([
      { sentence: '六团镇报来一篇典型故事，等您看了推荐。', page: `/office/story/index?id=${story.id}` },
    ]);
    granted(await step(township, story, 'recommend'));
    expect(await open()).toEqual([[], [], ['story_to_read'], []]);
    granted(await step(county, story, 'sendBack'));
    expect(await open()).toEqual([['story_sent_back'], [], [], []]);
    granted(await step(writer, story, 'submit'));
    await checked();
    expect(await open()).toEqual([[], ['story_to_read'], [], []]);
    await agree(her, 'story_words', false);
    expect(await open()).toEqual([[], [], [], []]);
  });

  it('with a dry run: the colleagues of who asked for it, once for all drafts, until it is reviewed', async () => {
    const { county, officer, batch, woman, draw } = await aCounty(house);
    await batch();
    await woman();
    const colleague = await countyOfficer(house, county);
    await draw();
    granted(await draft(officer, county));
    const { id } = granted(await draft(officer, county));
    expect(await tasksOf(colleague)).toMatchObject([
      { event: 'run_to_review', page: `/office/run/index?id=${id}` },
    ]);
    expect(await tasksOf(officer)).toEqual([]);
    granted(await officer.post(`/assignment-runs/${id}/review`));
    expect(await openFor(colleague)).toEqual([]);
  });

  it('with marks that came late: a second person, never who made them, until all are decided', async () => {
    const register = await aRegister(house);
    await house.passTo('2026-12-08T17:00:00Z');
    const marks = register.women
      .slice(0, 2)
      .map(({ id }) =>
        register.mark(id, 'present', { markedAt: house.now().toISOString(), reason: '照纸质签到表补' }),
      );
    await register.send(marks);
    await register.send(marks);
    expect(await openFor(register.trainer.calls)).toEqual([]);
    expect(await tasksOf(register.officer)).toMatchObject([
      { event: 'mark_to_confirm', page: '/office/corrections/index', isDone: false },
    ]);
    for (const [at, { id }] of marks.entries()) {
      granted(await register.officer.post(`/attendance-corrections/${id}/decision`, { isConfirmed: false }));
      expect(await openFor(register.officer)).toEqual(at === 0 ? ['mark_to_confirm'] : []);
    }
  });

  it('with women to be called: their own helper, once a day, until the list is empty', async () => {
    const [village] = yanshou.villages;
    const own = await helper(house, village);
    const above = await helper(house, yanshou.township);
    for (const _ of [1, 2]) await offerTo(house, await aWoman(house));
    await house.deliver();
    await house.deliver();
    expect(await tasksOf(own)).toMatchObject([{ event: 'calls_waiting', page: '/office/calls/index' }]);
    expect(await tasksOf(above)).toEqual([]);
    expect(told()).toEqual([[own.openid, 'office/calls/index']]);

    const { calls } = granted(await own.get<CallListView>('/calls'));
    granted(await own.post(`/calls/${calls[0]!.id}/results`, { result: 'told' }));
    await house.passTo(monday);
    expect(await openFor(own)).toEqual(['calls_waiting']);
    granted(await own.post(`/calls/${calls[1]!.id}/results`, { result: 'told' }));
    await house.passTo(monday);
    expect(await openFor(own)).toEqual([]);

    await offerTo(house, await aWoman(house));
    await house.deliver();
    expect(await openFor(own)).toEqual([]);
    house.setClock('2026-11-24T02:00:00Z');
    await offerTo(house, await aWoman(house));
    await house.deliver();
    expect(await openFor(own)).toEqual(['calls_waiting']);
  });

  it('with files that may be one woman: whoever keeps them, until nothing is left to compare', async () => {
    const here = await helper(house, bayan.township);
    const phone = '13904561234';
    const ids: string[] = [];
    for (const name of ['王秀英', '王秀瑛'])
      ids.push(
        granted(
          await here.post<{ id: string }>('/women', anEntry({ name, phone, villageCode: bayan.village })),
        ).id,
      );
    await house.passTo(monday);
    await house.passTo(monday);
    const all = async () => granted(await here.get<TaskView[]>('/tasks'));
    expect(await all()).toMatchObject([
      { event: 'pairs_waiting', isDone: false, page: '/office/same-woman/index' },
    ]);
    granted(await here.post('/near-pairs/partings', { firstId: ids[0], secondId: ids[1] }));
    await house.passTo(monday);
    expect(await all()).toMatchObject([{ isDone: true }]);
  });

  it('is hers alone to see, and who works here is asked for its one template', async () => {
    const woman = await aWoman(house);
    expect(await woman.calls.get('/tasks')).toMatchObject({ status: 403 });
    const by = await cityOfficer(house);
    const asked = granted(await by.get<SubscriptionsView>('/subscriptions'));
    expect(asked).toMatchObject({ templateIds: ['RESULT', 'CHANGE', 'REMINDER'], taskTemplateIds: ['TASK'] });
  });
});
