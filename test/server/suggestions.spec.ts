import type { BatchPlanView } from '../../server/courses/plans/plans.view';
import type { VenueView } from '../../server/courses/batches.view';
import { newId } from '../../server/database/new-id';
import type { NeedCardDto } from '../../server/needs/needs.dto';
import type { SuggestDto } from '../../server/planning/suggestions.dto';
import type { SuggestionsView } from '../../server/planning/suggestions.view';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, keepCard } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, signUp } from '../support/house/teaching';

type Suggestions = Sent<SuggestionsView>;
type SuggestedBatch = Suggestions['batches'][number];

describeHouse('Suggested batches', () => {
  let house: House;
  let officer: Caller;
  let venueId: string;
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    const venue = { name: '文化站', regionCode: yanshou.township, address: '', capacity: 40 };
    venueId = granted(await officer.post<VenueView>('/venues', venue)).id;
    await addTrainer(['handicraft']);
  });
  afterEach(() => house.close());

  const addTrainer = async (families: string[]) =>
    granted(await officer.post<{ id: string }>('/trainers', { name: '孙丽华', speciality: '柳编', families }))
      .id;
  const women = async (count: number, card: Partial<NeedCardDto> = {}) => {
    const all = [];
    for (let made = 0; made < count; made += 1) {
      const woman = await aWoman(house);
      await keepCard(woman, { freeMonths: [1], ...card });
      all.push(woman);
    }
    return all;
  };
  const ask = (part: Partial<SuggestDto> = {}, by = officer) =>
    by.post<SuggestionsView>('/suggestions', {
      ...{ batches: 2, months: 4, halfDays: 4, seats: 20, minimum: 2, kept: [] },
      ...part,
    });
  const asBody = ({ seats: capacity, sessions, ...batch }: SuggestedBatch) => ({
    ...{ title: batch.title, family: batch.family, reading: batch.reading, isHeavy: batch.isHeavy },
    ...{ trainerId: batch.trainerId, venueId: batch.venueId, sessions, capacity, minimum: 2 },
    ...{ admission: 'assignment', signUpUntil: batch.signUpUntil },
  });
  const unmet = ({ unmet: all }: Suggestions) =>
    Object.fromEntries(all.map((one) => [one.reason, one.women]));

  it('serve those who can come, say whom they do not serve and why, and write nothing', async () => {
    await women(5);
    await women(1, { freeMonths: [7] });
    await women(1, { families: ['planting'] });
    const before = await dump(house);
    const found = granted(await ask());
    expect(found).toMatchObject({ women: 7, byStanding: 0, byProposed: 5, atMost: 5, unplaced: [] });
    expect(found.batches).toMatchObject([{ family: 'handicraft', women: 5, month: '2027-01', venueId }]);
    expect(unmet(found)).toEqual({ trainer: 1, time: 1 });
    expect(await dump(house)).toEqual(before);
  });

  it('become a plan in one step, which then seats its women first and is not proposed again', async () => {
    await women(4);
    const [batch] = granted(await ask()).batches;
    const planned = granted(await officer.post<BatchPlanView>('/batch-plans', asBody(batch!)));
    expect(planned.batch).toMatchObject({
      state: 'planned',
      capacity: 20,
      startsOn: batch!.sessions[0]!.heldOn,
    });
    const after = granted(await ask());
    expect(after).toMatchObject({ women: 4, byStanding: 4, byProposed: 0, batches: [] });
  });

  it('leave out whoever has a seat already, and whom no place is near enough for', async () => {
    const [first] = await women(3);
    await women(2, { farthestKm: 1 });
    const seated = await aBatch(house, { sessions: [{ heldOn: '2027-01-20', half: 'morning' }] }, officer);
    await signUp(first!, seated);
    const found = granted(await ask({ minimum: 1 }));
    expect(found.women).toBe(4);
    expect(unmet(found).distance ?? 0).toBeLessThanOrEqual(2);
  });

  it('follow what the officer settles on, adds and drops', async () => {
    await women(3);
    await women(3, { freeMonths: [12] });
    const january = { family: 'handicraft', venueId, month: '2027-01', isWeekend: false } as const;
    const one = granted(await ask({ batches: 0, kept: [january] }));
    expect(one).toMatchObject({ byProposed: 3, atMost: 3, batches: [{ isKept: true, women: 3 }] });
    expect(unmet(one)).toEqual({ budget: 3 });
    const both = granted(await ask({ batches: 2, kept: [january] }));
    expect(both.batches.map(({ isKept, month }) => [isKept, month])).toEqual([
      [true, '2027-01'],
      [false, '2026-12'],
    ]);
    expect(both.byProposed).toBe(6);
    const useless = granted(await ask({ batches: 0, kept: [{ ...january, month: '2027-02' }] }));
    expect(useless).toMatchObject({ byProposed: 0, batches: [{ isBelowMinimum: true, women: 0 }] });
  });

  it('keep out of the farms’ busy months and of half days that are given away', async () => {
    await women(4);
    const seasons = [{ name: '扣棚', months: [1] }];
    granted(await officer.put('/farm-seasons', { seasons }));
    const busy = granted(await ask());
    expect([busy.batches, unmet(busy)]).toEqual([[], { time: 4 }]);
    granted(await officer.put('/farm-seasons', { seasons: [] }));

    const free = granted(await ask({ minimum: 1, seats: 1, batches: 40 }));
    expect(free.batches).toHaveLength(4);
    const sessions = free.batches.flatMap((batch) =>
      batch.sessions.map(({ heldOn, half }) => `${heldOn} ${half}`),
    );
    expect(new Set(sessions).size).toBe(sessions.length);
    const january = { family: 'handicraft', venueId, month: '2027-01', isWeekend: false } as const;
    const many = granted(await ask({ batches: 0, kept: Array.from({ length: 20 }, () => january) }));
    expect(many.batches.length + many.unplaced.length).toBe(20);
    expect(many.unplaced.length).toBeGreaterThan(5);
  });

  it('count trainers’ days as a budget, and refuse what cannot be asked', async () => {
    await women(4);
    expect(granted(await ask({ batches: undefined, trainerDays: 1, halfDays: 4 })).batches).toEqual([]);
    expect(granted(await ask({ batches: undefined, trainerDays: 2, halfDays: 4 })).batches).toHaveLength(1);
    expect(await ask({ batches: undefined })).toMatchObject({ status: 400, code: 'suggestion.noBudget' });
    expect(await ask({ seats: 1, minimum: 2 })).toMatchObject({ code: 'batch.capacityBelowMinimum' });
    for (const part of [{ halfDays: 0 }, { months: 13 }, { batches: -1 }, { seats: 10_000 }])
      expect(await ask(part)).toMatchObject({ status: 400, code: 'input.invalid' });
    const kept = { family: 'handicraft', month: '2027-13', isWeekend: false, venueId } as const;
    expect(await ask({ kept: [kept] })).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  it('are of the officer’s own county, and do not tell whether another’s place is there', async () => {
    await women(4);
    const foreign = await countyOfficer(house, bayan.county);
    expect(granted(await ask({}, foreign))).toMatchObject({ women: 0, batches: [], unmet: [] });
    const kept = { family: 'handicraft', month: '2027-01', isWeekend: false } as const;
    for (const id of [venueId, newId()])
      expect(await ask({ kept: [{ ...kept, venueId: id }] }, foreign)).toMatchObject({ status: 404 });
  });
});
