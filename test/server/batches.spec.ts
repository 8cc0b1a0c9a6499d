import { Batch, Session } from '../../server/courses/batch.entity';
import { Course } from '../../server/courses/course.entity';
import type { OpenBatchDto } from '../../server/courses/batches.dto';
import type { BatchView, PlanningView } from '../../server/courses/batches.view';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aTrainer, aWoman, countyOfficer, helper, keepCard } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, aPlan, aVenue } from '../support/house/teaching';

describeHouse('A batch', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  it('opens with its half days in order and is shown to everybody', async () => {
    const sessions = [
      { heldOn: '2026-12-21', half: 'afternoon' },
      { heldOn: '2026-12-20', half: 'afternoon' },
      { heldOn: '2026-12-20', half: 'morning' },
    ] as const;
    const plan = await aPlan(house, officer, { sessions: [...sessions], title: '柳编进阶' });
    const answer = await officer.post<BatchView>('/batches', plan);
    expect(answer.status).toBe(201);
    const batch = answer.body;
    expect(batch).toMatchObject({
      state: 'open',
      stateName: '报名中',
      countyCode: yanshou.county,
      startsOn: '2026-12-20',
      endsOn: '2026-12-21',
      taken: 0,
      // The end of 5 December in Harbin.
      signUpUntil: '2026-12-05T16:00:00.000Z',
    });
    expect(batch.sessions.map(({ heldOn, half }) => `${heldOn} ${half}`)).toEqual([
      '2026-12-20 morning',
      '2026-12-20 afternoon',
      '2026-12-21 afternoon',
    ]);
    expect((await house.nobody.get(`/batches/${batch.id}`)).body).toEqual(batch);
    const list = granted(await house.nobody.get<BatchView[]>('/batches?family=handicraft'));
    expect(list).toContainEqual(batch);
  });

  it('meets on both sides of New Year', async () => {
    const sessions: OpenBatchDto['sessions'] = [
      { heldOn: '2027-01-01', half: 'morning' },
      { heldOn: '2026-12-31', half: 'afternoon' },
    ];
    const batch = await aBatch(house, { sessions, title: '跨年柳编' }, officer);
    expect(batch).toMatchObject({ startsOn: '2026-12-31', endsOn: '2027-01-01' });
    const { warnings } = granted(await officer.get<BatchPlanView>(`/batch-plans/${batch.id}`));
    expect(warnings).toContain('1月1日是元旦假期。');
    const misfitsOf = async (freeMonths: number[]) => {
      const woman = await aWoman(house);
      await keepCard(woman, { freeMonths });
      return granted(await woman.calls.get<BatchView>(`/batches/${batch.id}`)).fit?.misfits;
    };
    expect(await misfitsOf([12])).toEqual(['PERIOD']);
    expect(await misfitsOf([1, 12])).toEqual([]);
    await house.passTo('2026-12-31T01:00:00Z');
    expect(granted(await house.nobody.get<BatchView>(`/batches/${batch.id}`)).state).toBe('running');
  });

  it('reuses the course of the same title and family', async () => {
    await aBatch(house, { title: '钩织' }, officer);
    await aBatch(house, { title: '钩织' }, officer);
    expect(await house.database.rows.countBy(Course, { title: '钩织' })).toBe(1);
    const { courses } = granted(await officer.get<PlanningView>('/planning'));
    expect(courses.map(({ title }) => title)).toContain('钩织');
  });

  it.each<[string, Partial<OpenBatchDto>, string]>([
    ['with fewer seats than women it needs', { capacity: 5, minimum: 6 }, 'batch.capacityBelowMinimum'],
    ['with more seats kept than it has', { capacity: 5, reservedForPoor: 6 }, 'batch.reservesTooMany'],
    ['without a session', { sessions: [] }, 'batch.noSession'],
    [
      'with a session today',
      { sessions: [{ heldOn: '2026-11-23', half: 'afternoon' }] },
      'batch.sessionInPast',
    ],
    [
      'with a session in the past',
      {
        sessions: [
          { heldOn: '2026-12-20', half: 'morning' },
          { heldOn: '2026-11-20', half: 'morning' },
        ],
      },
      'batch.sessionInPast',
    ],
    [
      'with the same half day twice',
      {
        sessions: [
          { heldOn: '2026-12-20', half: 'morning' },
          { heldOn: '2026-12-20', half: 'morning' },
        ],
      },
      'batch.sessionRepeated',
    ],
    [
      'with sign-up until its first day',
      { sessions: [{ heldOn: '2026-12-20', half: 'morning' }], signUpUntil: '2026-12-20' },
      'batch.signUpTooLate',
    ],
    ['a year too late', { sessions: [{ heldOn: '2027-12-20', half: 'morning' }] }, 'batch.sessionTooFar'],
    ['run jointly with nobody', { jointWith: '  ' }, 'batch.partnerNeeded'],
    ['with a budget below nothing', { budgetFen: -100 }, 'batch.budgetWrong'],
    ['with a budget in parts of a fen', { budgetFen: 99.5 }, 'batch.budgetWrong'],
    ['without a name', { title: '  ' }, 'input.invalid'],
    ['with sign-up that is over', { signUpUntil: '2026-11-22' }, 'batch.signUpTooLate'],
  ])('%s does not open, and nothing is written', async (_, wrong, code) => {
    const plan = await aPlan(house, officer, wrong);
    const before = await dump(house);
    expect(await officer.post('/batches', plan)).toMatchObject({ status: 400, code });
    expect(await dump(house)).toEqual(before);
  });

  it('does not open where its trainer or its place is taken in that half day', async () => {
    const sessions: OpenBatchDto['sessions'] = [{ heldOn: '2026-12-24', half: 'morning' }];
    const first = await aPlan(house, officer, { sessions });
    granted(await officer.post('/batches', first));
    const { trainerId, venueId } = first;
    const sameTrainer = await aPlan(house, officer, { sessions, trainerId });
    expect(await officer.post('/batches', sameTrainer)).toMatchObject({ code: 'batch.trainerBusy' });
    const samePlace = await aPlan(house, officer, { sessions, venueId });
    expect(await officer.post('/batches', samePlace)).toMatchObject({ code: 'batch.venueBusy' });
    const inTheAfternoon = await aPlan(house, officer, {
      sessions: [{ heldOn: '2026-12-24', half: 'afternoon' }],
      trainerId,
      venueId,
    });
    expect((await officer.post('/batches', inTheAfternoon)).status).toBe(201);
    await house.database.rows.update(Batch, { trainerId }, { state: 'cancelled' });
    expect((await officer.post('/batches', sameTrainer)).status).toBe(201);
  });

  it('does not open at a place of another county, nor with a trainer of another county', async () => {
    const neighbour = await countyOfficer(house, bayan.county);
    const venueId = await aVenue(neighbour, bayan.township);
    expect(await officer.post('/batches', await aPlan(house, officer, { venueId }))).toMatchObject({
      status: 400,
      code: 'batch.venueElsewhere',
    });
    const trainerId = (await aTrainer(house, bayan.county)).id;
    const foreign = await officer.post('/batches', await aPlan(house, officer, { trainerId }));
    expect(foreign).toMatchObject({ status: 404, code: 'thing.notFound' });
    const unknown = await officer.post('/batches', await aPlan(house, officer, { trainerId: newId() }));
    expect(unknown.body).toEqual(foreign.body);
    expect(await officer.post('/batches', await aPlan(house, officer, { venueId: newId() }))).toMatchObject({
      status: 404,
      code: 'thing.notFound',
    });
  });

  it.each(['trainerId', 'venueId'] as const)(
    'opens once when two officers book the same %s for the same half day at once',
    async (shared) => {
      const colleagues = await Promise.all(
        Array.from({ length: 5 }, () => countyOfficer(house, yanshou.county)),
      );
      const sessions: OpenBatchDto['sessions'] = [
        { heldOn: '2027-01-10', half: shared === 'venueId' ? 'morning' : 'afternoon' },
      ];
      const first = await aPlan(house, officer, { sessions });
      const plans = await Promise.all(
        colleagues.map((colleague) => aPlan(house, colleague, { sessions, [shared]: first[shared] })),
      );
      const answers = await Promise.all(
        colleagues.map((colleague, at) => colleague.post('/batches', plans[at])),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      const batches = await house.database.rows.findBy(Batch, { [shared]: first[shared] });
      expect(batches).toHaveLength(1);
      expect(await house.database.rows.countBy(Session, { batchId: batches[0]!.id })).toBe(1);
    },
  );

  it('of a title nobody used before opens for every one of several officers at once, on one course', async () => {
    const title = '蓝莓种植';
    const plans = await Promise.all(
      Array.from({ length: 5 }, () => aPlan(house, officer, { title, family: 'planting' })),
    );
    const answers = await Promise.all(plans.map((plan) => officer.post('/batches', plan)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(await house.database.rows.countBy(Course, { title })).toBe(1);
  });

  it('closes when sign-up is over and runs from its first day on', async () => {
    const { id } = await aBatch(
      house,
      { signUpUntil: '2026-12-01', sessions: [{ heldOn: '2026-12-03', half: 'morning' }] },
      officer,
    );
    const stateAt = async (instant: string) => {
      await house.passTo(instant);
      return granted(await house.nobody.get<BatchView>(`/batches/${id}`)).state;
    };
    expect(await stateAt('2026-12-01T15:59:59.999Z')).toBe('open');
    expect(await stateAt('2026-12-01T16:00:00.000Z')).toBe('closed');
    expect(await stateAt('2026-12-02T15:59:59.999Z')).toBe('closed');
    expect(await stateAt('2026-12-02T16:00:00.000Z')).toBe('running');
  });

  it('is offered first to the woman whom it suits, with the reason where it does not', async () => {
    const woman = await aWoman(house);
    await keepCard(woman, { families: ['breeding'], reading: 0, farthestKm: 20 });
    const suits = await aBatch(house, { title: '养鹅', family: 'breeding' }, officer);
    const tooHard = await aBatch(house, { title: '养鹿', family: 'breeding', reading: 2 }, officer);
    const [first] = granted(await woman.calls.get<BatchView[]>('/batches'));
    expect(first).toMatchObject({ id: suits.id, fit: { misfits: [] } });
    const fit = (caller: Caller, id: string, query = '') =>
      caller.get<BatchView>(`/batches/${id}${query}`).then((answer) => granted(answer).fit);
    expect(await fit(woman.calls, tooHard.id)).toMatchObject({ misfits: ['LITERACY'] });
    const { aspects } = granted(await woman.calls.get<BatchView>(`/batches/${tooHard.id}`));
    expect(aspects!.filter(({ isFit }) => !isFit)).toEqual([
      {
        ...{ misfit: 'LITERACY', isFit: false, sentence: '这门课要多认些字。' },
        remedy: '先看看不用认字的班，或请帮办人改登记。',
      },
    ]);
    const fitting = aspects!.filter(({ isFit }) => isFit);
    expect(fitting.length).toBeGreaterThan(5);
    expect(fitting.filter(({ remedy }) => remedy !== null)).toEqual([]);
    const by = await helper(house, yanshou.township);
    expect(await fit(by, tooHard.id, `?womanId=${woman.id}`)).toMatchObject({ misfits: ['LITERACY'] });
    expect(await fit(house.nobody, tooHard.id, `?womanId=${woman.id}`)).toBeUndefined();
    const stranger = await aWoman(house);
    expect(await stranger.calls.get(`/batches/${tooHard.id}?womanId=${woman.id}`)).toMatchObject({
      status: 404,
      code: 'thing.notFound',
    });
  });

  it('of today is on the list with the past, however much past there is', async () => {
    const { id } = await aBatch(house, {}, officer);
    const { rows } = house.database;
    const batch = await rows.findOneByOrFail(Batch, { id });
    const old = Array.from({ length: 500 }, () => ({
      ...{ ...batch, id: newId(), state: 'finished' as const },
      ...{ startsOn: '2025-11-20', endsOn: '2025-11-20' },
    }));
    await rows.insert(Batch, old);
    const listed = granted(await officer.get<BatchView[]>('/batches?past=yes&county=230129'));
    expect(listed.map((one) => one.id)).toContain(id);
    expect(listed).toHaveLength(500);
    await rows.delete(Batch, { startsOn: '2025-11-20' });
  });
});
