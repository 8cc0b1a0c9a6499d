import { wishesOf, type SeenBatch, type Taker } from '../../server/assignment/drafting/lists.rules';

const her: Taker = {
  slotsHeld: new Set(['2026-12-08 morning']),
  nearestFirst: false,
  hasReachedYearLimit: false,
  mayJoinLeaders: false,
  families: ['handicraft', 'tourism'],
  freeMonths: [12],
  dayKind: 'any',
  farthestKm: 20,
  reading: 1,
  isBodyLimited: false,
  coursesDone: new Set(['done']),
};
const batch = (id: string, part: Partial<SeenBatch> = {}): SeenBatch => ({
  ...{ id, courseId: id, family: 'handicraft', reading: 0, isHeavy: false, km: 8, days: ['2026-12-07'] },
  ...{ audience: 'women' as const },
  ...{ startsOn: '2026-12-07', slots: ['2026-12-07 morning'], isNear: true },
  ...part,
});
const asked = (...ids: string[]) => new Set(ids);

describe('What a woman would take', () => {
  it('stands in blocks in her order of needs, what she asked for by name first', () => {
    const batches = [batch('t', { family: 'tourism' }), batch('a'), batch('b')];
    expect(wishesOf(her, batches, asked('b')).needs).toEqual([
      {
        wishes: ['b'],
        eligible: [
          { batch: 'a', km: 8 },
          { batch: 'b', km: 8 },
        ],
      },
      { wishes: [], eligible: [{ batch: 't', km: 8 }] },
    ]);
  });

  it('is every batch once: in a block, or left with its reason', () => {
    const batches = [
      batch('a'),
      batch('far', { km: 21 }),
      batch('clash', { slots: ['2026-12-07 morning', '2026-12-08 morning'] }),
      batch('other', { family: 'planting' }),
      batch('done'),
    ];
    const { needs, left } = wishesOf(her, batches, asked());
    const listed = needs.flatMap(({ eligible }) => eligible.map((one) => one.batch));
    expect([...listed, ...left.map((one) => one.batch)].sort()).toEqual(batches.map(({ id }) => id).sort());
    expect(left).toEqual([
      { batch: 'far', misfits: ['DISTANCE'], overlaps: false },
      { batch: 'clash', misfits: [], overlaps: true },
      { batch: 'other', misfits: ['NEED'], overlaps: false },
      { batch: 'done', misfits: ['ALREADY_DONE'], overlaps: false },
    ]);
  });

  it('is what is nearest first when she says so, behind what she asked for by name', () => {
    const batches = [batch('a', { km: 9 }), batch('b', { km: 3 }), batch('c', { km: 5 })];
    const orderOf = (nearestFirst: boolean, ...wanted: string[]) =>
      wishesOf({ ...her, nearestFirst }, batches, asked(...wanted)).needs[0]!.wishes;
    expect(orderOf(true)).toEqual(['b', 'c', 'a']);
    expect(orderOf(true, 'a')).toEqual(['a', 'b', 'c']);
    expect(orderOf(false)).toEqual([]);
  });

  it('leaves out without a word what she never asked for in another county', () => {
    const batches = [batch('far', { km: 90, isNear: false }), batch('asked', { isNear: false, reading: 2 })];
    expect(wishesOf(her, batches, asked('asked')).left).toMatchObject([{ batch: 'asked' }]);
  });

  it('is nothing more this year once she was trained as often as the policy allows', () => {
    const { needs, left } = wishesOf({ ...her, hasReachedYearLimit: true }, [batch('a')], asked('a'));
    expect(needs).toEqual([]);
    expect(left).toEqual([{ batch: 'a', misfits: ['YEAR_LIMIT'], overlaps: false }]);
  });

  it('may be too far or another family when she asked for it by name, but not beyond her reading or her strength', () => {
    const batches = [
      batch('far', { km: 90 }),
      batch('other', { family: 'planting' }),
      batch('books', { reading: 2 }),
    ];
    const { needs, left } = wishesOf(her, batches, asked('far', 'other', 'books'));
    expect(needs.map(({ wishes }) => wishes)).toEqual([['far'], ['other']]);
    expect(left).toMatchObject([{ batch: 'books', misfits: ['LITERACY'] }]);
  });
});
