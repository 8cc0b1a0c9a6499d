import { differing } from '../../server/duplicates/sides.rules';
import { namesAlike } from '../../server/duplicates/names.rules';
import {
  areaOf,
  likenessOf,
  nearFrom,
  searchKeys,
  veryNearFrom,
  type IdentityTraits,
  type Reason,
} from '../../server/duplicates/near.rules';
import { soundOf } from '../../server/women/names';

const village = '230129101201';

function file(name: string, other: Partial<IdentityTraits> = {}): IdentityTraits {
  const nothing = {
    bornOn: null,
    bornInYear: null,
    phoneMark: null,
    identityMark: null,
    householdCode: null,
  };
  return { name, sound: soundOf(name), villageCode: village, ...nothing, ...other };
}

const alike = (one: string, other: string) =>
  namesAlike({ name: one, sound: soundOf(one) }, { name: other, sound: soundOf(other) });

describe('Two names', () => {
  it.each([
    ['王秀英', '王秀英', 'same'],
    ['张丽红', '張麗紅', 'variant'],
    ['阿依古丽·麦麦提', '阿依古丽麦麦提', 'variant'],
    ['王秀英', '王秀瑛', 'sound'],
    ['王秀英', '汪秀莹', 'sound'],
    ['单丹', '善丹', 'sound'],
    ['孙淑珍', '孙素珍', 'confusable'],
    ['陈春蓉', '岑纯荣', 'confusable'],
    ['李新华', '李兴华', 'confusable'],
    ['张兰英', '章南英', 'confusable'],
    ['王秀英', '王英秀', 'swapped'],
    ['王秀英', '王秀芹', 'oneDiffers'],
    ['李秀英', '王秀英', 'oneDiffers'],
    ['王秀英', '王英', 'oneMissing'],
    ['欧阳敏', '欧阳芳', undefined],
    ['欧阳敏华', '欧阳敏芳', 'oneDiffers'],
    ['王英', '王芳', undefined],
    ['王英', '李英', undefined],
    ['王秀英', '王桂兰', undefined],
    ['王', '王秀', undefined],
    ['\u{20BB7}秀英', '\u{20BB7}秀瑛', 'oneDiffers'],
  ])('%s and %s: %s', (one, other, likeness) => {
    expect(alike(one, other)).toBe(likeness);
    expect(alike(other, one)).toBe(likeness);
  });
});

