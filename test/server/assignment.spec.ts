import { AssignmentRun, RunBatch, RunOutcome } from '../../server/assignment/run.entity';
import { instanceFrom, readInput } from '../../server/assignment/drafting/inputs';
import type { OutcomeAnswerView, RunView, RunWomenView } from '../../server/assignment/runs.view';
import { Batch } from '../../server/courses/batch.entity';
import type { NoticeView } from '../../server/notices/notices.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { countyOfficer, registerAsPoor, type HouseWoman } from '../support/house/people';
import { Woman } from '../../server/women/woman.entity';
import { dump } from '../support/house/rows';
import { aCounty, afterSignUp, type SentRun } from '../support/house/runs';
import { giveUp, signUp, standing, type SentBatch, type SentStanding } from '../support/house/teaching';

type Run = SentRun;

describeHouse('An assignment run', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const review = (officer: Caller, { id }: Pick<Run, 'id'>) =>
    officer.post<RunView>(`/assignment-runs/${id}/review`);
  const publish = (officer: Caller, { id }: Pick<Run, 'id'>) =>
    officer.post<RunView>(`/assignment-runs/${id}/publication`);
  const outcome = async ({ id, calls }: HouseWoman) =>
    granted(await calls.get<OutcomeAnswerView>(`/women/${id}/assignment`)).outcome;
  const draftIdOf = async ({ id }: Pick<Run, 'id'>) =>
    (await house.database.rows.findOneByOrFail(AssignmentRun, { id })).draftId;
  const rowsOf = async (run: Pick<Run, 'id'>) => {
    const draftId = await draftIdOf(run);
    return {
      batches: await house.database.rows.countBy(RunBatch, { draftId }),
      outcomes: await house.database.rows.countBy(RunOutcome, { draftId }),
    };
  };
  const inputOf = async (run: Pick<Run, 'id'>) =>
    Buffer.concat(await readInput(house.database.rows, await draftIdOf(run))).toString('base64');

  it('drafted again with nothing changed is the same run, byte for byte', async () => {
    const { woman, batch, draft } = await aCounty(house);
    await batch({ capacity: 2 });
    await batch({ capacity: 1, family: 'planting', title: '大棚' });
    for (let count = 0; count < 5; count += 1) await woman({ families: ['handicraft', 'planting'] });
    const first = granted(await draft());
    const [before, rows] = [await inputOf(first), await rowsOf(first)];
    expect(first).toMatchObject({ state: 'drafted', women: 5, placed: 3, publishedAt: null });
    expect(rows).toEqual({ batches: 2, outcomes: 5 });

    const second = granted(await draft());
    expect(second).toEqual(first);
    expect(await inputOf(second)).toBe(before);
    expect(await rowsOf(second)).toEqual(rows);

    await woman();
    const third = granted(await draft());
    expect(third).toMatchObject({ id: first.id, women: 6 });
    expect(third.inputHash).not.toBe(first.inputHash);
  });

  it('drafted by five officers at once is one run', async () => {
    const { county, woman, batch, draft } = await aCounty(house);
    await batch();
    await woman();
    const answers = await Promise.all(Array.from({ length: 5 }, draft));
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const runs = await house.database.rows.findBy(AssignmentRun, { regionCode: county });
    expect(runs).toHaveLength(1);
    expect(await rowsOf(runs[0]!)).toEqual({ batches: 1, outcomes: 1 });
  });

  it('keeps seats for leaders, and for women who were never trained, as the plan says', async () => {
    const { woman, batch, draft } = await aCounty(house);
    const { id } = await batch({ capacity: 3, reservedForPoor: 0, reservedForLeaders: 1 });
    for (let count = 0; count < 5; count += 1) await woman();
    const leader = await woman();
    await house.database.rows.update(Woman, { id: leader.id }, { isLeader: true });
    const run = granted(await draft());
    const { batches } = instanceFrom(await readInput(house.database.rows, await draftIdOf(run)));
    expect(batches).toMatchObject([{ id, reserves: { POOR: 0, LEADER: 1 } }]);
    const { draftId } = await house.database.rows.findOneByOrFail(AssignmentRun, { id: run.id });
    const outcomes = await house.database.rows.findBy(RunOutcome, { draftId, womanId: leader.id });
    expect(outcomes).toMatchObject([{ batchId: id }]);
  });

  it('gives every woman a reason for each batch, and says each in a sentence', async () => {
    const { officer, woman, batch, draft } = await aCounty(house);
    const batches = [
      await batch({ capacity: 1 }),
      await batch({ capacity: 5, minimum: 4, family: 'planting', title: '大棚' }),
      await batch({ capacity: 5, reading: 2, family: 'ecommerce', title: '开网店' }),
    ];
    for (let count = 0; count < 3; count += 1)
      await woman({ families: ['handicraft', 'planting', 'ecommerce'], reading: 1 });
    const run = granted(await draft());
    const { women, total } = granted(await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women`));
    expect([women.length, total, run.women]).toEqual([3, 3, 3]);
    for (const { reasons, sentence } of women) {
      expect(reasons.map(({ batchId }) => batchId).sort()).toEqual(batches.map(({ id }) => id).sort());
      expect(sentence).toMatch(/。$/);
      for (const reason of reasons) expect(reason.sentence).toMatch(/。$/);
    }
    const codes = (place: number) =>
      women.map(({ reasons }) => reasons.find(({ batchId }) => batchId === batches[place]!.id)!.code).sort();
    expect(codes(0)).toEqual(['ASSIGNED', 'BELOW_CUTOFF', 'BELOW_CUTOFF']);
    expect(codes(1)).toContain('CLOSED');
    expect(codes(2)).toEqual(['INELIGIBLE', 'INELIGIBLE', 'INELIGIBLE']);
    const placed = await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women?which=placed`);
    const unplaced = await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women?which=unplaced`);
    expect([placed.body.total, unplaced.body.total]).toEqual([1, 2]);
  });

  it('keeps seats first for women on the poverty register', async () => {
    const { officer, woman, batch, draft } = await aCounty(house);
    await batch({ capacity: 3, reservedForPoor: 2 });
    const poor = [await woman(), await woman()];
    for (const one of poor) await registerAsPoor(house, one);
    for (let count = 0; count < 4; count += 1) await woman();
    const run = granted(await draft());
    expect(run.batches).toMatchObject([{ placed: 3, placedPoor: expect.any(Number) as number }]);
    expect(run.batches[0]!.placedPoor).toBeGreaterThanOrEqual(2);
    const { women } = granted(
      await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women?which=placed`),
    );
    for (const { id } of poor) expect(women.map(({ womanId }) => womanId)).toContain(id);
  });

  it('published makes an offer to each woman placed, lets the others wait, and cancels what too few can attend', async () => {
    const { officer, woman, batch, draft, draw } = await aCounty(house);
    const full = await batch({ capacity: 2, title: '柳编' });
    const tooFew = await batch({ capacity: 5, minimum: 3, family: 'planting', title: '大棚' });
    const crowd: HouseWoman[] = [];
    for (let count = 0; count < 4; count += 1) crowd.push(await woman());
    for (const one of crowd) await signUp(one, full);
    const planter = await woman({ families: ['planting'] });
    await signUp(planter, tooFew);
    const silent = await woman({ families: ['planting'] });

    await draw();
    const run = granted(await draft());
    for (const one of [...crowd, planter, silent]) expect(await outcome(one)).toBeNull();
    granted(await review(officer, run));
    for (const one of crowd) expect(await outcome(one)).toBeNull();
    expect(granted(await publish(officer, run))).toMatchObject({
      state: 'published',
      publishedAt: afterSignUp,
      placed: 2,
    });

    const after = await Promise.all(crowd.map((one) => standing(one, full)));
    expect(after.map(({ state }) => state).sort()).toEqual(['offered', 'offered', 'waiting', 'waiting']);
    for (const [at, one] of crowd.entries()) {
      const isPlaced = after[at]!.state === 'offered';
      expect(await outcome(one)).toMatchObject({ batchId: isPlaced ? full.id : null });
      const [notice] = granted(await one.calls.get<NoticeView[]>(`/women/${one.id}/notices`));
      expect(notice).toMatchObject({ event: isPlaced ? 'offered' : 'waiting', batchId: full.id });
    }
    expect(await standing(planter, tooFew)).toMatchObject({ state: 'refused' });
    expect((await outcome(planter))!.sentence).toContain('“大棚”只有2人能来，不够3人，这次不开班。');
    expect((await outcome(silent))!.batchId).toBeNull();
    expect(await house.database.rows.findOneByOrFail(Batch, { id: tooFew.id })).toMatchObject({
      state: 'cancelled',
      taken: 0,
    });
    expect(await house.database.rows.findOneByOrFail(Batch, { id: full.id })).toMatchObject({
      state: 'open',
      admission: 'direct',
      taken: 2,
    });

    const offered = crowd[after.findIndex(({ state }) => state === 'offered')]!;
    const offer = await standing(offered, full);
    granted(await offered.calls.post<SentStanding>(`/enrolments/${offer.enrolmentId}/acceptance`));
    await house.passTo('2026-12-09T02:00:00Z');
    const later = await Promise.all(crowd.map((one) => standing(one, full)));
    expect(later.map(({ state }) => state).sort()).toEqual(['enrolled', 'lapsed', 'offered', 'waiting']);
  });

  it('is published once, by however many officers at once', async () => {
    const { county, officer, woman, batch, draft, draw } = await aCounty(house);
    const { id } = await batch();
    await woman();
    await draw();
    const run = granted(await draft());
    granted(await review(officer, run));
    const colleagues = await Promise.all(Array.from({ length: 4 }, () => countyOfficer(house, county)));
    const answers = await Promise.all(colleagues.map((colleague) => publish(colleague, run)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await house.database.rows.findOneByOrFail(Batch, { id })).toMatchObject({ taken: 1 });
    const before = await dump(house);
    expect(await publish(officer, run)).toMatchObject({ status: 409, code: 'run.stateForbids' });
    expect(await dump(house)).toEqual(before);
  });

  it('goes its way from draft to review to publication, and no other', async () => {
    const { officer, woman, batch, draft, draw } = await aCounty(house);
    await batch();
    await woman();
    const early = granted(await draft());
    expect(await review(officer, early)).toMatchObject({ status: 409, code: 'run.notDrawn' });
    await draw();
    expect(await review(officer, early)).toMatchObject({ status: 409, code: 'run.outdated' });
    const run = granted(await draft());
    expect(run.id).toBe(early.id);
    expect(await publish(officer, run)).toMatchObject({ status: 409, code: 'run.stateForbids' });
    granted(await review(officer, run));
    expect(await review(officer, run)).toMatchObject({ status: 409, code: 'run.stateForbids' });
    expect(granted(await draft())).toMatchObject({ id: run.id, state: 'drafted' });
    expect(await publish(officer, run)).toMatchObject({ status: 409, code: 'run.stateForbids' });
    granted(await review(officer, run));
    granted(await publish(officer, run));
    expect(await review(officer, run)).toMatchObject({ status: 409, code: 'run.stateForbids' });
  });

  it('published stays as it was published: there is nothing to draft again, and a new batch begins a new run', async () => {
    const { officer, woman, batch, draft, draw } = await aCounty(house);
    await batch();
    const her = await woman();
    await draw();
    const run = granted(await draft());
    granted(await review(officer, run));
    granted(await publish(officer, run));
    const before = await dump(house);
    expect(await draft()).toMatchObject({ status: 409, code: 'run.nothingToAssign' });
    expect(await dump(house)).toEqual(before);

    const published = granted(await officer.get<RunView>(`/assignment-runs/${run.id}`));
    house.setClock(monday);
    await batch({ family: 'planting', title: '大棚' });
    const next = granted(await draft());
    expect(next.id).not.toBe(run.id);
    house.setClock(afterSignUp);
    expect(granted(await officer.get<RunView>(`/assignment-runs/${run.id}`))).toEqual(published);
    expect(await outcome(her)).toMatchObject({ batchId: published.batches[0]!.batchId });
  });

  describe('that is out of date is not published, and nothing of it is written:', () => {
    const reviewed = async () => {
      const county = await aCounty(house);
      const batch = await county.batch({ capacity: 2 });
      // Offers are made in the order of ids: the other woman has hers before anything is found wrong with this one.
      await county.woman();
      const her = await county.woman();
      const { enrolmentId } = await signUp(her, batch);
      await county.draw();
      const run = granted(await county.draft());
      granted(await review(county.officer, run));
      house.setClock(monday);
      return { ...county, first: batch, her, enrolmentId, run };
    };
    const expectOutdated = async (officer: Caller, run: Run) => {
      const before = await dump(house);
      expect(await publish(officer, run)).toMatchObject({ status: 409, code: 'run.outdated' });
      expect(await dump(house)).toEqual(before);
    };

    it('a seat was taken meanwhile', async () => {
      const { officer, run, first } = await reviewed();
      await house.database.rows.update(Batch, { id: first.id }, { taken: 1 });
      await expectOutdated(officer, run);
    });

    it('a woman took a seat elsewhere at the same time', async () => {
      const { officer, run, first, her, batch } = await reviewed();
      const [{ heldOn, half }] = first.sessions as [SentBatch['sessions'][number]];
      await signUp(her, await batch({ admission: 'direct', sessions: [{ heldOn, half }] }));
      await expectOutdated(officer, run);
    });

    it('a woman gave up what she had asked for', async () => {
      const { officer, run, her, enrolmentId } = await reviewed();
      await giveUp(her, enrolmentId);
      await expectOutdated(officer, run);
    });

    it('a batch has begun or is cancelled', async () => {
      const { officer, run, first } = await reviewed();
      for (const state of ['running', 'cancelled'] as const) {
        await house.database.rows.update(Batch, { id: first.id }, { state });
        await expectOutdated(officer, run);
      }
    });
  });

  it('of a county is drafted only by its own officer', async () => {
    const { county, batch } = await aCounty(house);
    await batch();
    const neighbour = await aCounty(house);
    const foreign = await neighbour.officer.post('/assignment-runs', { regionCode: county });
    const unknown = await neighbour.officer.post('/assignment-runs', { regionCode: '230199' });
    expect(foreign).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(unknown.body).toEqual(foreign.body);
    expect(await neighbour.draft()).toMatchObject({ status: 409, code: 'run.nothingToAssign' });
  });

  it('takes in a woman of another county who asked for a batch by name', async () => {
    const { officer, batch, draft } = await aCounty(house);
    const neighbour = await aCounty(house);
    const wanted = await batch();
    const her = await neighbour.woman();
    await neighbour.woman();
    await signUp(her, wanted);
    const run = granted(await draft());
    const { women } = granted(await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women`));
    expect(women.map(({ womanId }) => womanId)).toEqual([her.id]);
  });
});
