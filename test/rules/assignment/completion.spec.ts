import { createHash } from 'node:crypto';
import { assign } from '../../../server/assignment/engine/assign';
import {
  completeLists,
  type Registration,
} from '../../../server/assignment/engine/completion/complete-lists';
import { logOf, octave, powerBelow } from '../../../server/assignment/engine/completion/octaves';
import { madeUpInstance, nearestFirst, registrationOf } from './reference/made-up-instance';

const near = (batch: string, km: number) => ({ batch, km });

describe('Completing the lists of women who named needs only', () => {
  const { registration } = registrationOf(1500, 'B', 7);

  it('keeps her needs in her order and every batch she is eligible for, once', () => {
    const { lists } = completeLists(registration);
    for (const { id, needs } of registration.women) {
      let at = 0;
      for (const { eligible } of needs) {
        const block = lists[id]!.slice(at, (at += eligible.length));
        expect([...block].sort()).toEqual(eligible.map(({ batch }) => batch).sort());
      }
      expect(lists[id]).toHaveLength(at);
    }
  });

  it('puts the batches she ordered herself first, as she ordered them', () => {
    const eligible = ['a', 'b', 'c', 'd'].map((batch) => near(batch, 3));
    const { lists } = completeLists({
      seed: 's',
      batches: eligible.map(({ batch }) => ({ id: batch, capacity: 10 })),
      women: [{ id: 'w', needs: [{ wishes: ['d', 'b'], eligible }] }],
    });
    expect(lists.w!.slice(0, 2)).toEqual(['d', 'b']);
    expect([...lists.w!].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('gives the same whatever the order of rows, and the bytes it has always given', () => {
    const turned: Registration = {
      ...registration,
      batches: [...registration.batches].reverse(),
      women: [...registration.women].reverse().map((woman) => ({
        ...woman,
        needs: woman.needs.map(({ eligible }) => ({ eligible: [...eligible].reverse() })),
      })),
    };
    const completed = JSON.stringify(completeLists(registration));
    expect(JSON.stringify(completeLists(turned))).toBe(completed);
    const small = completeLists({
      seed: 'spring',
      batches: [
        { id: 'a', capacity: 2 },
        { id: 'b', capacity: 5 },
        { id: 'c', capacity: 1 },
      ],
      women: ['u', 'v', 'w', 'x', 'y', 'z'].map((id, at) => ({
        id,
        needs: [{ eligible: [near('a', at), near('b', 12)] }, { eligible: [near('c', 2 * at)] }],
      })),
    });
    expect(createHash('sha256').update(JSON.stringify(small)).digest('hex')).toBe(
      '46195358d45e3fc5225c23512582f0cfb45ca47a06a1a9bd91e846897a007d2e',
    );
  });

  it('with weights frozen completes a later list without moving an earlier one', () => {
    const { weights, lists } = completeLists(registration);
    const late = {
      id: 'late',
      needs: registration.women.find(({ needs }) => needs[0]!.eligible.length > 3)!.needs,
    };
    const again = completeLists({ ...registration, women: [...registration.women, late] }, weights);
    expect(again.weights).toEqual(weights);
    expect(again.lists).toEqual({ ...lists, late: expect.any(Array) });
  });

  it('a batch that goes leaves the order of the others as it was', () => {
    const { weights, lists } = completeLists(registration);
    const gone = registration.batches[3]!.id;
    const women = registration.women.map((woman) => ({
      ...woman,
      needs: woman.needs.map(({ eligible }) => ({
        eligible: eligible.filter(({ batch }) => batch !== gone),
      })),
    }));
    const left = completeLists({ ...registration, women }, weights).lists;
    for (const id of Object.keys(lists))
      expect(left[id]).toEqual(lists[id]!.filter((batch) => batch !== gone));
  });

  it('comes first with a chance in proportion to weight and nearness', () => {
    const women = Array.from({ length: 20_000 }, (_, at) => ({
      id: `w${at}`,
      needs: [{ eligible: [near('a', 0), near('b', 8), near('c', 16)] }],
    }));
    const batches = ['a', 'b', 'c'].map((id) => ({ id, capacity: 30 }));
    const { lists } = completeLists({ seed: 's', batches, women }, { a: 0, b: octave, c: 0 });
    const pulls = [1, 2 * Math.exp(-1), Math.exp(-2)];
    const all = pulls[0]! + pulls[1]! + pulls[2]!;
    ['a', 'b', 'c'].forEach((id, at) => {
      const first = Object.values(lists).filter((list) => list[0] === id).length;
      expect(first / women.length).toBeCloseTo(pulls[at]! / all, 1.7);
    });
  });

  it('draws women away from a crowded batch to an empty one near by', () => {
    const women = Array.from({ length: 300 }, (_, at) => ({
      id: `w${at}`,
      needs: [{ eligible: [near('crowded', 2), near('empty', 10)] }],
    }));
    const batches = ['crowded', 'empty'].map((id) => ({ id, capacity: 150 }));
    const { weights, lists } = completeLists({ seed: 's', batches, women });
    expect(weights.empty).toBeGreaterThan(weights.crowded!);
    const first = Object.values(lists).filter((list) => list[0] === 'empty').length;
    expect(Math.abs(first - 150)).toBeLessThan(30);
  });

  it('places more women and closes fewer batches than sending everyone to the nearest', () => {
    for (const scenario of ['A', 'B', 'C'] as const) {
      const outcome = (listsOf?: typeof nearestFirst) => {
        const { assigned, closed } = assign(madeUpInstance(3000, scenario, 7, listsOf));
        return {
          placed: Object.values(assigned).filter((batch) => batch !== null).length,
          closed: closed.length,
        };
      };
      const [balanced, nearest] = [outcome(), outcome(nearestFirst)];
      expect(balanced.placed).toBeGreaterThan(nearest.placed);
      expect(balanced.closed).toBeLessThanOrEqual(nearest.closed);
    }
  });

  it('refuses a need that names a batch nobody opened, or a way that is not whole kilometres', () => {
    const broken = (pair: { batch: string; km: number }) => () =>
      completeLists({
        seed: 's',
        batches: [{ id: 'a', capacity: 1 }],
        women: [{ id: 'w', needs: [{ eligible: [near('a', 0), pair] }] }],
      });
    expect(broken(near('b', 1))).toThrow(/woman "w".*unknown batch "b"/);
    expect(broken(near('a', 1))).toThrow(/woman "w".*twice/);
    expect(() =>
      completeLists({ ...registration, women: [{ id: 'w', needs: [{ eligible: [near('b00000', 1.5)] }] }] }),
    ).toThrow(/1\.5/);
  });
});

describe('Logarithms in whole numbers', () => {
  it('agree with real ones to three steps, and powers to one part in four thousand', () => {
    for (let number = 1; number < 2 ** 53; number = Math.ceil(number * 1.01)) {
      expect(Math.abs(logOf(number) - Math.log2(number) * octave)).toBeLessThan(3);
    }
    for (let steps = 0; steps < 12 * octave; steps += 99_991) {
      expect(Math.abs(powerBelow(steps) / 2 ** (30 - steps / octave) - 1)).toBeLessThan(1 / 4000);
    }
    expect(powerBelow(0)).toBe(2 ** 30);
    expect(powerBelow(31 * octave)).toBe(0);
  });

  it('never fall when the number rises', () => {
    let last = -1;
    for (let number = 1; number < 20_000; number++) {
      expect(logOf(number)).toBeGreaterThanOrEqual(last);
      last = logOf(number);
    }
  });
});
