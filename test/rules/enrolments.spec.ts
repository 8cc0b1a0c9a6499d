import {
  abilitiesIn,
  decideAnswer,
  decideApplication,
  decideEnding,
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
          'refused' in decideGivingUp(state, false),
          state === 'offered',
          ['given_up', 'declined', 'dropped_out'].includes(state),
        ].includes(true),
      );
      expect(enrolmentStateNames[state]).not.toBe('');
      expect(sayStanding(state, { startsOn: '2027-01-10', offerUntil: null, before: 3 })).toMatch(/。$/);
    },
  );

  it('left once the course has begun has dropped out', () => {
    expect(decideGivingUp('enrolled', false)).toEqual({ becomes: 'given_up' });
    expect(decideGivingUp('enrolled', true)).toEqual({ becomes: 'dropped_out' });
    expect(decideGivingUp('dropped_out', true)).toEqual({ becomes: 'same' });
    expect(decideGivingUp('completed', true)).toEqual({ refused: 'enrolment.alreadyEnded' });
  });

  it.each([
    ['enrolled', { attended: 4, held: 5, share: 80 }, 'completed'],
    ['enrolled', { attended: 3, held: 5, share: 80 }, 'attended'],
    ['enrolled', { attended: 0, held: 5, share: 80 }, 'same'],
    ['enrolled', { attended: 0, held: 0, share: 80 }, 'same'],
    ['enrolled', { attended: 1, held: 5, share: 1 }, 'completed'],
    ['attended', { attended: 4, held: 5, share: 80 }, 'completed'],
    ['attended', { attended: 3, held: 5, share: 80 }, 'same'],
    ['attended', { attended: 0, held: 5, share: 80 }, 'enrolled'],
    ['completed', { attended: 5, held: 5, share: 80 }, 'same'],
    ['completed', { attended: 2, held: 5, share: 80 }, 'attended'],
    ['completed', { attended: 0, held: 5, share: 80 }, 'enrolled'],
    ['waiting', { attended: 5, held: 5, share: 80 }, 'same'],
    ['dropped_out', { attended: 5, held: 5, share: 80 }, 'same'],
  ] as const)('that is %s ends with the register %j as %s, never by default', (state, register, becomes) => {
    expect(decideEnding(state, register)).toBe(becomes);
  });

  it('holds a seat when offered or enrolled, and after the course, and then only', () => {
    expect(states.filter(holdsSeat)).toEqual(['offered', 'enrolled', 'attended', 'completed']);
  });
});
