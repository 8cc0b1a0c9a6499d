import { decideRelocation, mayRelocateFrom } from '../../server/women/relocations.rules';

describe('Taking a file to another village', () => {
  it.each([
    ['230129101201', ['230129101'], true],
    ['230129101201', ['230129'], true],
    ['230129101201', ['230129101201'], false],
    ['230129101201', ['230129102'], false],
    ['230129101201', ['230126', '230129101'], true],
    ['230129101201', ['230129101201', '230129101202'], false],
    ['230129101201', [], false],
  ])('from %s by whoever serves %p: %p', (villageCode, regions, may) => {
    expect(mayRelocateFrom(villageCode, regions)).toBe(may);
  });

  it.each([
    [{ isVillage: true, isServed: true }, { isSettled: true }],
    [{ isVillage: true, isServed: false }, { refused: 'woman.villageElsewhere' }],
    [{ isVillage: false, isServed: true }, { refused: 'woman.villageUnknown' }],
    [{ isVillage: false, isServed: false }, { refused: 'woman.villageUnknown' }],
  ])('to %p is %p', (to, answer) => {
    expect(decideRelocation(to)).toEqual(answer);
  });
});
