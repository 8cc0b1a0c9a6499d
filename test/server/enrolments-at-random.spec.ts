import fc from 'fast-check';
import { In } from 'typeorm';
import { SignIn } from '../../server/accounts/account.entity';
import { dayOf, daysLater } from '../../server/calendar/days.rules';
import { Batch } from '../../server/courses/batch.entity';
import { Completion } from '../../server/courses/completion.entity';
import { newId } from '../../server/database/new-id';
import { Enrolment, EnrolmentChange } from '../../server/enrolments/enrolment.entity';
import { holdsSeat, mayBecome } from '../../server/enrolments/enrolments.rules';
import type { DraftingView } from '../../server/assignment/runs.view';
import { granted, type Answer, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { anEntry, countyOfficer, helper, keepCard, women, type HouseWoman } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aDraw } from '../support/house/runs';
import { aBatch, standing, type SentBatch, type SentStanding } from '../support/house/teaching';

const oneHour = 60 * 60 * 1000;

/** One thing that somebody does, or that time does. */
type Step =
  | { readonly does: 'apply' | 'giving-up' | 'acceptance' | 'declining'; who: number; batch: number }
  | { readonly does: 'removal' | 'a second file is merged away'; who: number; batch: number }
  | { readonly does: 'more or fewer seats'; batch: number; seats: number }
  | { readonly does: 'two officers change the seats at once'; batch: number; seats: number }
  | { readonly does: 'the clock is set back'; hours: number }
  | { readonly does: 'everybody applies'; batch: number }
  | { readonly does: 'everybody answers at once'; what: 'acceptance' | 'declining' | 'giving-up' }
  | { readonly does: 'time passes'; hours: number }
  | { readonly does: 'a run is published' }
  | { readonly does: 'the first day comes' };

const who = fc.nat(5);
const batch = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({
      does: fc.constantFrom('apply', 'apply', 'giving-up', 'acceptance', 'declining'),
      who,
      batch,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('removal' as const, 'a second file is merged away' as const),
      who,
      batch,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constantFrom('more or fewer seats' as const, 'two officers change the seats at once' as const),
      batch,
      seats: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('the clock is set back' as const),
      hours: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('everybody applies' as const), batch }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('everybody answers at once' as const),
      what: fc.constantFrom('acceptance', 'declining', 'giving-up'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('time passes' as const),
      hours: fc.integer({ min: 1, max: 80 }),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ does: 'a run is published' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'the first day comes' as const }) },
);

