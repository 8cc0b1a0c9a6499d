import { BadInstance } from '../../../server/assignment/engine/bad-instance';
import { parseInstance } from '../../../server/assignment/engine/parse-instance';

const woman = { id: 'w1', county: 'x', groups: ['POOR'], trained: 0, waiting: 1, list: ['b1', 'b2'] };
const batch = { id: 'b1', county: 'x', capacity: 3, minimum: 1, reserves: { POOR: 1 } };
const good = {
  seed: 'spring',
  coverageCounties: ['x'],
  women: [woman, { ...woman, id: 'w2' }],
  batches: [batch, { ...batch, id: 'b2' }],
  pins: [{ woman: 'w1', batch: 'b1' }],
  bars: [{ woman: 'w2', batch: 'b1' }],
  waived: ['b2'],
};
const withWoman = (change: object) => ({ ...good, women: [woman, { ...woman, id: 'w2', ...change }] });
const withBatch = (change: object) => ({ ...good, batches: [batch, { ...batch, id: 'b2', ...change }] });
const without = (row: object, field: string) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== field));

describe('An instance from outside', () => {
  it('is accepted as it is when every row is in order', () => {
    expect(parseInstance(good)).toBe(good);
    expect(parseInstance({ ...good, pins: undefined, bars: undefined, waived: undefined })).toBeDefined();
    expect(parseInstance(JSON.parse(JSON.stringify(good)))).toEqual(good);
    expect(parseInstance({ seed: 's', coverageCounties: [], women: [], batches: [] })).toBeDefined();
  });

  it.each<[string, unknown, RegExp]>([
    ['is no object', [], /expected an object/],
    ['is nothing', null, /expected an object/],
    ['has no seed', without(good, 'seed'), /^seed is missing/],
    ['has an empty seed', { ...good, seed: '' }, /^seed must be a text/],
    ['has a field that no one knows', { ...good, wommen: [] }, /unknown field "wommen"/],
    ['brings a prototype', JSON.parse('{"__proto__":{"seed":"s"}}'), /unknown field "__proto__"/],
    ['names women by something else than a list', { ...good, women: {} }, /^women must be a list/],
    ['repeats a county', { ...good, coverageCounties: ['x', 'x'] }, /coverageCounties repeats "x"/],
    ['has a county that is no text', { ...good, coverageCounties: [230126] }, /coverageCounties\[0\]/],

    ['holds a woman that is no row', { ...good, women: [woman, 7] }, /^women\[1\]: expected an object/],
    ['holds an empty place', { ...good, women: [woman, , woman] }, /^women\[1\]/],
    [
      'holds a woman without a list',
      { ...good, women: [without(woman, 'list')] },
      /^women\[0\] "w1": list is missing/,
    ],
    ['gives a woman a field too many', withWoman({ name: '王' }), /^women\[1\] "w2": unknown field "name"/],
    [
      'gives a row a prototype',
      { ...good, women: [JSON.parse('{"__proto__":{},"id":"w1"}')] },
      /^women\[0\] "w1": unknown field "__proto__"/,
    ],
    ['gives a woman a number for an id', withWoman({ id: 2 }), /^women\[1\]: id must be a text/],
    ['gives a woman no county', withWoman({ county: '' }), /^women\[1\] "w2": county/],
    ['names a group that is none', withWoman({ groups: ['RICH'] }), /^women\[1\] "w2": groups names "RICH"/],
    ['repeats a group', withWoman({ groups: ['POOR', 'POOR'] }), /^women\[1\] "w2": groups repeats/],
    [
      'counts trainings in halves',
      withWoman({ trained: 0.5 }),
      /^women\[1\] "w2": trained must be a whole number/,
    ],
    [
      'counts trainings below zero',
      withWoman({ trained: -1 }),
      /^women\[1\] "w2": trained must not be negative/,
    ],
    ['counts years in NaN', withWoman({ waiting: NaN }), /^women\[1\] "w2": waiting must be .* not NaN/],
    ['counts years in text', withWoman({ waiting: '1' }), /^women\[1\] "w2": waiting must be .* not "1"/],
    ['draws a lottery without end', withWoman({ lottery: Infinity }), /^women\[1\] "w2": lottery/],
    [
      'draws a lottery number that cannot be held',
      withWoman({ lottery: 2 ** 53 }),
      /^women\[1\] "w2": lottery/,
    ],
    ['lists a batch that is none', withWoman({ list: ['b1', 'b9'] }), /woman "w2": .* unknown batch "b9"/],
    ['lists a batch twice', withWoman({ list: ['b1', 'b2', 'b1'] }), /woman "w2": .* repeats the batch "b1"/],
    ['lists a batch by its number', withWoman({ list: ['b1', 2] }), /^women\[1\] "w2": list\[1\]/],
    ['enters a woman twice', withWoman({ id: 'w1' }), /woman "w1": .* twice/],

    ['enters a batch twice', withBatch({ id: 'b1' }), /batch "b1": .* twice/],
    [
      'wants more women than there are seats',
      withBatch({ minimum: 4 }),
      /batch "b2": .* below its minimum 4/,
    ],
    [
      'keeps more seats than there are',
      withBatch({ reserves: { POOR: 2, VULN: 2 } }),
      /batch "b2": .* exceed/,
    ],
    [
      'keeps seats for a group that is none',
      withBatch({ reserves: { RICH: 1 } }),
      /^batches\[1\] "b2": unknown field/,
    ],
    [
      'keeps a negative number of seats',
      withBatch({ reserves: { POOR: -1 } }),
      /^batches\[1\] "b2": reserves\.POOR/,
    ],
    ['has seats without end', withBatch({ capacity: 2 ** 40 }), /batch "b2": a capacity of/],
    [
      'has no reserves',
      { ...good, batches: [without(batch, 'reserves')] },
      /^batches\[0\] "b1": reserves is missing/,
    ],

    [
      'pins a woman that is none',
      { ...good, pins: [{ woman: 'w9', batch: 'b1' }] },
      /pin of woman "w9".* no woman/,
    ],
    [
      'pins to a batch that is none',
      { ...good, pins: [{ woman: 'w1', batch: 'b9' }] },
      /pin of .* no batch "b9"/,
    ],
    [
      'pins a woman twice',
      { ...good, pins: [...good.pins, { woman: 'w1', batch: 'b2' }] },
      /pin of woman "w1"/,
    ],
    [
      'pins and bars the same pair',
      { ...good, bars: good.pins },
      /bar of woman "w1" from batch "b1".* pinned/,
    ],
    ['bars a woman that is none', { ...good, bars: [{ woman: 'w9', batch: 'b1' }] }, /bar of woman "w9"/],
    ['holds a pin without a batch', { ...good, pins: [{ woman: 'w1' }] }, /^pins\[0\]: batch is missing/],
    ['waives a batch that is none', { ...good, waived: ['b9'] }, /waived batch "b9"/],
    ['waives a batch twice', { ...good, waived: ['b2', 'b2'] }, /waived repeats "b2"/],
    [
      'pins more women than there are seats',
      {
        ...withBatch({ capacity: 1, minimum: 0 }),
        bars: [],
        pins: ['w1', 'w2'].map((id) => ({ woman: id, batch: 'b2' })),
      },
      /"w2".*"b2" has more pins than seats/,
    ],
  ])('is refused with one line that names the row when it %s', (_what, instance, message) => {
    expect(() => parseInstance(instance)).toThrow(BadInstance);
    expect(() => parseInstance(instance)).toThrow(message);
    expect(() => parseInstance(instance)).not.toThrow(/\n/);
  });
});
