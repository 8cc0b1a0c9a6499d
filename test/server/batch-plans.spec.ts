import { Batch } from '../../server/courses/batch.entity';
import { BatchChange } from '../../server/courses/plans/batch-plan.entity';
import type { OpenBatchDto } from '../../server/courses/batches.dto';
import type { BatchView } from '../../server/courses/batches.view';
import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import { Enrolment } from '../../server/enrolments/enrolment.entity';
import type { TimetableChangeView } from '../../server/enrolments/timetable/timetable.view';
import { Need } from '../../server/needs/need.entity';
import type { NoticeView } from '../../server/notices/notices.view';
import { Woman } from '../../server/women/woman.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  aTrainer,
  aWoman,
  cityOfficer,
  countyOfficer,
  keepCard,
  registerAsPoor,
  type HouseWoman,
} from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, aPlan, aVenue, signUp, standing } from '../support/house/teaching';

describeHouse('A batch before it opens', () => {
  let house: House;
  let officer: Caller;
  let city: Caller;
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    city = await cityOfficer(house);
  });
  afterEach(() => house.close());

  const plan = async (other: Partial<OpenBatchDto> = {}) =>
    granted(await officer.post<BatchPlanView>('/batch-plans', await aPlan(house, officer, other)));
  const take = (by: Caller, { batch }: { batch: { id: string } }, step: string, reason?: string) =>
    by.post<BatchPlanView>(`/batch-plans/${batch.id}/steps`, { step, reason });
  const askForApproval = async (isAsked: boolean) => granted(await city.put('/approval-rule', { isAsked }));
  const stepsOf = ({ steps }: { steps: { step: string }[] }) => steps.map(({ step }) => step);

  it('is seen by its office alone, and opens by one tap where the city does not ask', async () => {
    const planned = await plan({ jointWith: '县人社局', budgetFen: 350_000, reservedForNever: 1 });
    expect(planned).toMatchObject({
      batch: { state: 'planned' },
      ...{ jointWith: '县人社局', budgetFen: 350_000, reservedForNever: 1, isApprovalAsked: false },
    });
    expect(stepsOf(planned)).toEqual(['open']);
    const woman = await aWoman(house);
    expect(await woman.calls.get(`/batches/${planned.batch.id}`)).toMatchObject({ status: 404 });
    expect((await house.nobody.get<BatchView[]>('/batches')).body).toEqual([]);
    expect(await woman.calls.post(`/batches/${planned.batch.id}/enrolments`, {})).toMatchObject({
      code: 'batch.notOpen',
    });
    expect(granted(await officer.get<BatchView[]>('/batch-plans'))).toHaveLength(1);

    expect(granted(await take(officer, planned, 'open')).batch.state).toBe('open');
    expect(granted(await take(officer, planned, 'open')).batch.state).toBe('open');
    expect(await house.nobody.get(`/batches/${planned.batch.id}`)).toMatchObject({ status: 200 });
    expect((await signUp(woman, planned.batch)).state).toBe('enrolled');
    expect(await house.database.rows.countBy(BatchChange, { batchId: planned.batch.id })).toBe(2);
  });

  it('goes to the city and back with a reason, and opens once it is approved', async () => {
    await askForApproval(true);
    expect(await officer.post('/batches', await aPlan(house, officer))).toMatchObject({
      status: 409,
      code: 'batch.approvalNeeded',
    });
    const planned = await plan();
    expect(stepsOf(planned)).toEqual(['submit']);
    expect(await take(officer, planned, 'open')).toMatchObject({ code: 'batch.approvalNeeded' });
    granted(await take(officer, planned, 'submit'));
    const [waiting] = granted(await city.get<BatchView[]>('/batch-plans'));
    expect(waiting).toMatchObject({ id: planned.batch.id, state: 'submitted' });
    expect(await take(officer, planned, 'approve')).toMatchObject({ status: 403 });
    expect(await take(city, planned, 'sendBack')).toMatchObject({ status: 400, code: 'batch.reasonNeeded' });

    const back = granted(await take(city, planned, 'sendBack', '离村太远，请换到乡里'));
    expect(back.batch.state).toBe('planned');
    const seen = granted(await officer.get<BatchPlanView>(`/batch-plans/${planned.batch.id}`));
    expect(seen.changes[0]).toMatchObject({ toState: 'planned', reason: '离村太远，请换到乡里' });
    const better = await aPlan(house, officer, { capacity: 8 });
    granted(await officer.put(`/batch-plans/${planned.batch.id}`, better));
    granted(await take(officer, planned, 'submit'));
    expect(await officer.put(`/batch-plans/${planned.batch.id}`, better)).toMatchObject({
      code: 'batch.stateForbids',
    });
    expect(stepsOf(granted(await take(city, planned, 'approve')))).toEqual([]);
    const opened = granted(await take(officer, planned, 'open'));
    expect(opened.batch).toMatchObject({ state: 'open', capacity: 8 });
    expect(opened.changes.map(({ toState }) => toState)).toEqual([
      ...['open', 'approved', 'submitted', 'planned', 'submitted', 'planned'],
    ]);
    await askForApproval(false);
    granted(await officer.post('/batches', await aPlan(house, officer)));
  });

  it('keeps trainer and place from others, and gives them free when it is changed', async () => {
    const sessions: OpenBatchDto['sessions'] = [{ heldOn: '2026-12-24', half: 'morning' }];
    const first = await aPlan(house, officer, { sessions });
    const planned = granted(await officer.post<BatchPlanView>('/batch-plans', first));
    const second = await aPlan(house, officer, { sessions, trainerId: first.trainerId });
    expect(await officer.post('/batch-plans', second)).toMatchObject({ code: 'batch.trainerBusy' });
    const path = `/batch-plans/${planned.batch.id}`;
    granted(await officer.put(path, first));
    granted(await officer.put(path, { ...first, sessions: [{ heldOn: '2026-12-25', half: 'morning' }] }));
    granted(await officer.post('/batch-plans', second));
    expect(await officer.put(path, first)).toMatchObject({ code: 'batch.trainerBusy' });
  });

  it('does not open when its days have passed meanwhile', async () => {
    const planned = await plan({ sessions: [{ heldOn: '2026-12-10', half: 'morning' }] });
    house.setClock('2026-12-08T02:00:00Z');
    expect(await take(officer, planned, 'open')).toMatchObject({ code: 'batch.signUpTooLate' });
    house.setClock('2026-12-12T02:00:00Z');
    expect(await take(officer, planned, 'open')).toMatchObject({ code: 'batch.sessionInPast' });
    house.setClock(monday);
    granted(await take(officer, planned, 'open'));
    expect(granted(await take(officer, planned, 'close')).batch.state).toBe('closed');
    expect(
      await (await aWoman(house)).calls.post(`/batches/${planned.batch.id}/enrolments`, {}),
    ).toMatchObject({
      code: 'batch.signUpOver',
    });
  });

  it('warns of holidays and of the farms’ busy months, and forbids nothing', async () => {
    const seasons = [
      { name: '备耕', months: [2, 3] },
      { name: '大棚育苗', months: [2], family: 'planting' },
    ];
    granted(await officer.put('/farm-seasons', { seasons }));
    const planned = await plan({ sessions: [{ heldOn: '2027-02-07', half: 'morning' }] });
    expect(planned.warnings).toEqual([
      ...['2月7日是春节假期。', '2月正是备耕，来的人会少。'],
      '2027年的放假安排还没有全部录入，请对照通知看看日子。',
    ]);
    granted(await take(officer, planned, 'open'));
    const other = await countyOfficer(house, bayan.county);
    expect(granted(await other.get('/farm-seasons'))).toEqual({ seasons: [] });
  });

  it('with more seats kept than it has, or too many for its place, is not planned', async () => {
    const before = await dump(house);
    const kept = await aPlan(house, officer, { capacity: 5, reservedForNever: 3, reservedForLeaders: 3 });
    const venue = { name: '小屋', regionCode: yanshou.township, address: '', capacity: 4 };
    const { id: venueId } = granted(await officer.post<{ id: string }>('/venues', venue));
    const small = await aPlan(house, officer, { venueId });
    expect(await officer.post('/batch-plans', kept)).toMatchObject({ code: 'batch.reservesTooMany' });
    expect(await officer.post('/batch-plans', small)).toMatchObject({
      ...{ status: 400, code: 'batch.venueTooSmall' },
    });
    expect((await dump(house)).batches).toEqual(before.batches);
  });

  it('for leaders takes leaders and women on the poverty register, and nobody else, card or none', async () => {
    const batch = await aBatch(house, { audience: 'leaders', title: '带头人研修', capacity: 5 }, officer);
    const [plain, leader, poor, withCard] = [
      ...[await aWoman(house), await aWoman(house), await aWoman(house), await aWoman(house)],
    ];
    await house.database.rows.update(Woman, { id: leader!.id }, { isLeader: true });
    await registerAsPoor(house, poor!);
    await keepCard(withCard!);
    const apply = ({ calls }: HouseWoman) => calls.post(`/batches/${batch.id}/enrolments`, {});
    for (const woman of [plain!, withCard!])
      expect(await apply(woman)).toMatchObject({ status: 409, code: 'enrolment.notEligible' });
    expect((await signUp(leader!, batch)).state).toBe('enrolled');
    expect((await signUp(poor!, batch)).state).toBe('enrolled');
  });

  it('has seats for all whom it keeps them for, when it is made smaller', async () => {
    const kept = { capacity: 8, reservedForNever: 3, reservedForLeaders: 3 };
    const batch = await aBatch(house, kept, officer);
    const resize = (capacity: number) => officer.put(`/batches/${batch.id}/capacity`, { capacity });
    expect(await resize(5)).toMatchObject({ code: 'batch.reservesTooMany' });
    granted(await resize(6));
  });

  it('is not submitted when its place has become too small meanwhile', async () => {
    await askForApproval(true);
    const venue = { name: '小屋', regionCode: yanshou.township, address: '', capacity: 10 };
    const { id: venueId } = granted(await officer.post<{ id: string }>('/venues', venue));
    const planned = await plan({ venueId, capacity: 10 });
    granted(await officer.put(`/venues/${venueId}`, { ...venue, capacity: 4 }));
    expect(await take(officer, planned, 'submit')).toMatchObject({ code: 'batch.venueTooSmall' });
  });

  it('shows when trainer and place are given away, to their own office', async () => {
    const body = await aPlan(house, officer);
    const planned = granted(await officer.post<BatchPlanView>('/batch-plans', body));
    const [slot] = body.sessions;
    const busy = (by: Caller, asked: string) => by.get(`/planning/busy?${asked}`);
    expect(granted(await busy(officer, `trainerId=${body.trainerId}`))).toEqual([
      { ...slot, isTrainers: true, isVenues: false },
    ]);
    const both = `trainerId=${body.trainerId}&venueId=${body.venueId}`;
    expect(granted(await busy(officer, `${both}&except=${planned.batch.id}`))).toEqual([]);
    const foreign = await countyOfficer(house, bayan.county);
    for (const asked of [`trainerId=${body.trainerId}`, `venueId=${body.venueId}`, `venueId=${newId()}`])
      expect(await busy(foreign, asked)).toMatchObject({ status: 404 });
  });

  it('keeps the facts of a course that is there: a plan that says otherwise is refused', async () => {
    await plan({ title: '养蜂', reading: 0 });
    const harder = await aPlan(house, officer, { title: '养蜂', reading: 2 });
    expect(await officer.post('/batch-plans', harder)).toMatchObject({ status: 409, code: 'course.differs' });
    expect(await officer.post('/batches', harder)).toMatchObject({ code: 'course.differs' });
    granted(await officer.post('/batches', { ...harder, title: '养蜂提高' }));
  });

  it('of another county is not there', async () => {
    const planned = await plan();
    const foreign = await countyOfficer(house, bayan.county);
    for (const id of [planned.batch.id, newId()]) {
      expect(await foreign.get(`/batch-plans/${id}`)).toMatchObject({ status: 404 });
      expect(await take(foreign, { batch: { id } }, 'open')).toMatchObject({ status: 404 });
      expect(await foreign.post(`/batches/${id}/cancellation`, { reason: '不办了' })).toMatchObject({
        status: 404,
      });
    }
  });
});

