jest.mock('@tarojs/taro', () => ({}));

import type { components } from '../../miniapp/api/schema';
import { cardOf, sayOrigin, sayValidity, timelineOf } from '../../miniapp/pages/article/model';
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