describeHouse('Seats', () => {
  let house: House;
  let officer: Caller;
  let villageHelper: Caller;
  let six: HouseWoman[];
  let runs = 0;

  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    villageHelper = await helper(house, yanshou.villages[0]);
    // Of several priorities: from the batches' own county and from another, trained before and not.
    six = [...(await women(house, 4)), ...(await women(house, 2, { villageCode: bayan.village }))];
    for (const woman of six) await keepCard(woman);
    await house.database.rows.insert(
      Completion,
      [six[0]!, six[0]!, six[1]!, six[4]!].map(({ id: womanId }) => ({
        ...{ id: newId(), womanId, batchId: newId(), courseId: newId(), completedOn: '2025-06-01' },
      })),
    );
    await house.database.rows.updateAll(SignIn, {
      expiresAt: new Date('2030-01-01T00:00:00Z'),
      lastSeenAt: new Date('2030-01-01T00:00:00Z'),
    });
  });
  afterAll(() => house.close());

  it('are never oversold, lost or left empty while somebody waits, whatever people do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 18 }), async (steps) => {
        house.setClock(monday);
        const batches = await threeBatches();
        for (const one of steps) {
          const before = await seatsOf(batches);
          // Of two officers at once one may grow the batch, and the other shrink it again when its seats are given.
          if (one.does === 'two officers change the seats at once')
            before.set(batches[one.batch]!.id, Math.max(before.get(batches[one.batch]!.id)!, one.seats + 1));
          const waited = await waitingIn(batches[2]!);
          const answers = await take(one, batches);
          expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
          await expectSeatsToAddUp(batches, before);
          await expectNobodyOvertaken(batches[2]!, waited);
        }
        await expectHistoryToBeWhole(batches);
        // Later sequences shall not meet these again.
        await house.database.rows.update(
          Batch,
          { id: In(batches.map(({ id }) => id)) },
          { state: 'cancelled' },
        );
      }),
      { numRuns: 30, seed: 20161123, endOnFailure: true },
    );
  });

  /** Two that meet in the same half day, and one whose seats are assigned. */
  async function threeBatches(): Promise<SentBatch[]> {
    runs += 1;
    const heldOn = daysLater('2026-12-10', runs);
    const morning = { sessions: [{ heldOn, half: 'morning' as const }] };
    return [
      await aBatch(house, { ...morning, capacity: 2 }, officer),
      await aBatch(house, { ...morning, capacity: 1 }, officer),
      await aBatch(
        house,
        { sessions: [{ heldOn, half: 'afternoon' }], capacity: 2, minimum: 2, admission: 'assignment' },
        officer,
      ),
    ];
  }

  async function take(one: Step, batches: SentBatch[]): Promise<Answer<unknown>[]> {
    switch (one.does) {
      case 'apply':
        return [await apply(six[one.who]!, batches[one.batch]!)];
      case 'everybody applies':
        return Promise.all(six.map((woman) => apply(woman, batches[one.batch]!)));
      case 'giving-up':
      case 'acceptance':
      case 'declining':
        return change(six[one.who]!, batches[one.batch]!, one.does);
      case 'everybody answers at once':
        return (
          await Promise.all(six.flatMap((woman) => batches.map((of) => change(woman, of, one.what))))
        ).flat();
      case 'a second file is merged away': {
        const file = await villageHelper.post<{ id: string }>('/women', anEntry());
        const applied = await officer.post(`/batches/${batches[one.batch]!.id}/enrolments`, {
          womanId: granted(file).id,
        });
        const files = { keptId: six[one.who % 4]!.id, mergedId: file.body.id };
        return [applied, await officer.post('/merges', files)];
      }
      case 'removal': {
        const { enrolmentId } = await standing(six[one.who]!, batches[one.batch]!);
        return enrolmentId
          ? [await officer.post(`/enrolments/${enrolmentId}/removal`, { reason: '搬走了' })]
          : [];
      }
      case 'more or fewer seats':
        return [await resize(batches[one.batch]!, one.seats)];
      case 'two officers change the seats at once':
        return Promise.all([one.seats, one.seats + 1].map((seats) => resize(batches[one.batch]!, seats)));
      case 'the clock is set back':
        house.setClock(new Date(house.now().getTime() - one.hours * oneHour));
        return [];
      case 'time passes':
        await house.passTo(new Date(house.now().getTime() + one.hours * oneHour));
        return [];
      case 'the first day comes':
        await house.passTo(`${batches[0]!.startsOn}T02:00:00Z`);
        return [];
      case 'a run is published': {
        const region = { regionCode: yanshou.county };
        const draw = await officer.post('/lotteries/draws', { ...region, ...aDraw });
        const draft = await officer.post<DraftingView>('/assignment-runs', region);
        if (draft.status >= 400) return [draw, draft];
        const path = `/assignment-runs/${draft.body.run!.id}`;
        return [draw, draft, await officer.post(`${path}/review`), await officer.post(`${path}/publication`)];
      }
    }
  }

  const resize = ({ id }: SentBatch, capacity: number) =>
    officer.put(`/batches/${id}/capacity`, { capacity });

  const apply = ({ calls }: HouseWoman, { id }: SentBatch) => calls.post(`/batches/${id}/enrolments`, {});

  async function change(
    { calls }: HouseWoman,
    { id }: SentBatch,
    what: string,
  ): Promise<Answer<SentStanding>[]> {
    const { enrolmentId } = granted(await calls.get<SentStanding>(`/batches/${id}/standing`));
    return enrolmentId ? [await calls.post(`/enrolments/${enrolmentId}/${what}`)] : [];
  }

  const seatsOf = async (batches: SentBatch[]) =>
    new Map(
      (await house.database.rows.findBy(Batch, { id: In(batches.map(({ id }) => id)) })).map((one) => [
        one.id,
        one.taken,
      ]),
    );

  const waitingIn = ({ id }: SentBatch) =>
    house.database.rows.findBy(Enrolment, { batchId: id, state: 'waiting' });

  /** Whoever got a seat from the waiting list stood before everybody who waits on; told for the batch without clashes. */
  async function expectNobodyOvertaken(of: SentBatch, waited: Enrolment[]): Promise<void> {
    const now = new Map(
      (await house.database.rows.findBy(Enrolment, { batchId: of.id })).map((one) => [one.id, one]),
    );
    const waitsOn = waited.filter(
      ({ id, waitingSince }) =>
        now.get(id)!.state === 'waiting' && now.get(id)!.waitingSince!.getTime() === waitingSince!.getTime(),
    );
    const seated = waited.filter(({ id }) => holdsSeat(now.get(id)!.state));
    for (const one of seated) for (const other of waitsOn) expect(placeOf(one) < placeOf(other)).toBe(true);
  }

  /** Sorts as the policy does: the higher priority, then the longer wait. */
  const placeOf = ({ priority, waitingSince, id }: Enrolment) =>
    `${1000 - priority} ${waitingSince!.toISOString()} ${id}`;

  async function expectSeatsToAddUp(
    batches: SentBatch[],
    before: ReadonlyMap<string, number>,
  ): Promise<void> {
    // The clock looks after seats every half minute.
    await house.passTo(house.now());
    const ids = batches.map(({ id }) => id);
    const enrolments = await house.database.rows.findBy(Enrolment, { batchId: In(ids) });
    const seated = (id: string) =>
      enrolments.filter((one) => one.batchId === id && holdsSeat(one.state)).map(({ womanId }) => womanId);
    const clashing = (id: string) => ids.slice(0, 2).filter((other) => ids[2] !== id && other !== id);
    for (const { id, capacity, taken, state, startsOn } of await house.database.rows.findBy(Batch, {
      id: In(ids),
    })) {
      expect(taken).toBe(seated(id).length);
      // Fewer seats throw nobody out, but then none is given again.
      expect(taken).toBeLessThanOrEqual(Math.max(capacity, before.get(id)!));
      const gives = (state === 'open' || state === 'closed') && startsOn > dayOf(house.now());
      const waiting = enrolments.filter((one) => one.batchId === id && one.state === 'waiting');
      const mayBeSeated = waiting.filter(
        ({ womanId }) => !clashing(id).some((other) => seated(other).includes(womanId)),
      );
      if (gives && taken < capacity) expect(mayBeSeated).toEqual([]);
    }
    const twice = seated(ids[0]!).filter((womanId) => seated(ids[1]!).includes(womanId));
    expect(twice).toEqual([]);
  }

  async function expectHistoryToBeWhole(batches: SentBatch[]): Promise<void> {
    const ids = batches.map(({ id }) => id);
    for (const { id, state } of await house.database.rows.findBy(Enrolment, { batchId: In(ids) })) {
      const history = await house.database.rows.find(EnrolmentChange, {
        where: { enrolmentId: id },
        order: { id: 'ASC' },
      });
      expect(history.map(({ fromState }) => fromState)).toEqual([
        null,
        ...history.slice(0, -1).map(({ toState }) => toState),
      ]);
      expect(history.at(-1)?.toState).toBe(state);
      for (const { fromState, toState } of history)
        expect(fromState === null || mayBecome(fromState, toState)).toBe(true);
    }
  }
});
