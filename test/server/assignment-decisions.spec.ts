import { RunDecision } from '../../server/assignment/decisions/decision.entity';
import type { TrialView } from '../../server/assignment/decisions/decisions.view';
import { Drafting } from '../../server/assignment/drafting/drafting.entity';
import { AssignmentRun, RunOutcome } from '../../server/assignment/run.entity';
import type { DraftingView, RunView, RunWomenView, RunWomanView } from '../../server/assignment/runs.view';
import { newId } from '../../server/database/new-id';
import { granted, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { cityOfficer } from '../support/house/people';
import { dump } from '../support/house/rows';
import { aCounty, draft, runIn, type County, type SentRun } from '../support/house/runs';
import { signUp, type SentBatch } from '../support/house/teaching';

describeHouse('A decision of an officer about a run', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  /** One seat for three women, and a second batch that only one of them wants: it closes for want of a second. */
  async function aMarket() {
    const county = await aCounty(house);
    const [full, small] = [
      await county.batch({ capacity: 1 }),
      await county.batch({ capacity: 5, minimum: 2, family: 'planting', title: '大棚' }),
    ];
    for (let count = 0; count < 3; count += 1) await county.woman();
    await county.woman({ families: ['planting'] });
    const run = granted(await county.draft());
    const path = `/assignment-runs/${run.id}`;
    const women = async (): Promise<Sent<RunWomanView>[]> =>
      granted(await county.officer.get<RunWomenView>(`${path}/women`)).women;
    const inSeat = async (batch: SentBatch) =>
      (await women()).filter(({ batchId }) => batchId === batch.id).map(({ womanId }) => womanId);
    const loser = (await women()).find(({ reasons }) => reasons.some(({ code }) => code === 'BELOW_CUTOFF'))!;
    const decide = async (decision: object) =>
      runIn(
        await county.officer.post<DraftingView>(`${path}/decisions`, { reason: '村里困难户', ...decision }),
      );
    const tryOut = (decision: object) => county.officer.post<TrialView>(`${path}/trials`, decision);
    return { ...county, full, small, run, path, women, inSeat, loser, decide, tryOut };
  }

  it('is tried out first: who would move, which batch would run, and nothing is kept', async () => {
    const { full, small, loser, tryOut, inSeat } = await aMarket();
    const [holder] = await inSeat(full);
    const before = await dump(house);
    const pin = granted(await tryOut({ kind: 'pin', womanId: loser.womanId, batchId: full.id }));
    expect(pin).toMatchObject({ placedBefore: 1, placedAfter: 1, moved: 2, opens: [], closes: [] });
    expect(pin.moves.map(({ womanId, toTitle }) => [womanId, toTitle]).sort()).toEqual(
      [
        [loser.womanId, '柳编入门'],
        [holder, null],
      ].sort(),
    );
    expect(pin.moves.every(({ name }) => name !== null)).toBe(true);
    const waiver = granted(await tryOut({ kind: 'waive', batchId: small.id }));
    expect(waiver).toMatchObject({ placedBefore: 1, placedAfter: 2, moved: 1, opens: ['大棚'] });
    const bar = granted(await tryOut({ kind: 'bar', womanId: holder, batchId: full.id }));
    expect(bar).toMatchObject({ placedAfter: 1, moved: 2 });
    expect(await dump(house)).toEqual(before);
  });

  it('that is kept brings what the trial said, stays through every new dry run, and goes when it is taken back', async () => {
    const { officer, full, small, loser, decide, inSeat, women, draft: again, path } = await aMarket();
    const [holder] = await inSeat(full);
    const pinned = granted(await decide({ kind: 'pin', womanId: loser.womanId, batchId: full.id }));
    granted(await decide({ kind: 'waive', batchId: small.id }));
    expect(await inSeat(full)).toEqual([loser.womanId]);
    expect(await inSeat(small)).toHaveLength(1);
    const her = (await women()).find(({ womanId }) => womanId === loser.womanId)!;
    expect(her.reasons.find(({ batchId }) => batchId === full.id)).toMatchObject({ code: 'PINNED' });

    const redrafted = granted(await again());
    expect(redrafted.decisions).toMatchObject([
      { kind: 'pin', womanId: loser.womanId, womanName: loser.name, reason: '村里困难户' },
      { kind: 'waive', womanId: null, batchTitle: '大棚' },
    ]);
    expect(await inSeat(full)).toEqual([loser.womanId]);

    const { id } = pinned.decisions[0]!;
    const after = runIn(await officer.ask<DraftingView>('DELETE', `${path}/decisions/${id}`));
    expect(granted(after).decisions).toMatchObject([{ kind: 'waive' }]);
    expect(await inSeat(full)).toEqual([holder]);
    expect(await house.database.rows.findOneByOrFail(RunDecision, { id })).toMatchObject({
      reason: '村里困难户',
      withdrawnAt: house.now(),
    });
  });

  it('made twice is made once, and two that contradict each other are not made', async () => {
    const { run, full, small, loser, decide, batch } = await aMarket();
    const pin = { kind: 'pin', womanId: loser.womanId, batchId: full.id };
    granted(await decide(pin));
    granted(await decide(pin));
    expect(await house.database.rows.countBy(RunDecision, { runId: run.id })).toBe(1);
    const refusedAs = async (decision: object) => (await decide(decision)).code;
    expect(await refusedAs({ ...pin, kind: 'bar' })).toBe('decision.pinned');
    expect(await refusedAs({ ...pin, batchId: small.id })).toBe('decision.pinned');
    const { womanId } = { womanId: newId() };
    expect(await refusedAs({ kind: 'pin', womanId, batchId: full.id })).toBe('thing.notFound');
    expect(await refusedAs({ kind: 'waive', batchId: newId() })).toBe('thing.notFound');
    expect(await refusedAs({ kind: 'waive', batchId: (await batch()).id })).toBe('decision.notInRun');
    expect(await refusedAs({ kind: 'pin', batchId: full.id })).toBe('input.invalid');
  });

  it('gives no more seats than there are, and none to a woman who is busy or has said no', async () => {
    const { full, women, decide, batch, woman, draft: again } = await aMarket();
    const [first, second] = await women();
    granted(await decide({ kind: 'pin', womanId: first!.womanId, batchId: full.id }));
    expect(await decide({ kind: 'pin', womanId: second!.womanId, batchId: full.id })).toMatchObject({
      code: 'decision.noSeat',
    });
    const [{ heldOn, half }] = full.sessions as [SentBatch['sessions'][number]];
    const elsewhere = await batch({ admission: 'direct', title: '家政', sessions: [{ heldOn, half }] });
    const busy = await woman();
    await signUp(busy, elsewhere);
    granted(await again());
    const other = await batch({ sessions: [{ heldOn, half }] });
    granted(await again());
    const refused = await decide({ kind: 'pin', womanId: busy.id, batchId: other.id });
    expect(refused).toMatchObject({ status: 409, code: 'decision.clash' });
    expect(refused.body).toMatchObject({ message: '这个班和她的“家政”时间冲突，请换一个班。' });
  });

  it('is not made on a run that is published or being computed, nor by a colleague of another county', async () => {
    const { county, full, loser, run, officer, decide, tryOut, draw, draft: again, path } = await aMarket();
    const pin = { kind: 'pin', womanId: loser.womanId, batchId: full.id };
    const stranger = await aCounty(house);
    for (const part of ['trials', 'decisions'])
      expect(
        await stranger.officer.post(`${path}/${part}`, part === 'trials' ? pin : { ...pin, reason: '换人' }),
      ).toMatchObject({
        status: 404,
        code: 'thing.notFound',
      });
    await house.database.rows.update(Drafting, { regionCode: county }, { stage: 'saving' });
    expect(await decide(pin)).toMatchObject({ code: 'run.draftUnderWay' });
    await house.database.rows.update(Drafting, { regionCode: county }, { stage: 'done' });
    await draw();
    granted(await again());
    for (const step of ['review', 'publication']) granted(await officer.post(`${path}/${step}`));
    expect(await decide(pin)).toMatchObject({ code: 'run.stateForbids' });
    expect(await tryOut(pin)).toMatchObject({ code: 'run.stateForbids' });
    expect(await house.database.rows.countBy(RunDecision, { runId: run.id })).toBe(0);
  });

  it('that was kept while the last dry run was computed keeps that one from being published', async () => {
    const { officer, small, run, draw, draft: again, path } = await aMarket();
    await draw();
    granted(await again());
    granted(await officer.post(`${path}/review`));
    await house.database.rows.insert(RunDecision, {
      ...{ id: newId(), runId: run.id, kind: 'waive', womanId: null, batchId: small.id, reason: '路远' },
      ...{
        byAccountId: newId(),
        at: new Date(house.now().getTime() + 1),
        withdrawnById: null,
        withdrawnAt: null,
      },
    });
    expect(await officer.post(`${path}/publication`)).toMatchObject({ code: 'run.outdated' });
  });
});

