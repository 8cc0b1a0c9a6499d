import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { assign } from '../../../server/assignment/engine/assign';
import type { Instance } from '../../../server/assignment/engine/instance';
import { lotteryNumber } from '../../../server/assignment/engine/lottery';
import { openMarket } from '../../../server/assignment/engine/intake/open-market';
import { closeBatches } from '../../../server/assignment/engine/match/close-batches';
import { Run } from '../../../server/assignment/engine/match/run';
import { settle } from '../../../server/assignment/engine/settle';
import { check } from './reference/check';
import { instances } from './reference/instances';

const everything = instances({ women: 8, batches: 4, hasMinimums: true, hasDecisions: true });

/** The same instance with every row, and everything without an order, in another place. */
function shuffled(instance: Instance, seed: number): Instance {
  const mix = <Item>(items: readonly Item[] = []): Item[] =>
    fc.sample(fc.shuffledSubarray([...items], { minLength: items.length }), { seed, numRuns: 1 })[0]!;
  return {
    waived: mix(instance.waived),
    batches: mix(instance.batches),
    women: mix(instance.women).map((woman) => ({ ...woman, groups: mix(woman.groups) })),
    bars: mix(instance.bars),
    pins: mix(instance.pins),
    coverageCounties: mix(instance.coverageCounties),
    seed: instance.seed,
  };
}

describe('A run', () => {
  it('gives the same bytes for the same instance, whatever the order of its rows', () => {
    check(
      fc.property(everything, fc.nat(), (instance, seed) => {
        expect(JSON.stringify(assign(shuffled(instance, seed)))).toBe(JSON.stringify(assign(instance)));
      }),
      400,
    );
  });

  it('gives the same whatever the order in which women ask', () => {
    check(
      fc.property(everything, fc.infiniteStream(fc.nat()), (instance, turns) => {
        const run = new Run(openMarket(instance));
        const waiting = instance.women.map((_, woman) => woman).filter((woman) => run.holds[woman] === -1);
        while (waiting.length > 0) run.ask(waiting.splice(turns.next().value! % waiting.length, 1)[0]!);
        closeBatches(run);
        expect(run.holds).toEqual(settle(openMarket(instance)).run.holds);
      }),
    );
  });

  it('leaves the instance as it was', () => {
    check(
      fc.property(everything, (instance) => {
        const before = JSON.stringify(instance);
        assign(instance);
        expect(JSON.stringify(instance)).toBe(before);
      }),
      100,
    );
  });

  it('is known by a hash of the instance that anyone can compute', () => {
    const canonical =
      '{"seed":"spring","coverageCounties":["230126","230129"],"batches":[{"id":"b","county":"230126","capacity":3,' +
      '"minimum":1,"reserves":{"POOR":2,"NEVER":0,"VULN":0,"LEADER":0}}],"women":[{"id":"a","county":"230126",' +
      '"groups":["POOR","VULN"],"trained":3,"waiting":0,"list":["b"]},{"id":"c","county":"230126","groups":[],' +
      '"trained":0,"waiting":1,"list":[],"lottery":5}],"pins":[{"woman":"c","batch":"b"}],"bars":[],"waived":["b"]}';
    const { inputHash } = assign({
      seed: 'spring',
      coverageCounties: ['230129', '230126'],
      women: [
        { id: 'c', county: '230126', groups: [], trained: 0, waiting: 1, list: [], lottery: 5 },
        { id: 'a', county: '230126', groups: ['VULN', 'POOR'], trained: 7, waiting: 0, list: ['b'] },
      ],
      batches: [{ id: 'b', county: '230126', capacity: 3, minimum: 1, reserves: { POOR: 2 } }],
      pins: [{ woman: 'c', batch: 'b' }],
      waived: ['b'],
    });
    expect(inputHash).toBe(createHash('sha256').update(canonical).digest('hex'));
  });

  it('has another hash as soon as anything that could matter is another', () => {
    check(
      fc.property(everything, everything, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const sameResult = assign(shuffled(one, 1)).inputHash;
        expect(assign(one).inputHash).toBe(sameResult);
        expect(assign(one).inputHash === assign(other).inputHash).toBe(
          canonicalOf(one) === canonicalOf(other),
        );
      }),
      200,
    );
  });

  it('takes ids that are words of JavaScript for what they are: ids', () => {
    const batch = { id: 'constructor', county: 'x', capacity: 1, minimum: 0, reserves: {} };
    const woman = { id: '__proto__', county: 'x', groups: [], trained: 0, waiting: 0, list: ['constructor'] };
    const result = assign({ seed: 'spring', coverageCounties: [], women: [woman], batches: [batch] });
    expect(JSON.stringify(result.assigned)).toBe('{"__proto__":"constructor"}');
  });
});

describe('The lottery', () => {
  it('is the first 48 bits of the SHA-256 of the seed, a line break and the id', () => {
    const hex = createHash('sha256').update('spring\nwang').digest('hex');
    expect(lotteryNumber('spring', 'wang')).toBe(Number(`0x${hex.slice(0, 12)}`));
  });

  it('gives the seat to the higher number, and of equal numbers to the smaller id', () => {
    const woman = (id: string, lottery: number) => ({
      id,
      county: 'x',
      groups: [],
      trained: 0,
      waiting: 0,
      list: ['b'],
      lottery,
    });
    const batch = { id: 'b', county: 'x', capacity: 1, minimum: 0, reserves: {} };
    const winner = (...women: ReturnType<typeof woman>[]) =>
      Object.entries(assign({ seed: 's', coverageCounties: [], women, batches: [batch] }).assigned).find(
        ([, held]) => held !== null,
      )![0];
    expect(winner(woman('a', 4), woman('b', 5))).toBe('b');
    expect(winner(woman('b', 5), woman('a', 5), woman('c', 5))).toBe('a');
    expect(winner(woman('a', -3), woman('b', -2))).toBe('b');
    expect(winner(woman('w10', 5), woman('w9', 5))).toBe('w10');
  });
});

/** What of an instance can matter, written another way than the fingerprint does. */
function canonicalOf(instance: Instance): string {
  const set = (items: readonly unknown[] = []): string[] => items.map((item) => JSON.stringify(item)).sort();
  return JSON.stringify([
    instance.seed,
    set(instance.coverageCounties),
    set(
      instance.women.map((w) => [
        w.id,
        w.county,
        [...w.groups].sort(),
        w.trained,
        w.waiting,
        w.list,
        w.lottery,
      ]),
    ),
    set(
      instance.batches.map((b) => [b.id, b.county, b.capacity, b.minimum, set(Object.entries(b.reserves))]),
    ),
    set(instance.pins?.map(({ woman, batch }) => [woman, batch])),
    set(instance.bars?.map(({ woman, batch }) => [woman, batch])),
    set(instance.waived),
  ]);
}
