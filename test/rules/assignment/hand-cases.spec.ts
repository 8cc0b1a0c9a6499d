import { assign } from '../../../server/assignment/engine/assign';
import type { BatchRow, Group, Instance, WomanRow } from '../../../server/assignment/engine/instance';
import { readKey } from '../../../server/assignment/engine/priority';

const woman = (id: string, lottery: number, groups: Group[], list: string[]): WomanRow => ({
  id,
  county: '230126',
  groups,
  trained: 0,
  waiting: 0,
  list,
  lottery,
});
const batch = (
  id: string,
  capacity: number,
  minimum: number,
  reserves: BatchRow['reserves'] = {},
): BatchRow => ({
  id,
  county: '230126',
  capacity,
  minimum,
  reserves,
});
const instance = (women: WomanRow[], batches: BatchRow[]): Instance => ({
  seed: 'spring',
  coverageCounties: [],
  women,
  batches,
});
const seated = (of: Instance): string[] =>
  Object.entries(assign(of).assigned).flatMap(([id, at]) => (at === null ? [] : [id]));

describe('Assignment, cases worked out by hand', () => {
  it('R1: gives two seats kept for poor women to the two best of them, and only then the others by priority', () => {
    const r1 = instance(
      [
        woman('a', 9, ['POOR'], ['B']),
        woman('b', 8, [], ['B']),
        woman('c', 7, [], ['B']),
        woman('d', 6, [], ['B']),
        woman('e', 5, ['POOR'], ['B']),
        woman('f', 4, ['POOR'], ['B']),
      ],
      [batch('B', 4, 0, { POOR: 2 })],
    );
    expect(seated(r1)).toEqual(['a', 'b', 'c', 'e']);
    // The lottery runs from 4 to 9, so the second lowest number has place 2: e, and c the fourth.
    const cutoffs = assign(r1).cutoffs.B!;
    expect(readKey(cutoffs['POOR']!).rank).toBe(2);
    expect(readKey(cutoffs['']!).rank).toBe(4);
  });

  it('O1: seats a woman of two groups where she leaves room for a woman of one, and no one else gets in', () => {
    const o1 = instance(
      [woman('a', 9, ['POOR', 'NEVER'], ['B']), woman('b', 5, ['POOR'], ['B']), woman('c', 7, [], ['B'])],
      [batch('B', 2, 0, { POOR: 1, NEVER: 1 })],
    );
    expect(seated(o1)).toEqual(['a', 'b']);
    expect(assign(o1).cutoffs.B!['']).toBeNull();
    expect(assign(o1).reasons.c).toEqual([
      expect.objectContaining({ code: 'BELOW_CUTOFF', missing: 'RESERVED' }),
    ]);
  });

  it('X1: of two batches short of women closes one and seats everyone in the other', () => {
    const x1 = assign(
      instance(
        [
          woman('a', 4, [], ['A', 'B']),
          woman('b', 3, [], ['A', 'B']),
          woman('c', 2, [], ['B', 'A']),
          woman('d', 1, [], ['B', 'A']),
        ],
        [batch('A', 4, 3), batch('B', 4, 3)],
      ),
    );
    expect(x1.closed).toEqual([{ batch: expect.any(String), had: 2, minimum: 3 }]);
    expect(new Set(Object.values(x1.assigned)).size).toBe(1);
    expect(Object.values(x1.assigned)).not.toContain(null);
  });

  it('puts a full-coverage county first, then the own county, fewer trainings, longer waiting, and the lottery last', () => {
    const inLine: WomanRow[] = [
      { ...woman('a-coverage', 1, [], ['B']), trained: 3 },
      { ...woman('c-fewer-trainings', 1, [], ['B']), county: '230125', trained: 1 },
      { ...woman('d-longer-waiting', 1, [], ['B']), county: '230125', trained: 2, waiting: 2 },
      { ...woman('e-luckier', 9, [], ['B']), county: '230125', trained: 2, waiting: 1 },
      { ...woman('f-last', 8, [], ['B']), county: '230125', trained: 2, waiting: 1 },
    ];
    for (let seats = 0; seats <= inLine.length; seats++) {
      const women = [...inLine].reverse();
      const result = seated({ ...instance(women, [batch('B', seats, 0)]), coverageCounties: ['230126'] });
      expect(result).toEqual(inLine.slice(0, seats).map(({ id }) => id));
    }
    const atHome = {
      ...inLine[3]!,
      id: 'b-own-county',
      county: '230126',
      trained: 3,
      waiting: 0,
      lottery: 1,
    };
    expect(seated(instance([...inLine.slice(1), atHome], [batch('B', 1, 0)]))).toEqual(['b-own-county']);
  });

  it('tells a woman who missed by one tier which one, and by how much', () => {
    const result = assign(
      instance(
        [woman('a', 1, [], ['B']), { ...woman('b', 9, [], ['B']), trained: 1, waiting: 3 }],
        [batch('B', 1, 0)],
      ),
    );
    expect(result.reasons.b).toEqual([
      {
        batch: 'B',
        code: 'BELOW_CUTOFF',
        key: expect.any(Number),
        cutoff: result.cutoffs.B![''],
        lottery: 9,
        rank: 2,
        tier: { county: 1, trained: 1, waiting: 3 },
        missing: 'TRAINED',
      },
    ]);
  });
});
