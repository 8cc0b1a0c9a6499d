import fc from 'fast-check';
import { plainText, runsOf, searchFor, wordsOf } from '../../server/articles/reading/words.rules';

const letters = [...'贷款小额保险种养木耳a1'];
const said = fc.string({ unit: fc.constantFrom(...letters, ' ', '，'), maxLength: 40 });
const typed = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });

describe('The words of a text', () => {
  it('are its letters and its neighbours, whatever the width of the letters', () => {
    expect(runsOf('小额贷款：５万元〔2016〕ABC')).toEqual(['小额贷款', '5万元', '2016', 'abc']);
    expect(plainText(['两癌保险', '一万元。'])).toBe('两癌保险 一万元');
    expect(wordsOf('木耳 耳')).toHaveLength(3);
  });

  it('take two letters outside the first plane as two letters', () => {
    expect(wordsOf('𠮷𠮷')).toEqual(['20bb7', '20bb7.20bb7']);
  });

  it('are at most twelve signs long, so that they fit their column', () => {
    for (const word of wordsOf('𠮷木')) expect(word.length).toBeLessThanOrEqual(12);
  });

  it('find every text that says what was typed, and with the last look no other', () => {
    fc.assert(
      fc.property(said, typed, (text, asked) => {
        const plain = plainText([text]);
        const { words, contains } = searchFor(asked)!;
        const keys = new Set(wordsOf(plain));
        const isFound =
          words.every((word) => keys.has(word)) && contains.every((term) => plain.includes(term));
        expect(isFound).toBe(plain.includes(asked));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of nothing but signs find nothing, and many terms stay few joins', () => {
    expect(searchFor('，。 %_')).toBeUndefined();
    expect(searchFor('小额贷款怎么申请 两癌保险一万元 木耳大棚 编织 电商')!.words.length).toBeLessThanOrEqual(
      12,
    );
  });
});