describeHouse('A batch that changes after women signed up', () => {
  let house: House;
  let officer: Caller;
  let batch: BatchView & { sessions: { id: string }[] };
  let women: HouseWoman[];
  const sessions: OpenBatchDto['sessions'] = [
    { heldOn: '2026-12-21', half: 'morning' },
    { heldOn: '2026-12-22', half: 'morning' },
  ];
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    batch = (await aBatch(house, { sessions, capacity: 2 }, officer)) as unknown as typeof batch;
    women = [await aWoman(house), await aWoman(house), await aWoman(house)];
    for (const woman of women) {
      await keepCard(woman);
      await signUp(woman, batch);
    }
  });
  afterEach(() => house.close());

  const move = (to: object, session = 0, by = officer) =>
    by.put<TimetableChangeView>(`/sessions/${batch.sessions[session]!.id}/slot`, to);
  const inbox = async ({ id, calls }: HouseWoman) =>
    granted(await calls.get<NoticeView[]>(`/women/${id}/notices`)).map(({ event, sentence }) => ({
      event,
      sentence,
    }));

  it('tells everyone when a session moves, once, and moves the batch’s days with it', async () => {
    const to = { heldOn: '2026-12-24', half: 'afternoon' };
    expect(granted(await move(to))).toEqual({ told: 3 });
    expect(granted(await move(to))).toEqual({ told: 0 });
    for (const woman of women)
      expect((await inbox(woman)).filter(({ event }) => event === 'session_moved')).toEqual([
        { event: 'session_moved', sentence: '“柳编入门”有变动：12月21日上午的课改到12月24日下午。' },
      ]);
    const after = granted(await house.nobody.get<BatchView>(`/batches/${batch.id}`));
    expect(after).toMatchObject({ startsOn: '2026-12-22', endsOn: '2026-12-24' });
  });

  it('moves to another place with its sessions, where that is free and in the county', async () => {
    const venueId = await aVenue(officer);
    const { heldOn, half } = sessions[0]!;
    granted(await move({ heldOn, half, venueId }));
    expect((await inbox(women[0]!))[0]!.sentence).toBe(
      '“柳编入门”有变动：时间不变，上课地点改到六团镇文化站。',
    );
    const neighbour = await countyOfficer(house, bayan.county);
    const foreign = await aVenue(neighbour, bayan.township);
    expect(await move({ heldOn, half, venueId: foreign })).toMatchObject({ code: 'batch.venueElsewhere' });
    const taken = await aVenue(officer);
    await aBatch(house, { venueId: taken, sessions }, officer);
    expect(await move({ heldOn, half, venueId: taken })).toMatchObject({ code: 'batch.venueBusy' });
  });

  it.each([
    ['today', { heldOn: '2026-11-23', half: 'morning' }, 400, 'batch.sessionInPast'],
    ['a half day it has already', { heldOn: '2026-12-22', half: 'morning' }, 400, 'batch.sessionRepeated'],
    ['a day before sign-up ends', { heldOn: '2026-12-01', half: 'morning' }, 400, 'batch.signUpTooLate'],
    ['a day two years ahead', { heldOn: '2028-12-01', half: 'morning' }, 400, 'batch.sessionTooFar'],
    ['a day that is none', { heldOn: '2026-02-30', half: 'morning' }, 400, 'input.invalid'],
  ])('does not move to %s', async (_, to, status, code) => {
    const before = await dump(house);
    expect(await move(to)).toMatchObject({ status, code });
    expect(await dump(house)).toEqual(before);
  });

  it('warns when women who have a seat are elsewhere then, and moves when the officer says so', async () => {
    const other = await aBatch(house, { sessions: [{ heldOn: '2026-12-28', half: 'morning' }] }, officer);
    await signUp(women[0]!, other);
    const to = { heldOn: '2026-12-28', half: 'morning' };
    expect(await move(to)).toMatchObject({ status: 409, code: 'batch.womenBusy' });
    expect(granted(await move({ ...to, isDespiteClashes: true }))).toEqual({ told: 3 });
  });

  it('does not move where the trainer teaches elsewhere', async () => {
    const trainer = await aTrainer(house);
    const own = await aBatch(house, { trainerId: trainer.id, sessions }, officer);
    const slot = { heldOn: '2026-12-29', half: 'morning' } as const;
    await aBatch(house, { trainerId: trainer.id, sessions: [slot] }, officer);
    expect(await officer.put(`/sessions/${own.sessions[0]!.id}/slot`, slot)).toMatchObject({
      code: 'batch.trainerBusy',
    });
  });

  it.each([{}, { reason: '' }, { reason: '  ' }])('is not cancelled without a reason: %j', async (body) => {
    const before = await dump(house);
    expect(await officer.post(`/batches/${batch.id}/cancellation`, body)).toMatchObject({
      ...{ status: 400, code: 'batch.cancelReasonNeeded' },
    });
    expect(await dump(house)).toEqual(before);
  });

  it('cancelled, ends every enrolment, tells the reason, frees the seats and leaves the needs on the board', async () => {
    const asked = () => house.database.rows.find(Need, { order: { id: 'ASC' } });
    const needs = await asked();
    const reason = '教师病了，改到春天再办';
    const cancel = () => officer.post<TimetableChangeView>(`/batches/${batch.id}/cancellation`, { reason });
    expect(granted(await cancel())).toEqual({ told: 3 });
    expect(granted(await cancel())).toEqual({ told: 0 });
    for (const woman of women) {
      expect(await standing(woman, batch)).toMatchObject({ state: 'cancelled', stateName: '班已取消' });
      expect((await inbox(woman))[0]).toEqual({
        event: 'cancelled',
        sentence: `“柳编入门”取消了：${reason}。您想学的还记着，有新班就告诉您。`,
      });
    }
    const kept = await house.database.rows.findOneByOrFail(Batch, { id: batch.id });
    expect(kept).toMatchObject({ state: 'cancelled', cancelReason: reason, taken: 0 });
    expect(await asked()).toEqual(needs);
    expect(needs.filter(({ state }) => state === 'open').length).toBeGreaterThanOrEqual(3);
    expect(await women[0]!.calls.post(`/batches/${batch.id}/enrolments`, {})).toMatchObject({
      code: 'batch.cancelled',
    });
    expect(await house.database.rows.countBy(Enrolment, { batchId: batch.id })).toBe(3);
    expect(await move({ heldOn: '2026-12-30', half: 'morning' })).toMatchObject({
      code: 'batch.stateForbids',
    });
    await aBatch(house, { sessions, trainerId: kept.trainerId }, officer);
  });
});

