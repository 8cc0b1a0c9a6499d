jest.mock('@tarojs/taro', () => ({}));

import type { components } from '../../miniapp/api/schema';
import { withoutWomen } from '../../miniapp/pages/home/model';
import { sayCount, sayStand, targetOf } from '../../miniapp/office/stories/model';
import {
  draftOf,
  hasRoom,
  isChanged,
  maySubmit,
  missingIn,
  type Story,
} from '../../miniapp/office/story/model';
import { levelsBelow } from '../../miniapp/components/region-picker/levels';
import { boardPath, monthsUntil } from '../../miniapp/office/village-board/model';
import { concernOf, typedConcern } from '../../miniapp/office/write/concern-model';
import { cardOf, sayOrigin, sayValidity, spoken, timelineOf } from '../../miniapp/pages/article/model';
import { keptAs, questionOf, sayNothing } from '../../miniapp/pages/articles/model';

const article = {
  ...{ id: 'a', title: '小额担保贷款', source: '市妇联', documentNumber: null, coverFileId: null },
  ...{ publishedAt: '2026-11-23T02:00:00.000Z', validFrom: null, validUntil: null },
} as unknown as components['schemas']['ArticleView'];

describe('The list of articles', () => {
  it.each([
    ['', '', '', {}],
    ['story', '', '2301', { kind: 'story', region: '2301' }],
    ['', ' 贷款 ', '2301', { words: '贷款' }],
    ['policy', '贷', '', { kind: 'policy', words: '贷' }],
  ])('of kind %p, with the words %p, at %p asks %p', (kind, words, region, asked) =>
    expect(questionOf(kind, words, region)).toEqual(asked),
  );

  it('is kept for when there is no signal, unless somebody looked for something', () => {
    expect([keptAs(' '), keptAs('贷款')]).toEqual(['articles', undefined]);
    expect(sayNothing('贷款')).toContain('“贷款”');
  });
});

describe('An article', () => {
  it('is shared under its own title, into a chat and into the timeline', () => {
    expect(cardOf('a', article)).toEqual({ title: '小额担保贷款', path: '/pages/article/index?id=a' });
    expect(timelineOf('a', { ...article, coverFileId: 'f' })).toEqual({
      ...{ title: '小额担保贷款', query: 'id=a' },
      imageUrl: '/api/files/f?width=480',
    });
    expect(cardOf('a', undefined).title).toBe('巾帼培训');
  });

  it.each([
    [null, null, ''],
    ['2026-01-01', null, '2026年1月1日起有效'],
    [null, '2027-03-31', '有效到2027年3月31日'],
    ['2026-01-01', '2027-03-31', '2026年1月1日到2027年3月31日有效'],
  ])('valid from %p until %p says so: %p', (validFrom, validUntil, said) =>
    expect(sayValidity({ ...article, validFrom, validUntil })).toBe(said),
  );

  it('says where it comes from', () => {
    expect(sayOrigin(article)).toBe('市妇联 · 2026年11月23日');
    expect(sayOrigin({ ...article, documentNumber: '哈妇发〔2026〕7号' })).toContain('哈妇发〔2026〕7号');
  });
});

