import { brokenCell, lettersOf, columnOf, mergedIn, type Cell } from '../../server/files/sheets/cells.rules';
import { headings, layoutOf, type Field } from '../../server/imports/headings.rules';
import { dayIn, readRow, tidyName, type RowSurroundings } from '../../server/imports/rows.rules';
import type { IdentityTraits } from '../../server/duplicates/near.rules';
import { compare, isLeftOut, isTaken } from '../../server/imports/verdicts.rules';
import { villagesOf } from '../../server/imports/villages.rules';
import { harbinDivisions } from '../../server/regions/harbin-divisions';
import { checkOf } from '../../server/women/identity.rules';
import { yanshou } from '../support/house/places';

const whole = (seventeen: string) => `${seventeen}${checkOf(seventeen)}`;
const hers = whole('23990119740312002');
const titles = (...named: Field[]) => named.map((field) => headings[field][0]);

describe('The headings of a register', () => {
  it('are found in any order, below a title, with spaces, signs, remarks and full width', () => {
    const found = layoutOf([
      ['延寿县妇女名册'],
      ['填表人：周雅茹'],
      ['序号', '＊联系电话', '姓　名（必填）', '身份证号码：', '所在村', '爱好'],
      [1, '13912340987', '王秀英'],
    ]);
    expect(found).toMatchObject({
      columns: { phone: 1, name: 2, identity: 3, village: 4 },
      ...{ unused: ['爱好'], rowsAbove: 3 },
    });
  });

  it('may stand in two rows, the upper one over several columns', () => {
    const found = layoutOf([
      ['姓名', '住址', null, null, '建档立卡'],
      [null, '县', '乡镇', '村', null],
      ['王秀英', '延寿县', '六团镇', '永兴村', '否'],
    ]);
    expect(found).toMatchObject({
      columns: { name: 0, county: 1, township: 2, village: 3, isPoor: 4 },
      rowsAbove: 2,
    });
    const grouped = layoutOf([
      ['基本信息', null, '其他'],
      ['姓名', '身份证号', '备注'],
      ['王秀英', hers, '无'],
    ]);
    expect(grouped).toMatchObject({ columns: { name: 0, identity: 1, notes: 2 }, rowsAbove: 2 });
  });

  it('of a person are never taken for a second row of headings', () => {
    const found = layoutOf([titles('name', 'village'), ['村', '永兴村'], ['王秀英', '永兴村']]);
    expect(found).toMatchObject({ columns: { name: 0, village: 1 } });
    expect(layoutOf([titles('name', 'phone'), ['王秀英', '13912340987']])).toMatchObject({ rowsAbove: 1 });
  });

  it('without a column of names are none', () => {
    expect(
      layoutOf([
        ['身份证号', '村'],
        ['x', 'y'],
      ]),
    ).toBeUndefined();
    expect(layoutOf([])).toBeUndefined();
  });

  it('know every synonym for one field only', () => {
    const all = Object.values(headings).flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

const columns = {
  name: 0,
  identity: 1,
  phone: 2,
  village: 3,
  bornInYear: 4,
  relation: 5,
  education: 6,
  isPoor: 7,
  povertySource: 8,
  povertyAsOf: 9,
  notes: 10,
};
const surroundings: RowSurroundings = {
  columns,
  today: '2026-11-24',
  villageOf: villagesOf(yanshou.county, harbinDivisions()),
};

/** The row of a woman in whom nothing is wrong, but for what the case says. */
const row = (other: Partial<Record<keyof typeof columns, Cell>> = {}): Cell[] => {
  const cells: Cell[] = Array.from({ length: 11 }, () => null);
  for (const [field, value] of Object.entries({ name: '王秀英', village: '永兴村', ...other }))
    cells[columns[field as keyof typeof columns]] = value;
  return cells;
};
const read = (other: Parameters<typeof row>[0]) => readRow(row(other), surroundings);

describe('A row of a register', () => {
  it('is read as it is meant, whatever the width of its digits', () => {
    expect(
      read({
        ...{ identity: '２３９９０１１９７４０３１２００２' + hers[17], phone: '１３９-１２３４ ０９８７' },
        ...{ bornInYear: '1974年3月', relation: '妻子', education: '高中/中专', isPoor: '√' },
        ...{ povertySource: '建档立卡名册', povertyAsOf: '2026/6/30', notes: '=1+1' },
      }),
    ).toEqual({
      facts: {
        ...{ name: '王秀英', villageCode: yanshou.villages[1], phone: '13912340987' },
        identity: { identity: hers, bornOn: '1974-03-12' },
        ...{ bornInYear: 1974, relation: 'spouse', education: 'senior', notes: '=1+1' },
        poverty: { source: '建档立卡名册', asOf: '2026-06-30' },
      },
    });
    expect(read({ phone: 13912340987 })).toMatchObject({ facts: { phone: '13912340987' } });
  });

  it.each<[string, Parameters<typeof row>[0], Field, string]>([
    ['without a name', { name: null }, 'name', 'name.missing'],
    ['with a name that is a formula', { name: '=王秀英' }, 'name', 'name.wrong'],
    ['with a name of thirty-one letters', { name: '王'.repeat(31) }, 'name', 'name.wrong'],
    [
      'with its identity number as a number',
      { identity: 230129197403122 * 1000 },
      'identity',
      'identity.rounded',
    ],
    [
      'with a rounded number that would even pass its check',
      { identity: Number(whole('23990119740312002').slice(0, 17) + '0') },
      'identity',
      'identity.rounded',
    ],
    ['in scientific notation', { identity: '2.39901E+17' }, 'identity', 'identity.rounded'],
    ['with fifteen digits', { identity: '239901740312002' }, 'identity', 'identity.digits'],
    ['of a man', { identity: whole('23990119740312001') }, 'identity', 'identity.sex'],
    ['with ten digits of a phone', { phone: '1391234098' }, 'phone', 'phone.wrong'],
    ['with two phones in one cell', { phone: '13912340987/13912340988' }, 'phone', 'phone.wrong'],
    ['without a village', { village: null }, 'village', 'village.missing'],
    ['with a village that is not there', { village: '桃花源村' }, 'village', 'village.unknown'],
    ['with a broken formula', { notes: brokenCell }, 'notes', 'cell.broken'],
    [
      'born in another year than her number says',
      { identity: hers, bornInYear: 1975 },
      'bornInYear',
      'year.differs',
    ],
    ['born in 1890', { bornInYear: 1890 }, 'bornInYear', 'year.wrong'],
    [
      'with a word for her schooling that we do not know',
      { education: '博士后流动站' },
      'education',
      'word.unknown',
    ],
    [
      'poor without a register',
      { isPoor: '是', povertyAsOf: '2026-06-30' },
      'povertySource',
      'poverty.sourceNeeded',
    ],
    [
      'poor as of tomorrow',
      { isPoor: '是', povertySource: '名册', povertyAsOf: '2026-11-25' },
      'povertyAsOf',
      'poverty.dayNeeded',
    ],
    ['with a note of 201 letters', { notes: '好'.repeat(201) }, 'notes', 'text.tooLong'],
  ])('%s is wrong in that cell, for that reason', (_, other, field, code) => {
    expect(read(other)).toEqual({ faults: expect.arrayContaining([{ field, code }]) as unknown });
  });

  it('says everything that is wrong with it at once', () => {
    expect(read({ name: null, phone: '12', village: null })).toMatchObject({
      faults: [{ field: 'name' }, { field: 'village' }, { field: 'phone' }],
    });
  });

  it.each(['芳', '王芳', '阿依古丽·买买提', '欧阳𠮷娜', '王'.repeat(30), '𠮷'.repeat(30), 'Anna Li'])(
    'takes the name %s',
    (name) => expect(read({ name })).toMatchObject({ facts: { name } }),
  );

  it('takes spaces out of a Chinese name, and knows the dots that stand for the one in a long name', () => {
    expect(tidyName(' 王　芳 ')).toBe('王芳');
    expect(tidyName('阿依古丽•买买提')).toBe('阿依古丽·买买提');
    expect(tidyName('Anna  Li')).toBe('Anna Li');
  });

  it.each<[Cell, string | undefined]>([
    ['2026-06-30', '2026-06-30'],
    ['2026年6月3日', '2026-06-03'],
    ['20260630', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    [46203, '2026-06-30'],
    ['2026-02-30', undefined],
    ['去年', undefined],
    [null, undefined],
  ])('reads the day %s as %s', (cell, day) => expect(dayIn(cell)).toBe(day));
});

describe('A village of a register', () => {
  const villageOf = villagesOf(yanshou.county, harbinDivisions());
  const nothing = { county: '', township: '', village: '', villageCode: '' };

  it.each([
    [{ village: '永兴村' }],
    [{ village: '永兴' }],
    [{ village: '永兴村村委会', township: '六团' }],
    [{ village: '永兴村', township: '六团镇', county: '延寿县' }],
    [{ village: '永兴村', county: '延寿' }],
    [{ villageCode: '230129101202' }],
  ])('is found from %j', (said) => {
    expect(villageOf({ ...nothing, ...said })).toEqual({ villageCode: yanshou.villages[1] });
  });

  it('of another county is never taken in, whatever its name or code', () => {
    for (const said of [{ villageCode: '230126100201' }, { village: '永兴村', county: '巴彦县' }])
      expect(villageOf({ ...nothing, ...said })).toMatchObject({ fault: { code: 'village.elsewhere' } });
  });

  it('whose name two places have is not guessed', () => {
    const area = (code: string, name: string) => ({ code, name, level: 'village' as const });
    const two = villagesOf('230129', [
      area('230129101201', '太平村村委会'),
      area('230129102201', '太平村村委会'),
    ]);
    expect(two({ ...nothing, village: '太平村' })).toMatchObject({ fault: { code: 'village.several' } });
  });
});

describe('The verdict on a row', () => {
  const [village, elsewhere] = ['230129101201', '230129102201'];
  const one: IdentityTraits = {
    ...{
      name: '王秀英',
      sound: 'wang xiu ying',
      villageCode: village,
      bornOn: '1974-03-12',
      bornInYear: 1974,
    },
    ...{ identityMark: 'x', phoneMark: 'p', householdCode: null },
  };
  const unnumbered = { identityMark: null };
  it.each<[string, Partial<IdentityTraits>, Partial<IdentityTraits>, ReturnType<typeof compare>]>([
    ['one identity number', {}, { name: '李桂兰', sound: 'li gui lan', villageCode: elsewhere }, 'same'],
    ['two identity numbers in one village', {}, { identityMark: 'y' }, 'other'],
    ['name, village and phone, no number', unnumbered, {}, 'same'],
    [
      'name and village',
      { ...unnumbered, bornOn: null, bornInYear: null },
      { phoneMark: null },
      ['name_same', 'village_same'],
    ],
    [
      'name and birth date',
      { ...unnumbered, phoneMark: null },
      { villageCode: elsewhere },
      ['name_same', 'birth_same'],
    ],
    [
      'name and village, born in other years',
      { ...unnumbered, phoneMark: null, bornOn: '1991-05-06' },
      {},
      'other',
    ],
    ['only the name', { ...unnumbered, bornOn: null, phoneMark: null }, { villageCode: elsewhere }, 'other'],
    ['only the village', unnumbered, { name: '李桂兰', sound: 'li gui lan' }, 'other'],
  ])('of %s is what it must be', (_, row, file, verdict) => {
    expect(compare({ ...one, ...row }, { ...one, ...file })).toEqual(verdict);
  });

  it('near is written only when somebody says that she is another woman; else it comes back', () => {
    const near = { n: 2, v: 'near' as const };
    expect([isTaken(near), isLeftOut(near)]).toEqual([false, true]);
    expect([isTaken({ ...near, isAnother: true }), isLeftOut({ ...near, isAnother: true })]).toEqual([
      true,
      false,
    ]);
    expect([isTaken({ n: 2, v: 'same' }), isLeftOut({ n: 2, v: 'same' })]).toEqual([false, false]);
  });
});

describe('The places of cells', () => {
  it('go both ways', () => {
    for (const column of [0, 25, 26, 27, 701, 702]) expect(columnOf(lettersOf(column))).toBe(column);
    expect(mergedIn('B2:C4')).toEqual({ fromColumn: 1, toColumn: 2, fromRow: 2, toRow: 4 });
    for (const wrong of ['C4:B2', 'B2', 'x', '1:2']) expect(mergedIn(wrong)).toBeUndefined();
  });
});
