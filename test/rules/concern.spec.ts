import { checkConcern, standingAfter, tidyConcern, type Concern } from '../../server/articles/concern.rules';

const concern = (needs: 'all' | 'any', ...fits: ('yes' | 'no')[]): Concern => ({
  ...{ needs, bring: [], otherwise: '' },
  questions: fits.map((one, place) => ({ text: `问${place}`, fits: one })),
});

describe('“Does this concern me?”', () => {
  it.each([
    ['all', ['yes', 'no'], [], { asks: 0 }],
    ['all', ['yes', 'no'], ['yes'], { asks: 1 }],
    ['all', ['yes', 'no'], ['no'], { concerns: false }],
    ['all', ['yes', 'no'], ['yes', 'no'], { concerns: true }],
    ['all', ['yes', 'no'], ['yes', 'yes'], { concerns: false }],
    ['any', ['yes', 'yes'], ['yes'], { concerns: true }],
    ['any', ['yes', 'yes'], ['no'], { asks: 1 }],
    ['any', ['yes', 'yes'], ['no', 'no'], { concerns: false }],
    ['any', ['no', 'yes'], ['no'], { concerns: true }],
  ] as const)('with %s of %p after %p stands at %p', (needs, fits, answers, standing) =>
    expect(standingAfter(concern(needs, ...fits), answers)).toEqual(standing),
  );

  it('asks no question that says nothing, and is nothing without questions', () => {
    const typed: Concern = {
      ...{ needs: 'all', bring: [' 身份证 ', ''], otherwise: ' 问帮办人 ' },
      questions: [
        { text: ' 您家有大棚吗？ ', fits: 'yes' },
        { text: ' ', fits: 'no' },
      ],
    };
    expect(tidyConcern(typed)).toEqual({
      ...{ needs: 'all', bring: ['身份证'], otherwise: '问帮办人' },
      questions: [{ text: '您家有大棚吗？', fits: 'yes' }],
    });
    expect(tidyConcern({ ...typed, questions: [{ text: ' ', fits: 'yes' }] })).toBeNull();
    expect(tidyConcern(undefined)).toBeNull();
  });

  it('asks the same thing only once', () => {
    const twice = {
      ...concern('all'),
      questions: [
        { text: '甲', fits: 'yes' as const },
        { text: '甲', fits: 'no' as const },
      ],
    };
    expect(checkConcern(twice)).toEqual({ refused: 'article.askedTwice' });
    expect([checkConcern(concern('all', 'yes', 'yes')), checkConcern(null)]).toEqual([{}, {}]);
  });
});
