import {
  articlesOfMonth,
  batchesNear,
  boardLimits,
  linesOf,
} from '../../server/articles/boards/boards.rules';

const article = (id: string, publishedOn: string) => ({
  id,
  publishedOn,
  title: id,
  summary: '',
  source: '',
});
const batch = (title: string, km: number, startsOn: string, signUpUntil = '2026-11-30') => ({
  ...{ title, km, startsOn, signUpUntil, placeName: '' },
});

describe('The village board', () => {
  it('shows what came out in its month, in the readers’ order, and no more than fits', () => {
    const all = [article('b', '2026-11-30'), article('old', '2026-10-31'), article('a', '2026-11-01')];
    expect(articlesOfMonth(all, '2026-11').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(articlesOfMonth(all, '2026-1')).toEqual([]);
    const many = Array.from({ length: 9 }, (_, at) => article(String(at), '2026-11-02'));
    expect(articlesOfMonth(many, '2026-11')).toHaveLength(boardLimits.articles);
  });

  it('shows batches that still take women, the nearest first', () => {
    const all = [
      batch('远', 60, '2026-12-01'),
      batch('近晚', 1, '2026-12-09'),
      batch('近早', 1, '2026-12-02'),
      batch('截止了', 0, '2026-12-01', '2026-11-22'),
      batch('今天截止', 5, '2026-12-01', '2026-11-23'),
    ];
    expect(batchesNear(all, '2026-11-23').map(({ title }) => title)).toEqual([
      '近早',
      '近晚',
      '今天截止',
      '远',
    ]);
  });

  it('breaks a text between letters, and shows where it is cut', () => {
    expect(linesOf('一二三四五', 2, 3)).toEqual(['一二', '三四', '五']);
    expect(linesOf('一二三四五六七', 2, 3)).toEqual(['一二', '三四', '五…']);
    expect(linesOf('', 2, 3)).toEqual([]);
  });
});
