import {
  decideOpening,
  mayBecome,
  nextStates as batchStates,
  slotKey,
  type BatchPlan,
} from '../../server/courses/batches.rules';
import {
  abilitiesIn,
  decideAnswer,
  decideApplication,
  decideGivingUp,
  enrolmentStateNames,
  holdsSeat,
  living,
  nextStates,
  sayStanding,
  type Application,
  type EnrolmentState,
} from '../../server/enrolments/enrolments.rules';

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

describe('A batch', () => {
  it('opens with its half days in the order of time, and takes sign-ups to the end of the last day', () => {
    const opening = decideOpening(plan, now);
    expect(opening).toMatchObject({
      startsOn: '2027-01-10',
      endsOn: '2027-01-11',
      signUpUntil: new Date('2027-01-05T16:00:00Z'),
    });
    expect('slots' in opening && opening.slots.map(slotKey)).toEqual([
      '2027-01-10 1',
      '2027-01-11 1',
      '2027-01-11 2',
    ]);
  });

  it.each([
    ['batch.noSession', { slots: [] }],
    ['batch.sessionRepeated', { slots: [...plan.slots, plan.slots[0]!] }],
    ['batch.capacityBelowMinimum', { minimum: 21 }],
    ['batch.reservesTooMany', { reservedForPoor: 21 }],
    ['batch.sessionInPast', { slots: [{ heldOn: '2026-12-31', half: 'morning' as const }] }],
    ['batch.signUpTooLate', { signUpUntilDay: '2027-01-10' }],
    ['batch.signUpTooLate', { signUpUntilDay: '2026-12-30' }],
  ])('is refused as %s', (code, part) => {
    expect(decideOpening({ ...plan, ...part }, now)).toMatchObject({ refused: code });
  });

  it('lives by a table that leads only to its own states, and ends for good', () => {
    const states = Object.keys(batchStates);
    for (const next of Object.values(batchStates)) for (const state of next) expect(states).toContain(state);
    expect([
      mayBecome('finished', 'open'),
      mayBecome('cancelled', 'open'),
      mayBecome('open', 'closed'),
    ]).toEqual([false, false, true]);
  });
});

const states = Object.keys(nextStates) as EnrolmentState[];
const open: Application = {
  batch: {
    state: 'open',
    admission: 'direct',
    capacity: 5,
    taken: 4,
    signUpUntil: new Date('2027-01-05T16:00:00Z'),
  },
  before: undefined,
  misfits: [],
  clashesWith: undefined,
  someoneWaits: false,
  now,
};
const batch = (part: Partial<Application['batch']>) => ({ ...open, batch: { ...open.batch, ...part } });

describe('A sign-up', () => {
  it.each([
    ['takes the last seat', open, { becomes: 'enrolled' }],
    ['waits where no seat is left', batch({ taken: 5 }), { becomes: 'waiting' }],
    [
      'waits behind those who wait, though a seat is free',
      { ...open, someoneWaits: true },
      { becomes: 'waiting' },
    ],
    ['waits for the assignment', batch({ admission: 'assignment' }), { becomes: 'applied' }],
    [
      'may be hers though she said it is too far',
      { ...open, misfits: ['DISTANCE', 'PERIOD', 'WEEKDAY', 'NEED'] as const },
      { becomes: 'enrolled' },
    ],
    [
      'is refused where it needs more reading',
      { ...open, misfits: ['LITERACY'] as const },
      { refused: 'enrolment.notEligible' },
    ],
    [
      'is refused where the course is done',
      { ...open, misfits: ['ALREADY_DONE'] as const },
      { refused: 'enrolment.alreadyDone' },
    ],
    [
      'names the batch it clashes with',
      { ...open, clashesWith: '养蜂' },
      { refused: 'enrolment.clash', about: { with: '养蜂' } },
    ],
    [
      'is too late at the very instant',
      { ...open, now: open.batch.signUpUntil },
      { refused: 'batch.signUpOver' },
    ],
    [
      'is in time a millisecond before',
      { ...open, now: new Date(open.batch.signUpUntil.getTime() - 1) },
      { becomes: 'enrolled' },
    ],
    ['is refused in a cancelled batch', batch({ state: 'cancelled' }), { refused: 'batch.cancelled' }],
    ['is refused in a running batch', batch({ state: 'running' }), { refused: 'batch.notOpen' }],
    [
      'is not for her whom the federation removed',
      { ...open, before: 'removed' as const },
      { refused: 'enrolment.removed' },
    ],
  ] as const)('%s', (_title, asked, answer) => {
    expect(decideApplication(asked as Application)).toMatchObject(answer);
  });

  it.each(living)('changes nothing when she is already %s', (before) => {
    expect(decideApplication({ ...open, before })).toEqual({ becomes: 'same' });
  });
});

describe('An offer', () => {
  const offer = { state: 'offered' as const, offerUntil: now };
  const before = new Date(now.getTime() - 1);

  it('stands until its deadline, and not a millisecond longer', () => {
    expect(decideAnswer(offer, 'accept', before)).toEqual({ becomes: 'enrolled' });
    expect(decideAnswer(offer, 'accept', now)).toEqual({ refused: 'enrolment.offerLapsed' });
    expect(decideAnswer(offer, 'decline', before)).toEqual({ becomes: 'declined' });
  });

  it('answered twice alike is answered once', () => {
    expect(decideAnswer({ ...offer, state: 'enrolled' }, 'accept', now)).toEqual({ becomes: 'same' });
    expect(decideAnswer({ ...offer, state: 'declined' }, 'decline', now)).toEqual({ becomes: 'same' });
    expect(decideAnswer({ ...offer, state: 'waiting' }, 'accept', now)).toEqual({
      refused: 'enrolment.noOffer',
    });
  });
});

describe('An enrolment', () => {
  it.each(states)(
    'in the state %s may do only what its table allows, and has a name and a sentence',
    (state) => {
      const { accept, decline, giveUp } = abilitiesIn(state, true);
      if (accept) expect(nextStates[state]).toContain('enrolled');
      if (decline) expect(nextStates[state]).toContain('declined');
      expect(giveUp).toBe(
        ![
          'refused' in decideGivingUp(state),
          state === 'offered',
          ['given_up', 'declined'].includes(state),
        ].includes(true),
      );
      expect(enrolmentStateNames[state]).not.toBe('');
      expect(sayStanding(state, { startsOn: '2027-01-10', offerUntil: null, before: 3 })).toMatch(/。$/);
    },
  );

  it('holds a seat when offered or enrolled, and then only', () => {
    expect(states.filter(holdsSeat)).toEqual(['offered', 'enrolled']);
  });
});
