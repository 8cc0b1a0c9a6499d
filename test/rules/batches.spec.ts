import fc from 'fast-check';
import { dayOf, daysLater, startOf, type Half } from '../../server/calendar/days.rules';
import {
  batchStateNames,
  decideCapacity,
  decideOpening,
  inOrder,
  livingStates,
  mayBecome,
  nextStates,
  slotKey,
  type BatchPlan,
  type BatchState,
} from '../../server/courses/batches.rules';

const now = new Date('2026-12-31T15:59:00Z'); // a minute before the new year in Shanghai
const plan: BatchPlan = {
  capacity: 20,
  minimum: 10,
  signUpUntilDay: '2027-01-05',
  slots: [
    { heldOn: '2027-01-11', half: 'afternoon' },
    { heldOn: '2027-01-11', half: 'morning' },
    { heldOn: '2027-01-10', half: 'morning' },
  ],
};
const on = (heldOn: string, half: Half = 'morning') => ({ heldOn, half });
const states = Object.keys(nextStates) as BatchState[];

describe('A batch', () => {
  it('opens with its half days in the order of time, and takes sign-ups to the end of the last day', () => {
    expect(decideOpening(plan, now)).toEqual({
      slots: [on('2027-01-10'), on('2027-01-11'), on('2027-01-11', 'afternoon')],
      startsOn: '2027-01-10',
      endsOn: '2027-01-11',
      signUpUntil: new Date('2027-01-05T16:00:00Z'),
    });
  });

  it.each([
    ['without a half day', 'batch.noSession', { slots: [] }],
    ['with one half day twice', 'batch.sessionRepeated', { slots: [...plan.slots, plan.slots[0]!] }],
    ['with fewer seats than it needs women', 'batch.capacityBelowMinimum', { minimum: 21 }],
    ['that keeps more seats than it has', 'batch.reservesTooMany', { reservedForPoor: 21 }],
    ['that begins today', 'batch.sessionInPast', { slots: [on('2026-12-31', 'afternoon')] }],
    ['that began once', 'batch.sessionInPast', { slots: [on('2027-01-10'), on('2026-12-30')] }],
    ['that takes sign-ups on its first day', 'batch.signUpTooLate', { signUpUntilDay: '2027-01-10' }],
    ['that takes sign-ups after it', 'batch.signUpTooLate', { signUpUntilDay: '2027-02-01' }],
    ['more than a year ahead', 'batch.sessionTooFar', { slots: [on('2027-01-10'), on('2028-01-02')] }],
    ['run jointly with nobody', 'batch.partnerNeeded', { jointWith: ' ' }],
    ['that earns instead of costs', 'batch.budgetWrong', { budgetFen: -1 }],
    ['that costs half a fen', 'batch.budgetWrong', { budgetFen: 350_000.5 }],
    ['whose sign-up ended yesterday', 'batch.signUpTooLate', { signUpUntilDay: '2026-12-30' }],
  ])('%s is refused as %s', (_, code, part) => {
    expect(decideOpening({ ...plan, ...part }, now)).toMatchObject({ refused: code });
  });

  it('names the day that has passed', () => {
    expect(decideOpening({ ...plan, slots: [on('2026-12-31')] }, now)).toEqual({
      refused: 'batch.sessionInPast',
      about: { heldOn: '2026-12-31' },
    });
  });

  it.each([
    ['with exactly as many seats as it needs women', { capacity: 10 }],
    ['with every seat kept for the poor', { reservedForPoor: 20 }],
    ['with sign-up today alone', { signUpUntilDay: '2026-12-31' }],
    ['with sign-up until the day before it begins', { signUpUntilDay: '2027-01-09' }],
    ['that begins tomorrow', { slots: [on('2027-01-01')], signUpUntilDay: '2026-12-31' }],
    ['to the last day of the year ahead', { slots: [on('2028-01-01')] }],
    ['that costs nothing, with a partner', { budgetFen: 0, jointWith: '县人社局' }],
    ['with both half days of one day', { slots: [on('2027-01-10'), on('2027-01-10', 'afternoon')] }],
  ])('%s opens', (_, part) => {
    expect(decideOpening({ ...plan, ...part }, now)).toHaveProperty('signUpUntil');
  });

  it('that opens always closes sign-up before it begins, and begins after today', () => {
    const day = fc.integer({ min: -3, max: 8 }).map((later) => daysLater(dayOf(now), later));
    const half = fc.constantFrom<Half>('morning', 'afternoon');
    const anyPlan = fc.record({
      capacity: fc.integer({ min: 1, max: 5 }),
      minimum: fc.integer({ min: 1, max: 5 }),
      reservedForPoor: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      signUpUntilDay: day,
      slots: fc.array(fc.record({ heldOn: day, half }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyPlan, (given) => {
        const opening = decideOpening(given, now);
        const held = given.slots.map(slotKey).sort();
        const isSound =
          held.length > 0 &&
          new Set(held).size === held.length &&
          given.capacity >= given.minimum &&
          (given.reservedForPoor ?? 0) <= given.capacity &&
          held[0]!.slice(0, 10) > '2026-12-31' &&
          given.signUpUntilDay >= '2026-12-31' &&
          given.signUpUntilDay < held[0]!.slice(0, 10);
        expect('refused' in opening).toBe(!isSound);
        if ('refused' in opening) return;
        expect(opening.slots.map(slotKey)).toEqual(held);
        expect(opening.signUpUntil.getTime()).toBeLessThanOrEqual(startOf(opening.startsOn).getTime());
        expect(opening.signUpUntil.getTime()).toBeGreaterThan(now.getTime());
        expect(opening.endsOn >= opening.startsOn).toBe(true);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('meets in the morning before the afternoon, whatever the half days are called', () => {
    expect(inOrder([on('2027-01-11'), on('2027-01-10', 'afternoon'), on('2027-01-10')]).map(slotKey)).toEqual(
      ['2027-01-10 1', '2027-01-10 2', '2027-01-11 1'],
    );
  });
});

describe('The life of a batch', () => {
  it('leads only to states of its own table, each with a name, and each can be reached', () => {
    const reached = new Set<BatchState>(['planned']);
    for (const state of reached) for (const next of nextStates[state]) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
    expect(Object.keys(batchStateNames).sort()).toEqual([...states].sort());
    expect(new Set(Object.values(batchStateNames)).size).toBe(states.length);
  });

  it('ends for good when it is finished or cancelled, and only then', () => {
    expect(states.filter((state) => nextStates[state].length === 0).sort()).toEqual([
      'cancelled',
      'finished',
    ]);
  });

  it('can be cancelled until it has ended', () => {
    expect(states.filter((state) => !mayBecome(state, 'cancelled')).sort()).toEqual([
      'cancelled',
      'finished',
    ]);
  });

  it.each([
    ['open', 'closed', true],
    ['closed', 'open', true],
    ['closed', 'running', true],
    ['running', 'finished', true],
    ['open', 'running', false],
    ['running', 'open', false],
    ['finished', 'open', false],
    ['cancelled', 'open', false],
    ['submitted', 'open', false],
  ] as const)('from %s to %s: %s', (from, to, may) => {
    expect(mayBecome(from, to)).toBe(may);
  });

  it('is seen by women while it takes sign-ups, waits or runs', () => {
    expect([...livingStates].sort()).toEqual(['closed', 'open', 'running']);
  });
});

describe('The seats of a batch', () => {
  const batch = { state: 'open' as BatchState, capacity: 20, minimum: 10, reservedForPoor: 5 };

  it.each([
    ['grow', {}, 30, 20, { becomes: 30 }],
    ['shrink to the minimum, though more are in already', {}, 10, 20, { becomes: 10 }],
    ['stay what they are', {}, 20, 20, { becomes: 'same' }],
    ['stay, for the second of two officers of one mind', {}, 20, 15, { becomes: 'same' }],
    ['stay in a finished batch', { state: 'finished' }, 20, 20, { becomes: 'same' }],
    ['grow for who never saw the old number', {}, 21, undefined, { becomes: 21 }],
    [
      'are not changed over another officer',
      {},
      30,
      25,
      { refused: 'batch.capacityChanged', about: { capacity: 20 } },
    ],
    ['never fall below the minimum', {}, 9, 20, { refused: 'batch.capacityBelowMinimum' }],
    ['never fall below those kept', { reservedForPoor: 15 }, 14, 20, { refused: 'batch.reservesTooMany' }],
    ['fall to those kept', { reservedForPoor: 15 }, 15, 20, { becomes: 15 }],
    ['fall where none are kept', { reservedForPoor: 0 }, 12, 20, { becomes: 12 }],
    [
      'never fall below those kept for all together',
      { reservedForNever: 5, reservedForLeaders: 5 },
      14,
      20,
      { refused: 'batch.reservesTooMany' },
    ],
  ] as const)('%s', (_, part, capacity, seen, answer) => {
    expect(decideCapacity({ ...batch, ...part }, capacity, seen)).toEqual(answer);
  });

  it.each(states)('in the state %s can be changed only until it begins', (state) => {
    const isFixed = ['running', 'finished', 'cancelled'].includes(state);
    expect(decideCapacity({ ...batch, state }, 21, 20)).toEqual(
      isFixed ? { refused: 'batch.capacityFixed' } : { becomes: 21 },
    );
  });
});
