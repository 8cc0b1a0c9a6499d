import { createHash } from 'node:crypto';
import { AssignmentRun } from '../../server/assignment/run.entity';
import { Lottery } from '../../server/assignment/lottery/lottery.entity';
import type { LotteryView } from '../../server/assignment/lottery/lottery.view';
import type {
  BoardVillageView,
  OutcomeView,
  RunWomenView,
  UnmetView,
} from '../../server/assignment/runs.view';
import { Completion } from '../../server/courses/completion.entity';
import { newId } from '../../server/database/new-id';
import type { MergeView } from '../../server/duplicates/merges.view';
import { RecordRow } from '../../server/records/record.entity';
import type { WomanView } from '../../server/women/women.view';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aCard, anEntry, aWoman, helper, registerAsPoor } from '../support/house/people';
import { aCounty, aDraw, afterSignUp } from '../support/house/runs';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describeHouse('The draw behind a run', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const seenBy = async (region: string) =>
    granted(await house.nobody.get<LotteryView[]>(`/lotteries?region=${region}`));

  it('is announced by its hash before sign-up closes, completed after it, and told with the result', async () => {
    const { county, officer, batch, woman, draft, draw } = await aCounty(house);
    await batch();
    await woman();
    await house.passTo(monday);
    const [announced] = (await seenBy(county)).filter(({ regionCode }) => regionCode === county);
    expect(announced).toMatchObject({ announcedAt: monday, drawNumber: null, secret: null, seed: null });
    expect(announced!.commitment).toMatch(/^[0-9a-f]{64}$/);

    const early = granted(await draft());
    await draw();
    const run = granted(await draft());
    const { seed } = await house.database.rows.findOneByOrFail(AssignmentRun, { id: run.id });
    expect(run.lottery).toMatchObject({ commitment: announced!.commitment, drawNumber: '385', secret: null });
    expect(run.inputHash).not.toBe(early.inputHash);
    for (const step of ['review', 'publication'])
      granted(await officer.post(`/assignment-runs/${run.id}/${step}`));

    const told = (await seenBy(county)).find(({ regionCode }) => regionCode === county)!;
    expect(sha256(told.secret!)).toBe(announced!.commitment);
    expect(sha256(`${told.secret!}\n${aDraw.issue} ${aDraw.number}`)).toBe(seed);
    expect(told.seed).toBe(seed);
  });

  it('cannot be entered while somebody can still sign up, nor changed once it is entered', async () => {
    const { county, officer, batch, woman } = await aCounty(house);
    await batch();
    await woman();
    const entry = { regionCode: county, ...aDraw };
    expect(await officer.post('/lotteries/draws', entry)).toMatchObject({ code: 'run.signUpStillOpen' });
    house.setClock(afterSignUp);
    const answers = await Promise.all(
      ['101', '202', '303'].map((number) => officer.post('/lotteries/draws', { ...entry, number })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await officer.post('/lotteries/draws', entry)).toMatchObject({ code: 'run.alreadyDrawn' });
    const neighbour = await aCounty(house);
    expect(await neighbour.officer.post('/lotteries/draws', entry)).toMatchObject({ status: 404 });
  });

  it('serves one run: the next one of the season has a secret of its own, and there is one for each county and the city', async () => {
    const { county, officer, batch, woman, draft, draw } = await aCounty(house);
    await batch();
    await woman();
    await draw();
    const run = granted(await draft());
    for (const step of ['review', 'publication'])
      granted(await officer.post(`/assignment-runs/${run.id}/${step}`));
    house.setClock(monday);
    await batch({ family: 'planting' });
    const next = granted(await draft());
    expect(next.lottery).toMatchObject({ round: 2, drawNumber: null, secret: null });
    await Promise.all(Array.from({ length: 5 }, () => house.passTo(monday)));
    const all = await house.database.rows.find(Lottery);
    expect(all.filter(({ regionCode }) => regionCode === county)).toHaveLength(2);
    expect(all.filter(({ regionCode }) => regionCode === '2301')).toHaveLength(1);
  });
});

