jest.mock('@tarojs/taro', () => ({}));

import {
  isOfKind,
  kindsOf,
  sayDays,
  saySaid,
  countSaid,
  type Said,
} from '../../miniapp/components/feedback/said';
import { boardOf, type PastCell } from '../../miniapp/office/demand/model';
import { sayHeard, toAskFirst, type Woman } from '../../miniapp/office/feedback/model';
import { asksOn, opinionBody, promptOf, type Hers } from '../../miniapp/pages/feedback/model';
import { leadsTo } from '../../miniapp/pages/notices/model';
import { countPast } from '../../server/feedback/past/past.rules';

const today = '2026-11-23';
const hers = (other: Partial<Hers> = {}): Hers => ({
  ...{ enrolmentId: 'e', batchId: 'b', title: '柳编', family: 'handicraft' },
  ...{ startsOn: '2026-11-02', endsOn: '2026-11-06' },
  ...{ questions: ['opinion'], opinion: null, why: null, reason: null },
  ...other,
});

describe('Under a course of hers', () => {
  it.each([
    ['nothing is asked before it is over', { questions: [] }, undefined],
    ['a face is asked for', {}, { says: '有没有用？点个笑脸', isAsking: true }],
    [
      'a reason, where she left',
      { questions: ['leaving'] },
      { says: '为什么不来了？点一下', isAsking: true },
    ],
    ['stands what she said', { opinion: 'fair' }, { says: '我说过：还可以。改一改', isAsking: false }],
    ['stands why she left', { reason: 'unwell' }, { says: '我说过：身体不适。改一改', isAsking: false }],
    ['nothing is asked after three months', { endsOn: '2026-08-01' }, undefined],
    ['what she said stays for ever', { opinion: 'useful', endsOn: '2020-08-01' }, { isAsking: false }],
  ] as const)('%s', (_, other, prompt) => {
    const shown = promptOf(hers(other as Partial<Hers>), today);
    if (prompt === undefined) expect(shown).toBeUndefined();
    else expect(shown).toMatchObject(prompt);
  });

  it('the batch itself leads to the question once there is one', () => {
    const batch = { state: 'running', endsOn: '2026-11-22' } as const;
    expect(asksOn('enrolled', batch, today)).toContain('有没有用');
    expect(asksOn('enrolled', { ...batch, endsOn: today }, today)).toBeUndefined();
    expect(asksOn('given_up', { ...batch, endsOn: '2026-12-20' }, today)).toContain('为什么不来了');
    expect(asksOn('waiting', batch, today)).toBeUndefined();
    expect(asksOn(null, batch, today)).toBeUndefined();
  });

  it('so does its notice, and no other notice', () => {
    const notice = { id: '1', batchId: 'b', articleId: null, sentence: '。', createdAt: '' };
    expect(leadsTo({ ...notice, event: 'feedback' })).toBe('/pages/feedback/index?id=b');
    expect(leadsTo({ ...notice, event: 'completed' })).toBe('/pages/batch/index?id=b');
  });

  it('another face forgets what made the first one so, unless it stands under both', () => {
    expect(opinionBody('useful', 'earns')).toEqual({ opinion: 'useful', why: 'earns' });
    expect(opinionBody('fair', 'earns')).toEqual({ opinion: 'fair' });
    expect(opinionBody('no_help', 'too_hard')).toEqual({ opinion: 'no_help', why: 'too_hard' });
  });
});

const said = (other: Partial<Said> = {}): Said => ({
  ...{ opinion: null, why: null, reason: null, isUnfinished: false },
  ...other,
});

describe('The women behind the numbers', () => {
  const women = [
    said({ opinion: 'useful', why: 'earns' }),
    said({ opinion: 'useful' }),
    said({ isUnfinished: true, reason: 'farm_work' }),
    said({ isUnfinished: true }),
    said(),
  ];

  it('are narrowed by what there is, each with how many', () => {
    expect(kindsOf(women).map(([, name]) => name)).toEqual([...['全部5', '没学完2', '农忙1', '很有用2']]);
    for (const [kind, name] of kindsOf(women))
      expect(name).toBe(name.replace(/\d+$/, String(women.filter((one) => isOfKind(one, kind)).length)));
    expect(kindsOf([])).toEqual([['', '全部0']]);
  });

  it('each have a line of what they said', () => {
    expect(women.map(saySaid)).toEqual([
      '说很有用：能挣钱',
      '说很有用',
      '没学完：农忙',
      '没学完：没说原因',
      '',
    ]);
  });

  it('come to the same numbers on the screen as on the server', () => {
    const all = [
      { ...said({ opinion: 'fair' }), state: 'completed' as const },
      { ...said({ reason: 'too_far', isUnfinished: true }), state: 'given_up' as const },
    ];
    expect(countSaid(all, true)).toMatchObject({
      ...{ signedUp: 2, unfinished: 1, reasons: { too_far: 1 }, opinions: { fair: 1 } },
    });
  });

  it('were there on days that are said shortly', () => {
    expect(sayDays({ startsOn: '2026-11-02', endsOn: '2026-11-06' })).toBe('2026年11月2日到11月6日');
    expect(sayDays({ startsOn: '2026-11-02', endsOn: '2026-11-02' })).toBe('2026年11月2日');
    expect(sayDays({ startsOn: '2026-12-30', endsOn: '2027-01-02' })).toBe('2026年12月30日到2027年1月2日');
  });
});

describe('The helper’s list', () => {
  it('puts those first who have said nothing', () => {
    const woman = (name: string, other: Partial<Woman>) =>
      ({ name, questions: ['opinion'], opinion: null, reason: null, ...other }) as Woman;
    const women = [
      woman('说过', { opinion: 'fair' }),
      woman('不用问', { questions: [] }),
      woman('没说', {}),
      woman('说了原因', { reason: 'other' }),
    ];
    expect(toAskFirst(women).map(({ name }) => name)).toEqual(['没说', '说过', '说了原因', '不用问']);
  });

  it('says how many have', () => {
    const batch = { women: 5, answered: 2 } as Parameters<typeof sayHeard>[0];
    expect([sayHeard(batch), sayHeard({ ...batch, answered: 5 })]).toEqual(['5人，说了2人', '5人都说了']);
  });
});

it('The board has a cell also where women once learned who ask for nothing now', () => {
  const past: PastCell = {
    ...{ regionCode: '230129101', regionName: '六团镇', family: 'breeding' },
    ...countPast([]),
  };
  const [row] = boardOf([], [past]);
  expect(row).toMatchObject({ regionName: '六团镇' });
  expect(row!.cells.find(({ family }) => family === 'breeding')).toMatchObject({ women: 0, heat: 0 });
});