describe('The office’s stories', () => {
  const story = {
    ...{ title: '第一茬', words: '她种木耳。', photos: [], stage: 'township', stageName: '等乡镇推荐' },
    ...{ checkState: 'passed', checkStateName: '检查通过' },
  } as unknown as Story;

  it.each([
    [{}, '等乡镇推荐', 'wait'],
    [{ checkState: 'pending', checkStateName: '正在检查' }, '正在检查', 'wait'],
    [{ checkState: 'refused', checkStateName: '检查没有通过' }, '检查没有通过', 'ask'],
    [{ stage: 'out', stageName: '已发布' }, '已发布', 'good'],
    [{ stage: 'sentBack', stageName: '退回修改' }, '退回修改', 'ask'],
  ])('that are %p stand at %s', (other, says, tone) =>
    expect(sayStand({ ...story, ...other } as Story)).toEqual({ says, tone }),
  );

  it('say what was aimed at and what came, also of those hidden since', () => {
    const count = { regionCode: '230129', regionName: '延寿县', year: 2026, source: null };
    expect(sayCount({ ...count, target: null, out: 0, shown: 0, onTheWay: 0 })).toBe(
      '还没有定目标，已发布0个',
    );
    expect(sayCount({ ...count, target: 6, out: 3, shown: 2, onTheWay: 1 })).toBe(
      '目标6个，已发布3个（现在还看得到2个），正在报送1个',
    );
  });

  it('take a target only with a number and its paper', () => {
    expect(targetOf({ stories: '6', source: ' 7号文 ' }, '230129', 2026)).toEqual({
      ...{ regionCode: '230129', year: 2026, stories: 6, source: '7号文' },
    });
    for (const typed of [
      { stories: '', source: '7号文' },
      { stories: '6.5', source: '7号文' },
      { stories: '99999', source: '7号文' },
      { stories: '6', source: ' ' },
    ])
      expect(targetOf(typed, '230129', 2026)).toBeUndefined();
  });

  it('are sent in only whole, and saved only when changed', () => {
    const draft = draftOf(story);
    expect([missingIn(draft), isChanged(draft, story), hasRoom(draft)]).toEqual([undefined, false, true]);
    expect(missingIn({ ...draft, photos: [{ fileId: 'f', alt: ' ' }] })).toContain('照片');
    expect(missingIn({ ...draft, words: ' ' })).toBe('先写她的故事。');
    expect(isChanged({ ...draft, words: '她种蓝莓。' }, story)).toBe(true);
    expect(maySubmit(draft, story)).toBe(false);
    expect(maySubmit({ ...draft, words: '她种蓝莓。' }, story)).toBe(true);
    expect(maySubmit(draft, { ...story, stage: 'sentBack' })).toBe(true);
  });

  it('of a woman stay on nobody’s phone', () => {
    const facts = { articles: [{ isOfAWoman: true }, { isOfAWoman: false }] } as never;
    expect(withoutWomen(facts).articles).toEqual([{ isOfAWoman: false }]);
  });
});

describe('What a reader is told', () => {
  it('aloud is the title and all that is said, pictures by what they show', () => {
    const blocks = [
      { kind: 'paragraph', text: '都可以问' },
      { kind: 'list', items: ['身份证', '户口簿'] },
      { kind: 'picture', fileId: 'f', alt: '一排大棚', caption: '' },
    ];
    expect(spoken({ ...article, blocks } as never)).toBe('小额担保贷款。都可以问。身份证。户口簿。一排大棚');
  });
});

describe('The editor’s questions', () => {
  it('are sent only where there are some, and come back as they were typed', () => {
    const typed = {
      needs: 'any',
      questions: [{ text: '有大棚吗？', fits: 'no' }],
      bring: '身份证\n\n户口簿',
      otherwise: '',
    } as const;
    const { concern } = concernOf(typed);
    expect(concern!.bring).toEqual(['身份证', '户口簿']);
    expect(typedConcern(concern!)).toEqual({ ...typed, bring: '身份证\n户口簿' });
    expect(concernOf({ ...typed, questions: [{ text: ' ', fits: 'yes' }] })).toEqual({});
    expect(typedConcern(null).questions).toEqual([]);
  });
});

describe('The village board', () => {
  it('is chosen down to the village, for this month or the two before it', () => {
    expect(levelsBelow('230129')).toEqual(['乡镇', '村']);
    expect(levelsBelow('2301')).toEqual(['区县', '乡镇', '村']);
    expect(levelsBelow('230129101200')).toEqual([]);
    expect(monthsUntil('2027-01-05')).toEqual([
      ['2027-01', '1月'],
      ['2026-12', '12月'],
      ['2026-11', '11月'],
    ]);
    expect(boardPath('230129101200', '2026-11', 'A3')).toBe(
      '/api/village-boards/paper?region=230129101200&month=2026-11&size=A3',
    );
  });
});