describeHouse('A dry run', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  it('cut off in the middle leaves the old one whole, and is begun anew when its server has been silent', async () => {
    const { county, officer, batch, woman, draft: again } = await aCounty(house);
    await batch();
    await woman();
    const run = granted(await again());
    const drafting = { regionCode: county, season: '2026-winter' as const };
    const cutOff = newId();
    await house.database.rows.update(Drafting, drafting, { stage: 'saving', share: 40, draftId: cutOff });
    await house.database.rows.insert(RunOutcome, {
      ...{ draftId: cutOff, womanId: newId(), villageCode: '', batchId: null, reasons: [] },
    });
    expect(granted(await officer.get<RunView>(`/assignment-runs/${run.id}`))).toEqual(run);
    const joined = granted(await officer.post<DraftingView>('/assignment-runs', { regionCode: county }));
    expect(joined).toMatchObject({ stage: 'saving', percent: 67, run: null });

    house.setClock(new Date(new Date(monday).getTime() + 61_000));
    expect(granted(await again())).toMatchObject({ id: run.id, women: 1 });
    expect(await house.database.rows.countBy(RunOutcome, { draftId: cutOff })).toBe(0);
  });

  it('of the whole city takes in every county, and names its women only to their own', async () => {
    const [one, other] = [await aCounty(house), await aCounty(house)];
    const city = await cityOfficer(house);
    await one.batch({ capacity: 3 });
    await other.batch({ capacity: 3 });
    for (const county of [one, other]) await county.woman({ farthestKm: 300 });
    const run: SentRun = granted(await draft(city, '2301'));
    expect(run).toMatchObject({ regionCode: '2301', season: '2026-winter', seasonName: '2026年冬训' });
    expect(run.women).toBeGreaterThanOrEqual(2);
    expect(await city.get(`/assignment-runs/${run.id}/women`)).toMatchObject({ status: 403 });

    const seenBy = async ({ officer }: County) =>
      granted(await officer.get<RunWomenView>(`/assignment-runs/${run.id}/women`)).women;
    for (const county of [one, other]) {
      const seen = await seenBy(county);
      expect(seen).toHaveLength(1);
      const { villageCode } = await house.database.rows.findOneByOrFail(RunOutcome, {
        womanId: seen[0]!.womanId,
        draftId: (await house.database.rows.findOneByOrFail(AssignmentRun, { id: run.id })).draftId,
      });
      expect(villageCode.startsWith(county.county)).toBe(true);
    }
    // The county reads it, but only the city decides on it.
    expect(await one.officer.post(`/assignment-runs/${run.id}/review`)).toMatchObject({ status: 404 });
    expect(granted(await one.officer.get<RunView>(`/assignment-runs/${run.id}`)).abilities).toMatchObject({
      redraft: false,
      publish: false,
    });
  });
});
