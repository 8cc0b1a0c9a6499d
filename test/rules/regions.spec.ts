import fc from 'fast-check';
import {
  ancestor,
  distanceBetween,
  isWithin,
  levelOf,
  levels,
  sayRegion,
  type Point,
} from '../../server/regions/regions.rules';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
/** Codes of few areas, so that two of them often share one. */
const code = fc
  .tuple(fc.constantFrom('29', '26', '02'), fc.constantFrom('100', '101'), fc.constantFrom('201', '202'))
  .chain(([county, township, village]) => {
    const whole = `2301${county}${township}${village}`;
    return fc.constantFrom(4, 6, 9, 12).map((length) => whole.slice(0, length));
  });
/** Points of Harbin and around it. */
const point = fc.record({
  latitudeE5: fc.integer({ min: 44_00000, max: 47_00000 }),
  longitudeE5: fc.integer({ min: 125_00000, max: 131_00000 }),
});

/** The same length by another formula: the spherical law of cosines. */
function kmByCosines(a: Point, b: Point): number {
  const [φ1, λ1, φ2, λ2] = [a.latitudeE5, a.longitudeE5, b.latitudeE5, b.longitudeE5].map(
    (e5) => (e5 / 100_000) * (Math.PI / 180),
  ) as [number, number, number, number];
  const cosine = Math.sin(φ1) * Math.sin(φ2) + Math.cos(φ1) * Math.cos(φ2) * Math.cos(λ2 - λ1);
  return 6371 * Math.acos(Math.min(1, cosine));
}

describe('A region', () => {
  it.each([
    ['2301', 'city'],
    ['230129', 'county'],
    ['230129101', 'township'],
    ['230129101201', 'village'],
    ['', undefined],
    ['23', undefined],
    ['23012', undefined],
    ['2301291', undefined],
    ['2301291012012', undefined],
  ] as const)('%p has the level %s by the length of its code', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });

  it.each([
    ['230129101201', ['2301', '230129', '230129101', '230129101201']],
    ['230129101', ['2301', '230129', '230129101', undefined]],
    ['230129', ['2301', '230129', undefined, undefined]],
    ['2301', ['2301', undefined, undefined, undefined]],
  ])('%s lies in the areas above it, and in none below', (text, above) => {
    expect(levels.map((level) => ancestor(text, level))).toEqual(above);
  });

  it('lies within itself and within each area above it, and within no other', () => {
    fc.assert(
      fc.property(digits(12), digits(12), (one, other) => {
        for (const level of levels) expect(isWithin(one, ancestor(one, level)!)).toBe(true);
        expect(isWithin(one, other)).toBe(one === other);
      }),
      { seed: 7 },
    );
    expect([isWithin('230129', '230129101'), isWithin('230126101', '230129')]).toEqual([false, false]);
  });

  it.each([
    ['太安村村委会', '太安村'],
    ['太安村民委员会', '太安村'],
    ['太安村村民委员会', '太安村'],
    ['团山村', '团山村'],
    ['第一居委会', '第一居委会'],
    ['六团镇', '六团镇'],
  ])('written %s is called %s', (name, called) => {
    expect(sayRegion(name)).toBe(called);
  });
});

describe('The way between two regions', () => {
  it('is as long there as back, in whole kilometres of at least one, with or without a map', () => {
    fc.assert(
      fc.property(code, code, fc.option(point), fc.option(point), (from, to, start, end) => {
        const positions = (asked: string) =>
          (asked === from ? start : undefined) ?? (asked === to ? end : undefined) ?? undefined;
        const there = distanceBetween(from, to, positions);
        expect(distanceBetween(to, from, positions)).toEqual(there);
        expect(Number.isInteger(there.km) && there.km >= 1).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it('is measured along the sphere where both ends are on the map and lie in different townships', () => {
    fc.assert(
      fc.property(point, point, (start, end) => {
        const positions = (asked: string) => (asked === '230129101201' ? start : end);
        const { km, isMeasured } = distanceBetween('230129101201', '230126100', positions);
        expect(isMeasured).toBe(true);
        // Half a kilometre is lost by rounding; near nothing the cosine itself is coarse.
        expect(Math.abs(km - Math.max(1, kmByCosines(start, end)))).toBeLessThan(0.51);
      }),
      { seed: 7 },
    );
  });

  it('from Yanshou to Bayan is a hundred kilometres, near enough', () => {
    const places: Record<string, Point> = {
      '230129': { latitudeE5: 4544400, longitudeE5: 12830500 },
      '230126': { latitudeE5: 4607600, longitudeE5: 12739400 },
    };
    const { km } = distanceBetween('230129', '230126', (asked) => places[asked]);
    expect(Math.abs(km - 99)).toBeLessThanOrEqual(2);
  });

  it.each([
    ['in one village', '230129101201', '230129101201', 1],
    ['in one township', '230129101201', '230129101202', 8],
    ['from a village to its own township', '230129101201', '230129101', 8],
    ['in one township taken whole', '230129101', '230129101', 8],
    ['in one county', '230129101201', '230129102201', 30],
    ['in one county taken whole', '230129', '230129', 30],
    ['in one city', '230129101201', '230126101201', 90],
    ['to another city', '230129101201', '230229101201', 200],
    ['to nonsense', '230129101201', '', 200],
  ])('%s is told by the areas where there is no map: %s to %s is %d km', (_, from, to, km) => {
    expect(distanceBetween(from, to, () => undefined)).toEqual({ km, isMeasured: false });
  });

  it('is told, not measured, where only one end is on the map or both lie in one township', () => {
    const here = { latitudeE5: 45_00000, longitudeE5: 128_00000 };
    const one = (asked: string) => (asked === '230129101201' ? here : undefined);
    expect(distanceBetween('230129101201', '230126101201', one)).toEqual({ km: 90, isMeasured: false });
    expect(distanceBetween('230126101201', '230129101201', one)).toEqual({ km: 90, isMeasured: false });
    expect(distanceBetween('230129101201', '230129101202', () => here)).toEqual({ km: 8, isMeasured: false });
  });
});
