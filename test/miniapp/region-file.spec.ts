import { halvesOf, paperPath, placesOf, sayPart, sayWoman, titleOf } from '../../miniapp/office/region/model';

describe('The page of a region', () => {
  const counts = [
    { of: 'all', women: 4 },
    { of: 'poor', women: 2 },
    { of: 'planting', women: 3 },
  ] as const;
  const held = (role: 'helper' | 'county_officer' | 'trainer', regionCode: string, regionName: string) => ({
    ...{ role, regionCode, regionName, roleName: '' },
  });

  it('opens the areas of her offices, each once, and none of a trainer', () => {
    const roles = [
      held('trainer', '230126', '巴彦县'),
      held('helper', '230129101201', '团山村'),
      held('county_officer', '230129', '延寿县'),
      held('helper', '230129', '延寿县'),
    ];
    expect(placesOf(roles)).toEqual([
      ['230129101201', '团山村'],
      ['230129', '延寿县'],
    ]);
    expect(placesOf([])).toEqual([]);
  });

  it('tells where women stand from what they want', () => {
    expect(halvesOf([...counts])).toEqual({ standing: counts.slice(0, 2), wanted: counts.slice(2) });
    expect(sayPart([...counts])).toBe('在册妇女4 · 建档立卡2');
  });

  it.each([
    ['all', '在册妇女：4人'],
    ['trained', '培训过的妇女：4人'],
    ['planting', '想学种植的妇女：4人'],
  ] as const)('says whose list it is (%s)', (of, said) => {
    expect(titleOf(of, 4)).toBe(said);
  });

  it('says of a woman only what is so', () => {
    const her = { womanId: 'w', name: '刘淑芬', villageName: '团山村', isRegisteredPoor: true };
    expect(sayWoman({ ...her, families: [], isConfirmed: false, isTrained: false })).toBe('');
    expect(sayWoman({ ...her, families: ['planting', 'tourism'], isConfirmed: true, isTrained: true })).toBe(
      '想学种植、乡村旅游 · 本季确认过 · 培训过',
    );
  });

  it('is printed from the address of its region', () => {
    expect(paperPath('230129')).toBe('/api/region-files/230129/paper');
  });
});