describe('Two files', () => {
  const near = (one: IdentityTraits, other: IdentityTraits) => likenessOf(one, other)?.why;
  const born = { bornOn: '1974-03-12' };
  const far = { villageCode: '230129102201' };

  it.each<[string, IdentityTraits, IdentityTraits, Reason[] | undefined]>([
    ['one name in one village', file('王秀英'), file('王秀英'), ['name_same', 'village_same']],
    ['one name, other birthdays', file('王秀英', born), file('王秀英', { bornOn: '1988-11-02' }), undefined],
    ['one name in one township', file('王秀英'), file('王秀英', { villageCode: '230129101202' }), undefined],
    [
      'one name in one township, born in one year',
      file('王秀英', { bornInYear: 1974 }),
      file('王秀英', { ...born, villageCode: '230129101202' }),
      ['name_same', 'township_same', 'year_same'],
    ],
    [
      'heard otherwise, born on one day',
      file('王秀英', born),
      file('王秀瑛', born),
      ['name_sound', 'village_same', 'birth_same'],
    ],
    ['heard otherwise, nothing else', file('王秀英'), file('王秀瑛'), undefined],
    [
      'month and day changed places',
      file('王秀英', born),
      file('王秀英', { bornOn: '1974-12-03' }),
      ['name_same', 'village_same', 'birth_swapped'],
    ],
    [
      'one digit wrong',
      file('王秀英', born),
      file('王秀英', { bornOn: '1974-03-17' }),
      ['name_same', 'village_same', 'birth_oneDigit'],
    ],
    [
      'sisters on one phone',
      file('王秀英', { phoneMark: 'p' }),
      file('王秀芹', { phoneMark: 'p' }),
      undefined,
    ],
    [
      'one character differs, born on one day',
      file('王秀英', born),
      file('王秀芹', born),
      ['name_oneDiffers', 'village_same', 'birth_same'],
    ],
    ['a surname in common, born on one day', file('王英', born), file('王芳', born), undefined],
    [
      'moved within the county',
      file('王秀英', born),
      file('王秀英', { ...born, ...far }),
      ['name_same', 'birth_same'],
    ],
    ['one name in one county', file('王秀英'), file('王秀英', far), undefined],
    [
      'two identity numbers',
      file('王秀英', { ...born, identityMark: 'a' }),
      file('王秀英', { ...born, identityMark: 'b' }),
      undefined,
    ],
    [
      'two counties',
      file('王秀英', born),
      file('王秀英', { ...born, villageCode: '230126100201' }),
      undefined,
    ],
  ])('%s', (_, one, other, why) => {
    expect(near(one, other)).toEqual(why);
    expect(near(other, one)).toEqual(why);
  });

  it('differ where both say something else; a birth date and its year say the same', () => {
    const none = { name: '王秀英', village: '1', phone: null, identity: null };
    const one = { ...none, born: '1974-03-12', household: null, relation: null, education: '小学' };
    expect(differing(one, { ...one, born: '1974年', education: null, phone: '1' })).toEqual([]);
    expect(differing(one, { ...one, born: '1975年', name: '王秀瑛' })).toEqual(['name', 'born']);
  });

  it('with more in common are nearer', () => {
    const [one, other] = [file('王秀英', born), file('王秀英', born)];
    expect(likenessOf(one, other)!.points).toBeGreaterThanOrEqual(veryNearFrom);
    expect(likenessOf(file('王秀英'), file('王秀英'))!.points).toBeLessThan(veryNearFrom);
  });

  it('of any two women are as near one way as the other, never by a surname alone, and find each other by a key', () => {
    const pick = sequence();
    let found = 0;
    for (let round = 0; round < 40_000; round += 1) {
      const [one, other] = [anyFile(pick), anyFile(pick)];
      const likeness = likenessOf(one, other);
      expect(likenessOf(other, one)).toEqual(likeness);
      if (!likeness) continue;
      found += 1;
      expect(likeness.points).toBeGreaterThanOrEqual(nearFrom);
      expect(likeness.why[0]).toMatch(/^(name|identity)_/);
      if (likeness.why.includes('identity_same')) continue;
      const keys = new Set(searchKeys(one));
      expect(searchKeys(other).some((key) => keys.has(key))).toBe(true);
      expect(areaOf(one.villageCode, other.villageCode)).toBeDefined();
      const [given, otherGiven] = [one, other].map(({ name }) => [...name].slice(1));
      const isHeard = one.sound.split(' ').slice(1).join() === other.sound.split(' ').slice(1).join();
      const shares = given!.some((character) => otherGiven!.includes(character));
      expect(shares || isHeard || likeness.why.some((reason) => /confusable|swapped/.test(reason))).toBe(
        true,
      );
    }
    expect(found).toBeGreaterThan(300);
  });
});

/** Numbers that look like chance and are the same each time. */
function sequence(): <T>(from: readonly T[]) => T {
  let state = 7;
  return (from) => {
    state = (state * 48_271) % 2_147_483_647;
    return from[state % from.length]!;
  };
}

function anyFile(pick: <T>(from: readonly T[]) => T): IdentityTraits {
  const given = ['秀', '英', '瑛', '芹', '兰', '华', '新', '兴', '\u{20BB7}'];
  const name = pick(['王', '汪', '李']) + pick(given) + (pick([0, 1, 1]) ? pick(given) : '');
  return file(name, {
    villageCode: pick(['230129101201', '230129101201', '230129101202', '230129102201', '230126100201']),
    bornOn: pick([null, '1974-03-12', '1974-12-03', '1974-03-17', '1988-11-02']),
    bornInYear: pick([null, 1974, 1975]),
    phoneMark: pick([null, null, 'p', 'q']),
    identityMark: pick([null, null, null, 'a', 'b']),
    householdCode: pick([null, '1', '2']),
  });
}
