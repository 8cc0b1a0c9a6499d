import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Group, Instance, WomanRow } from '../../../server/assignment/engine/instance';
import { check } from './reference/check';
import { instances } from './reference/instances';

const woman = (id: string, lottery: number, groups: Group[] = [], list = ['B']): WomanRow => ({
  id,
  county: 'x',
  groups,
  trained: 0,
  waiting: 0,
  list,
  lottery,
});
const batch = (
  id: string,
  capacity: number,
  reserves: Instance['batches'][0]['reserves'] = {},
  minimum = 0,
) => ({
  id,
  county: 'x',
  capacity,
  minimum,
  reserves,
});
const instance = (
  women: WomanRow[],
  batches: Instance['batches'],
  more: Partial<Instance> = {},
): Instance => ({
  seed: 'spring',
  coverageCounties: [],
  women,
  batches,
  ...more,
});

describe('What officers decide before a run', () => {
  it('a pin seats a woman before everyone with a higher key, and even outside her list', () => {
    const pinned = instance([woman('a', 9), woman('b', 1), woman('c', 2, [], [])], [batch('B', 2)], {
      pins: [
        { woman: 'c', batch: 'B' },
        { woman: 'b', batch: 'B' },
      ],
    });
    const { assigned, reasons } = assign(pinned);
    expect(assigned).toEqual({ a: null, b: 'B', c: 'B' });
    expect(reasons.c).toEqual([{ batch: 'B', code: 'PINNED' }]);
    expect(reasons.a).toEqual([expect.objectContaining({ code: 'BELOW_CUTOFF', missing: 'RESERVED' })]);
  });

  it('a pinned poor woman uses up a seat kept for poor women, an outsider pushes the last reserve out first', () => {
    const poor = [woman('p1', 1, ['POOR']), woman('p2', 2, ['POOR'])];
    const others = [woman('o1', 8), woman('o2', 9)];
    const seats = [batch('B', 2, { POOR: 1, LEADER: 1 })];
    const pin = (id: string) =>
      assign(instance([...poor, ...others], seats, { pins: [{ woman: id, batch: 'B' }] }));
    // POOR is used up by p1; LEADER stays kept, and without a leader the best of the others takes it.
    expect(pin('p1').assigned).toEqual({ p1: 'B', p2: null, o1: null, o2: 'B' });
    // One seat is left for two reserves: LEADER gives way, POOR stays.
    expect(pin('o1').assigned).toEqual({ p1: null, p2: 'B', o1: 'B', o2: null });
  });

  it('a pinned woman counts towards the minimum, and when her batch closes she asks down her own list', () => {
    const women = [woman('a', 1, [], ['A']), woman('b', 2, [], ['B', 'A'])];
    const batches = [batch('A', 2), batch('B', 3, {}, 2)];
    const pins = [{ woman: 'a', batch: 'B' }];
    expect(assign(instance(women, batches, { pins })).assigned).toEqual({ a: 'B', b: 'B' });
    const short = assign(instance([women[0]!], batches, { pins }));
    expect(short.closed).toEqual([{ batch: 'B', had: 1, minimum: 2 }]);
    expect(short.assigned).toEqual({ a: 'A' });
    expect(short.reasons.a).toEqual([
      { batch: 'B', code: 'CLOSED', had: 1, minimum: 2 },
      { batch: 'A', code: 'ASSIGNED' },
    ]);
  });

  it('pins give the same whatever their order', () => {
    check(
      fc.property(instances({ women: 8, batches: 3, hasMinimums: true, hasDecisions: true }), (drawn) => {
        const reversed = { ...drawn, pins: [...drawn.pins!].reverse(), bars: [...drawn.bars!].reverse() };
        expect(assign(reversed)).toEqual(assign(drawn));
      }),
    );
  });

  it('a bar strikes one pair and leaves the rest of her list', () => {
    const barred = instance([woman('a', 9, [], ['A', 'B'])], [batch('A', 1), batch('B', 1)], {
      bars: [{ woman: 'a', batch: 'A' }],
    });
    const { assigned, reasons } = assign(barred);
    expect(assigned).toEqual({ a: 'B' });
    expect(reasons.a).toEqual([
      { batch: 'A', code: 'BARRED' },
      { batch: 'B', code: 'ASSIGNED' },
    ]);
  });

  it('a waived minimum keeps a batch open with one woman', () => {
    const lonely = instance([woman('a', 9)], [batch('B', 20, {}, 15)]);
    expect(assign(lonely).assigned).toEqual({ a: null });
    expect(assign({ ...lonely, waived: ['B'] }).assigned).toEqual({ a: 'B' });
  });
});
