import { afterDaytime, offerDeadline } from '../../server/enrolments/deadline.rules';
import { decideRemoval } from '../../server/enrolments/enrolments.rules';
import { trainedSince, waitingPriority, waitsSince } from '../../server/enrolments/waiting.rules';

const now = new Date('2026-11-23T02:00:00Z');
const daytime = { from: 8, until: 20 };

describe('An offer', () => {
  // In Shanghai's hours: eight hours ahead of what is written here.
  it.each([
    ['in the morning ends the same day', '2026-11-23T02:00:00Z', 4, '2026-11-23T06:00:00.000Z'],
    ['in the evening waits for the night to pass', '2026-11-23T11:00:00Z', 2, '2026-11-24T01:00:00.000Z'],
    [
      'at eight in the evening begins to count at eight',
      '2026-11-23T12:00:00Z',
      1,
      '2026-11-24T01:00:00.000Z',
    ],
    ['at three in the night too', '2026-11-22T19:00:00Z', 1, '2026-11-23T01:00:00.000Z'],
    ['may end exactly when the day does', '2026-11-23T02:00:00Z', 10, '2026-11-23T12:00:00.000Z'],
    ['at midnight of 31 December ends on 1 January', '2026-12-31T16:00:00Z', 3, '2027-01-01T03:00:00.000Z'],
    ['a millisecond before that midnight too', '2026-12-31T15:59:59.999Z', 3, '2027-01-01T03:00:00.000Z'],
    ['late on 31 December goes on in the new year', '2026-12-31T11:30:00Z', 1, '2027-01-01T00:30:00.000Z'],
    [
      'on 28 February of a leap year goes on on the 29th',
      '2028-02-28T11:00:00Z',
      2,
      '2028-02-29T01:00:00.000Z',
    ],
    ['of thirty-six hours holds three days', '2026-11-23T02:00:00Z', 36, '2026-11-26T02:00:00.000Z'],
    ['of sixty days of hours ends', '2026-11-23T02:00:00Z', 720, '2027-01-22T02:00:00.000Z'],
  ])('%s', (_, from, hours, until) => {
    expect(afterDaytime(new Date(from), hours, daytime).toISOString()).toBe(until);
  });

  it('counts every hour where the day is set to have twenty-four', () => {
    const all = { from: 0, until: 24 };
    expect(afterDaytime(now, 72, all).toISOString()).toBe('2026-11-26T02:00:00.000Z');
  });

  it('never stands past the morning on which the batch begins', () => {
    const first = new Date('2026-11-24T16:00:00Z');
    expect(offerDeadline(now, 36, daytime, first)).toEqual(first);
  });
});

describe('The place on the waiting list', () => {
  const her = {
    villageCode: '230129101201',
    batchCounty: '230129',
    coverageCounties: ['230129'],
    trained: 0,
    inNeedSince: now,
  };
  const priority = (other: Partial<typeof her>) => waitingPriority({ ...her, ...other }, now);
  const yearsAgo = (years: number) => new Date(now.getTime() - years * 366 * 24 * 60 * 60 * 1000);

  it('goes by the tiers of the published policy, each above all that follow it', () => {
    const falling = [
      priority({ inNeedSince: yearsAgo(3) }),
      priority({ inNeedSince: yearsAgo(1) }),
      priority({}),
      priority({ trained: 1, inNeedSince: yearsAgo(9) }),
      priority({ trained: 3, inNeedSince: yearsAgo(9) }),
      priority({ coverageCounties: [], inNeedSince: yearsAgo(9) }),
      priority({ coverageCounties: [] }),
      priority({ villageCode: '230126100201', inNeedSince: yearsAgo(9) }),
      priority({ villageCode: '230126100201', trained: 9 }),
    ];
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(new Set(falling).size).toBe(falling.length);
  });

  it('of another full-coverage county is no better than of any other', () => {
    const away = { villageCode: '230126100201' };
    expect(priority({ ...away, coverageCounties: ['230126'] })).toBe(priority(away));
  });

  it('is not moved by a need dated in the future, nor by none', () => {
    expect(priority({ inNeedSince: yearsAgo(-1) })).toBe(priority({}));
    expect(waitingPriority({ ...her, inNeedSince: undefined }, now)).toBe(priority({}));
  });

  it('counts trainings of three years', () => expect(trainedSince(now)).toBe('2023-11-24'));

  it('is after everybody who waits already, also when the clock was set back', () => {
    expect(waitsSince(now, undefined)).toEqual(now);
    expect(waitsSince(now, new Date(now.getTime() - 1))).toEqual(now);
    expect(waitsSince(now, now).getTime()).toBe(now.getTime() + 1);
    expect(waitsSince(now, new Date(now.getTime() + 5000)).getTime()).toBe(now.getTime() + 5001);
  });
});

describe('Being taken out', () => {
  it('is possible from every living state, once, and not after the end', () => {
    for (const state of ['applied', 'waiting', 'offered', 'enrolled'] as const)
      expect(decideRemoval(state)).toEqual({ becomes: 'removed' });
    expect(decideRemoval('removed')).toEqual({ becomes: 'same' });
    for (const state of ['declined', 'lapsed', 'given_up', 'refused'] as const)
      expect(decideRemoval(state)).toEqual({ refused: 'enrolment.alreadyEnded' });
  });
});
