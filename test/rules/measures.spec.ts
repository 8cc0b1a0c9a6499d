import {
  countsBy,
  linesOf,
  measures,
  sumOf,
  type AreaCounts,
} from '../../server/ledgers/region-files/measures.rules';

const area = (code: string, each: number): AreaCounts => ({ area: code, counts: countsBy(() => each) });

describe('The numbers of a region', () => {
  it.each([
    [[], 0],
    [[area('230129101', 3)], 3],
    [[area('230129101', 3), area('230129102', 4)], 7],
  ] as const)('are the sum of its areas', (areas, each) => {
    expect(sumOf(areas)).toEqual(countsBy(() => each));
  });

  it('keep one number for each measure', () => {
    expect(Object.keys(sumOf([]))).toEqual(measures);
  });

  it('have a line for each area there is, in its order, zeros where nobody lives', () => {
    const some = [area('230129102', 4)];
    expect(linesOf(some, ['230129101', '230129102'])).toEqual([area('230129101', 0), area('230129102', 4)]);
    expect(linesOf(some, [])).toEqual([]);
  });
});
