import { Enrolment } from '../../server/enrolments/enrolment.entity';
import { Feedback } from '../../server/feedback/feedback.entity';
import type {
  AnswersView,
  FeedbackBatchView,
  FeedbackWomanView,
  HerFeedbackView,
  PastCountView,
} from '../../server/feedback/feedback.view';
import type { PastMonthView, PastView, PastWomenView } from '../../server/feedback/past/past.view';
import type { MergeView } from '../../server/duplicates/merges.view';
import type { NoticeView } from '../../server/notices/notices.view';
import type { HoldingView } from '../../server/rights/rights.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  aTrainer,
  aWoman,
  cityOfficer,
  countyOfficer,
  editor,
  helper,
  type HouseTrainer,
  type HouseWoman,
} from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aBatch, giveUp, signUp, type SentBatch } from '../support/house/teaching';
import { sheetOf } from '../support/house/workbook';

const [village, nextVillage] = yanshou.villages;
const lastDay = '2026-12-07T08:00:00Z';
const dayAfter = '2026-12-08T02:00:00Z';
/** The course is over for long, and the whole month too. */
const nextMonth = '2027-01-11T02:00:00Z';

describeHouse('Feedback', () => {
  let house: House;
  let officer: Caller;
  let trainer: HouseTrainer;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    trainer = await aTrainer(house);
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  interface Seated {
    readonly her: HouseWoman;
    readonly enrolmentId: string;
    readonly batch: SentBatch;
  }
  let halves = 0;

  /** A batch of one half day, and a woman with a seat in it. */
  async function aBatchToday(other: Parameters<typeof aBatch>[1] = {}): Promise<SentBatch> {
    halves += 1;
    const half = halves % 2 === 0 ? ('morning' as const) : ('afternoon' as const);
    return aBatch(house, { sessions: [{ heldOn: '2026-12-07', half }], ...other }, officer);
  }
  async function seatedIn(batch: SentBatch, villageCode: string = village): Promise<Seated> {
    const her = await aWoman(house, { villageCode });
    const { enrolmentId } = await signUp(her, batch);
    return { her, batch, enrolmentId: enrolmentId! };
  }
  const seated = async (villageCode?: string) => seatedIn(await aBatchToday(), villageCode);
  const opine = (by: Caller, enrolmentId: string, body: object) =>
    by.post<AnswersView>(`/enrolments/${enrolmentId}/opinion`, body);
  const leave = (by: Caller, enrolmentId: string, reason: string) =>
    by.post<AnswersView>(`/enrolments/${enrolmentId}/leaving-reason`, { reason });
  const rowsOf = (womanId: string) => house.database.rows.findBy(Feedback, { womanId });

  it('is asked for once in her inbox on the day after the last session, and not before', async () => {
    const { her, batch, enrolmentId } = await seated();
    const asked = async () =>
      granted(await her.calls.get<NoticeView[]>(`/women/${her.id}/notices`)).filter(
        ({ event }) => event === 'feedback',
      );
    await house.passTo(lastDay);
    expect(await asked()).toEqual([]);
    expect(await opine(her.calls, enrolmentId, { opinion: 'useful' })).toMatchObject({
      ...{ status: 409, code: 'feedback.notYet' },
    });
    for (let turn = 0; turn < 3; turn += 1) await house.passTo(dayAfter);
    expect(await asked()).toMatchObject([{ batchId: batch.id, sentence: expect.stringContaining('有用吗') }]);
    expect(granted(await her.calls.get<HerFeedbackView[]>(`/women/${her.id}/feedback`))).toMatchObject([
      {
        batchId: batch.id,
        title: '柳编入门',
        questions: ['opinion', 'leaving'],
        opinion: null,
        reason: null,
      },
    ]);
  });

  it('is one tap; another tap counts from then on, the same one adds nothing, and all are kept', async () => {
    const { her, enrolmentId } = await seated();
    await house.passTo(dayAfter);
    expect(granted(await opine(her.calls, enrolmentId, { opinion: 'no_help' }))).toMatchObject({
      ...{ enrolmentId, opinion: 'no_help', why: null },
    });
    const same = await Promise.all(
      Array.from({ length: 4 }, () => opine(her.calls, enrolmentId, { opinion: 'useful', why: 'earns' })),
    );
    expect(same.map(granted)).toMatchObject(same.map(() => ({ opinion: 'useful', why: 'earns' })));
    const rows = await rowsOf(her.id);
    expect(rows.map(({ answer, why }) => [answer, why]).sort()).toEqual([
      ['no_help', null],
      ['useful', 'earns'],
    ]);
    expect(await opine(her.calls, enrolmentId, { opinion: 'useful', why: 'not_hers' })).toMatchObject({
      ...{ status: 400, code: 'feedback.whyElsewhere' },
    });
  });

  it('sent again under the same key is answered as the first time, also when she has changed her mind', async () => {
    const { her, enrolmentId } = await seated();
    await house.passTo(dayAfter);
    const send = async (payload: object) => {
      const answer = await house.app.inject({
        ...{ method: 'POST', url: `/api/enrolments/${enrolmentId}/opinion`, payload },
        headers: { authorization: `Bearer ${her.calls.token}`, 'idempotency-key': 'one-tap' },
      });
      return JSON.parse(answer.body) as AnswersView & { code?: string };
    };
    const first = await send({ opinion: 'fair' });
    granted(await opine(her.calls, enrolmentId, { opinion: 'useful' }));
    expect(await send({ opinion: 'fair' })).toEqual(first);
    expect(await send({ opinion: 'no_help' })).toMatchObject({ code: 'request.keyReused' });
    expect((await rowsOf(her.id)).map(({ answer }) => answer).sort()).toEqual(['fair', 'useful']);
  });

  it('is hers or her helper’s to give, and nobody else’s', async () => {
    const { her, batch, enrolmentId } = await seated();
    const neighbour = await aWoman(house, { villageCode: village });
    await seatedIn(batch, nextVillage);
    await house.passTo(dayAfter);
    const body = { opinion: 'fair', why: 'too_short' };
    const elsewhere = await helper(house, nextVillage);
    for (const by of [neighbour.calls, elsewhere, await countyOfficer(house, bayan.county)])
      expect(await opine(by, enrolmentId, body)).toMatchObject({ status: 404, code: 'thing.notFound' });
    for (const by of [trainer.calls, await editor(house), await cityOfficer(house)])
      expect(await opine(by, enrolmentId, body)).toMatchObject({ status: 403 });
    expect(await rowsOf(her.id)).toEqual([]);

    const hers = await helper(house, village);
    const listed = granted(await hers.get<FeedbackBatchView[]>('/feedback/batches'));
    expect(listed.find(({ batchId }) => batchId === batch.id)).toMatchObject({ women: 1, answered: 0 });
    const path = `/batches/${batch.id}/feedback/women`;
    expect(granted(await hers.get<FeedbackWomanView[]>(path))).toMatchObject([
      { womanId: her.id, questions: ['opinion', 'leaving'], opinion: null },
    ]);
    granted(await opine(hers, enrolmentId, body));
    expect(granted(await hers.get<FeedbackWomanView[]>(path))).toMatchObject([
      { womanId: her.id, opinion: 'fair', why: 'too_short', isUnfinished: false },
    ]);
    const [row] = await rowsOf(her.id);
    expect(row!.byAccountId).not.toBe('');
    expect(granted(await officer.get<FeedbackWomanView[]>(path))).toHaveLength(2);
  });

  it('of who left is a reason, in one tap, at once or later', async () => {
    const { her, enrolmentId, batch } = await seated();
    expect(await leave(her.calls, enrolmentId, 'farm_work')).toMatchObject({
      ...{ status: 409, code: 'feedback.notLeft' },
    });
    await giveUp(her, enrolmentId);
    expect(granted(await leave(her.calls, enrolmentId, 'farm_work'))).toMatchObject({
      ...{ questions: ['leaving'], reason: 'farm_work' },
    });
    await house.passTo(dayAfter);
    expect(granted(await leave(await helper(house, village), enrolmentId, 'too_far'))).toMatchObject({
      reason: 'too_far',
    });
    expect(await opine(her.calls, enrolmentId, { opinion: 'fair' })).toMatchObject({
      ...{ status: 409, code: 'feedback.notThere' },
    });
    expect(await rowsOf(her.id)).toHaveLength(2);
    const counts = granted(await officer.get<PastCountView>(`/batches/${batch.id}/feedback`));
    expect(counts).toMatchObject({ signedUp: 1, unfinished: 1, reasons: { too_far: 1, farm_work: 0 } });
  });

  it('is told to the trainer of the batch as numbers alone', async () => {
    const batch = await aBatchToday({ trainerId: trainer.id, capacity: 3 });
    const answers = ['useful', 'useful', 'no_help'];
    await house.passTo(monday);
    const all: Seated[] = [];
    for (const _ of answers) all.push(await seatedIn(batch));
    await house.passTo(dayAfter);
    for (const [at, opinion] of answers.entries())
      granted(await opine(all[at]!.her.calls, all[at]!.enrolmentId, { opinion }));
    const path = `/batches/${batch.id}/feedback`;
    const answer = await trainer.calls.get<PastCountView>(path);
    expect(granted(answer)).toMatchObject({ signedUp: 3, opinions: { useful: 2, fair: 0, no_help: 1 } });
    for (const { her } of all) expect(JSON.stringify(answer.body)).not.toContain(her.id);
    expect(await trainer.calls.get(`${path}/women`)).toMatchObject({ status: 403 });
    expect(await (await aTrainer(house)).calls.get(path)).toMatchObject({ status: 404 });
  });

  it('of a woman who took back her consent is neither asked for nor taken', async () => {
    const { her, enrolmentId } = await seated();
    await house.passTo(dayAfter);
    granted(await her.calls.post(`/women/${her.id}/consents`, { purpose: 'needs', agrees: false }));
    expect(await opine(her.calls, enrolmentId, { opinion: 'fair' })).toMatchObject({
      ...{ status: 409, code: 'consent.withdrawn' },
    });
    const [hers] = granted(await her.calls.get<HerFeedbackView[]>(`/women/${her.id}/feedback`));
    expect(hers).toMatchObject({ questions: [] });
  });

  it('stands among all that is kept of her', async () => {
    const { her, enrolmentId } = await seated();
    await house.passTo(dayAfter);
    granted(await opine(her.calls, enrolmentId, { opinion: 'useful', why: 'usable' }));
    const held = granted(await her.calls.get<HoldingView[]>(`/women/${her.id}/holdings`));
    expect(held.find(({ title }) => title === '我对课程说过的')!.lines).toEqual([
      { what: '柳编入门', value: '很有用，回家用得上' },
    ]);
  });

  it('goes with her when two files are merged, and back when they are parted', async () => {
    const by = await helper(house, village);
    const { her, batch } = await seated();
    const entry = { name: '王秀英', villageCode: village, consentWords: 'needs-2026-11', agrees: true };
    const file = granted(await by.post<{ id: string }>('/women', entry)).id;
    const other = await aBatchToday();
    granted(await by.post(`/batches/${other.id}/enrolments`, { womanId: file }));
    const enrolment = await house.database.rows.findOneByOrFail(Enrolment, { womanId: file });
    await house.passTo(dayAfter);
    granted(await opine(by, enrolment.id, { opinion: 'fair' }));
    const hers = async () =>
      granted(await her.calls.get<HerFeedbackView[]>(`/women/${her.id}/feedback`)).map(
        ({ batchId, opinion }) => [batchId, opinion],
      );
    const merged = await by.post<MergeView>('/merges', { keptId: her.id, mergedId: file });
    const { id } = granted(merged);
    // Both sat in one half day, so the second seat has ended; what was said of it is hers all the same.
    expect(await rowsOf(file)).toEqual([]);
    expect(await rowsOf(her.id)).toMatchObject([{ batchId: other.id, answer: 'fair' }]);
    expect(await hers()).toContainEqual([batch.id, null]);
    granted(await by.post(`/merges/${id}/undoing`));
    expect(await rowsOf(her.id)).toEqual([]);
    expect(await rowsOf(file)).toMatchObject([{ batchId: other.id, answer: 'fair' }]);
  });

  describe('of earlier batches on the demand board', () => {
    /** A county of its own, so that no other spec's women are counted. */
    let own: Caller;
    let city: Caller;
    let foreign: Caller;
    let women: Seated[];
    const query = `?family=breeding&region=${bayan.township}`;
    const cells = async (by: Caller, asked = '') =>
      granted(await by.get<PastView>(`/demand/past${asked}`)).cells.filter(
        ({ family }) => family === 'breeding',
      );

    beforeAll(async () => {
      own = await countyOfficer(house, bayan.county);
      city = await cityOfficer(house);
      const plan = { title: '林下养鸡', family: 'breeding' as const, capacity: 8 };
      const sessions = [{ heldOn: '2026-12-07', half: 'morning' as const }];
      const venue = { name: '文化站', regionCode: bayan.township, address: '' };
      const venueId = granted(await own.post<{ id: string }>('/venues', venue)).id;
      const { id: trainerId } = await aTrainer(house, bayan.county);
      const batch = await aBatch(house, { ...plan, sessions, venueId, trainerId }, own);
      women = [];
      for (let at = 0; at < 6; at += 1) women.push(await seatedIn(batch, bayan.village));
      for (const { her, enrolmentId } of women.slice(0, 3)) await giveUp(her, enrolmentId);
      for (const { her, enrolmentId } of women.slice(0, 2))
        granted(await leave(her.calls, enrolmentId, 'farm_work'));
      await house.passTo(dayAfter);
      granted(await opine(women[4]!.her.calls, women[4]!.enrolmentId, { opinion: 'useful' }));
      house.setClock(nextMonth);
      own = await house.signIn(own.openid);
      city = await house.signIn(city.openid);
      foreign = await house.signIn(officer.openid);
    });
    beforeEach(() => house.setClock(nextMonth));

    it('says how many did not finish and why, where they live, and what it was to the others', async () => {
      expect(await cells(own)).toMatchObject([
        {
          ...{ regionCode: bayan.township, signedUp: 6, unfinished: 3 },
          ...{ reasons: { farm_work: 2, too_far: 0 }, opinions: { useful: 1, fair: 0, no_help: 0 } },
        },
      ]);
      expect(await cells(own, '?month=12')).toHaveLength(1);
      expect(await cells(own, '?month=11')).toEqual([]);
      expect(await cells(own, `?region=${yanshou.county}`)).toEqual([]);
      expect((await own.get<PastView>('/demand/past?month=12')).body.said).toBe('去年12月');
    });

    it('is led back to the women by her county, and to no name by the city', async () => {
      const { women: behind, unnamed } = granted(await own.get<PastWomenView>(`/demand/past/women${query}`));
      expect(behind.map(({ womanId }) => womanId).sort()).toEqual(women.map(({ her }) => her.id).sort());
      expect(behind.filter(({ isUnfinished }) => isUnfinished)).toHaveLength(3);
      expect(behind.filter(({ reason }) => reason === 'farm_work')).toHaveLength(2);
      expect(unnamed).toBe(0);
      const all = await cells(city);
      expect(all).toMatchObject([{ regionCode: bayan.county, signedUp: 6 }]);
      for (const { her } of women) expect(JSON.stringify(all)).not.toContain(her.id);
      expect(await city.get(`/demand/past/women${query}`)).toMatchObject({ status: 403 });
      expect(granted(await foreign.get<PastWomenView>(`/demand/past/women${query}`)).women).toEqual([]);
    });

    it('warns whoever plans a batch there, month by month', async () => {
      const path = `/demand/past/months${query}`;
      const months = granted(await own.get<PastMonthView[]>(path));
      expect(months.map(({ month, place }) => [month, place.signedUp])).toEqual(
        Array.from({ length: 12 }, (_, at) => [at + 1, at === 11 ? 6 : 0]),
      );
      expect(months[11]).toMatchObject({
        ...{ said: '去年12月', placeName: '巴彦镇', countyName: '巴彦县' },
        ...{ place: { reasons: { farm_work: 2 } }, county: { signedUp: 6 } },
      });
      expect(granted(await foreign.get<PastMonthView[]>(path))[11]).toMatchObject({ place: { signedUp: 0 } });
    });

    it('goes out in the board’s workbook, also where nobody asks now', async () => {
      const file = await own.get('/demand/workbook?month=12');
      const rows = (await sheetOf(granted(file) as unknown as Buffer)).map(({ cells: one }) =>
        one.map((cell) => String((cell as { value?: unknown } | null)?.value ?? cell ?? '')),
      );
      const text = rows.map((row) => row.join('|'));
      expect(text.some((row) => row.includes('去年12月报上名'))).toBe(true);
      expect(text.some((row) => /养殖.*农忙2/.test(row))).toBe(true);
    });

    it('keeps its numbers when one of them is forgotten, and names her no more', async () => {
      house.setClock(dayAfter);
      const { her } = women[0]!;
      granted(await her.calls.post(`/women/${her.id}/erasure`, {}));
      house.setClock(nextMonth);
      expect(await cells(own)).toMatchObject([{ signedUp: 6, unfinished: 3, reasons: { farm_work: 2 } }]);
      const { women: behind, unnamed } = granted(await own.get<PastWomenView>(`/demand/past/women${query}`));
      expect(unnamed).toBe(1);
      expect(JSON.stringify(behind)).not.toContain(her.id);
    });
  });
});