describeHouse('What a run leaves', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  it('open is counted by township and by what is wanted', async () => {
    const { officer, batch, woman, draft, village } = await aCounty(house);
    await batch({ capacity: 1 });
    const crowd = [];
    for (let count = 0; count < 3; count += 1)
      crowd.push(await woman({ families: ['handicraft', 'tourism'] }));
    for (const one of crowd) await registerAsPoor(house, one);
    const run = granted(await draft());
    const unmet = granted(await officer.get<UnmetView[]>(`/assignment-runs/${run.id}/unmet`));
    const inTownship = { regionCode: village.slice(0, 9), women: 2, registeredPoor: 2 };
    expect(unmet).toMatchObject([
      { ...inTownship, family: 'tourism' },
      { ...inTownship, family: 'handicraft' },
    ]);
  });

  it('reaches a woman whose files were merged since: never the old file, and it is told her under the new one', async () => {
    const { officer, batch, draft, draw, village } = await aCounty(house);
    await batch({ capacity: 2 });
    const calls = await helper(house, village);
    const file = granted(await calls.post<WomanView>('/women', anEntry({ villageCode: village }))).id;
    granted(await calls.put(`/women/${file}/need-card`, aCard()));
    const her = await aWoman(house, { villageCode: village });
    const merge = async () =>
      granted(await officer.post<MergeView>('/merges', { keptId: her.id, mergedId: file })).id;
    await draw();
    const path = `/assignment-runs/${granted(await draft()).id}`;
    granted(await officer.post(`${path}/review`));
    const mergeId = await merge();
    expect(await officer.post(`${path}/publication`)).toMatchObject({ status: 409, code: 'run.outdated' });
    granted(await officer.post(`/merges/${mergeId}/undoing`));
    granted(await officer.post(`${path}/publication`));
    const told = async () =>
      granted(await her.calls.get<{ outcome: OutcomeView | null }>(`/women/${her.id}/assignment`)).outcome;
    expect(await told()).toBeNull();
    await merge();
    expect((await told())?.batchId).toEqual(expect.any(String));
  });

  it('for the village board is a list of shortened names, once it is published', async () => {
    const { officer, batch, woman, draft, draw, village } = await aCounty(house);
    await batch({ capacity: 2 });
    await woman();
    await woman();
    await draw();
    const run = granted(await draft());
    const path = `/assignment-runs/${run.id}`;
    expect(await officer.get(`${path}/board`)).toMatchObject({ status: 409, code: 'run.notPublished' });
    for (const step of ['review', 'publication']) granted(await officer.post(`${path}/${step}`));
    const board = granted(await officer.get<BoardVillageView[]>(`${path}/board`));
    expect(board).toMatchObject([{ villageCode: village }]);
    const { women } = granted(await officer.get<RunWomenView>(`${path}/women`));
    for (const { name } of board[0]!.lines) {
      expect(name).toContain('某');
      expect(women.map((one) => one.name)).not.toContain(name);
    }
    expect(board[0]!.lines).toHaveLength(2);
    expect(granted(await officer.get<BoardVillageView[]>(`${path}/board?region=230199`))).toEqual([]);
  });

  it('as a workbook is put on record before it leaves', async () => {
    const { county, officer, batch, woman, draft } = await aCounty(house);
    await batch();
    await woman();
    const run = granted(await draft());
    const { status, body } = await officer.get(`/assignment-runs/${run.id}/sheet`);
    expect(status).toBe(200);
    expect((body as unknown as Buffer).subarray(0, 2).toString()).toBe('PK');
    expect(await house.database.rows.findBy(RecordRow, { regionCode: county })).toMatchObject([
      { deed: 'export', said: expect.stringContaining('1人') as string, at: house.now() },
    ]);
  });

  it('too small for the county is shown with the figure, before it is published', async () => {
    const { county, batch, woman, draft } = await aCounty(house);
    const { id } = await batch({ capacity: 5, minimum: 3 });
    const her = await woman();
    const learned = {
      id: newId(),
      womanId: her.id,
      batchId: id,
      courseId: newId(),
      completedOn: '2026-03-01',
    };
    await house.database.rows.insert(Completion, learned);
    expect(granted(await draft()).floors).toMatchObject([
      {
        countyCode: county,
        closing: 1,
        expected: 1,
        floor: 300,
        mustCoverAll: expect.any(Boolean) as boolean,
      },
    ]);
  });
});