describeHouse('Trainers and places', () => {
  let house: House;
  let officer: Caller;
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterEach(() => house.close());
  type Kept = { id: string; isRetired: boolean; phone: string | null; batchesAhead: number };

  it('are added, changed and retired, never deleted; a phone leaves the server masked', async () => {
    const entry = { name: '赵桂兰', speciality: '柳编', phone: '13812345678' };
    const added = granted(await officer.post<Kept>('/trainers', entry));
    expect(added).toMatchObject({ phone: '138****5678', isRetired: false, batchesAhead: 0 });
    const path = `/trainers/${added.id}`;
    const changed = granted(await officer.put<Kept>(path, { name: '赵桂兰', speciality: '柳编、钩织' }));
    expect(changed).toMatchObject({ speciality: '柳编、钩织', phone: '138****5678' });
    expect(JSON.stringify(await dump(house))).not.toContain('13812345678');

    const batch = await aBatch(house, { trainerId: added.id }, officer);
    expect(await officer.post(`${path}/retirement`, { isRetired: true })).toMatchObject({
      ...{ status: 409, code: 'trainer.hasBatches' },
    });
    granted(await officer.post(`/batches/${batch.id}/cancellation`, { reason: '不办了' }));
    expect(granted(await officer.post<Kept>(`${path}/retirement`, { isRetired: true })).isRetired).toBe(true);
    const plan = await aPlan(house, officer, { trainerId: added.id });
    expect(await officer.post('/batches', plan)).toMatchObject({ code: 'trainer.retired' });
    expect(JSON.stringify((await officer.get('/planning')).body)).not.toContain(added.id);
    expect((await house.nobody.get(`/batches/${batch.id}`)).body).toMatchObject({ trainerName: '赵桂兰' });
    expect(granted(await officer.post<Kept>(`${path}/retirement`, { isRetired: false })).isRetired).toBe(
      false,
    );
    granted(await officer.post('/batches', plan));
  });

  it('a base can be a place, with its seats and where it stands; half a position is refused', async () => {
    const base = {
      ...{ name: '柳编基地', regionCode: yanshou.township, address: '镇东', kind: 'base', capacity: 30 },
      ...{ latitudeE5: 4_545_000, longitudeE5: 12_833_000 },
    };
    const { id } = granted(await officer.post<Kept>('/venues', base));
    const [kept] = granted(await officer.get<(Kept & { kindName: string })[]>('/venues'));
    expect(kept).toMatchObject({ ...base, id, kindName: '基地' });
    const { longitudeE5: _, ...half } = base;
    expect(await officer.put(`/venues/${id}`, half)).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await officer.put(`/venues/${id}`, { ...base, regionCode: bayan.township })).toMatchObject({
      code: 'batch.venueElsewhere',
    });
    const batch = await aBatch(house, { venueId: id }, officer);
    expect(await officer.post(`/venues/${id}/retirement`, { isRetired: true })).toMatchObject({
      code: 'venue.hasBatches',
    });
    granted(await officer.post(`/batches/${batch.id}/cancellation`, { reason: '不办了' }));
    granted(await officer.post(`/venues/${id}/retirement`, { isRetired: true }));
    expect(await officer.post('/batches', await aPlan(house, officer, { venueId: id }))).toMatchObject({
      code: 'venue.retired',
    });
  });
});
