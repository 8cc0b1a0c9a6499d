import fc from 'fast-check';
import { rangeOf } from '../../server/files/ranges.rules';

describe('A part of a file', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['bytes=0-', { from: 0, to: 99 }],
    ['bytes=0-1', { from: 0, to: 1 }],
    ['bytes=10-19', { from: 10, to: 19 }],
    ['bytes=90-500', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-500', { from: 0, to: 99 }],
    ['bytes=99-99', { from: 99, to: 99 }],
    ['bytes=100-', 'none'],
    ['bytes=-0', 'none'],
    // What is no range, or more than one, is answered with the whole file.
    ['bytes=20-10', undefined],
    ['bytes=-', undefined],
    ['bytes=0-1,5-6', undefined],
    ['lines=0-1', undefined],
    ['bytes=x-1', undefined],
    ['bytes=1e3-', undefined],
    ['bytes=99999999999999999999-', undefined],
  ])('asked for by %p', (header, range) => {
    expect(rangeOf(header, 100)).toEqual(range);
  });

  it('lies within the file, whatever is asked', () => {
    const asked = fc.tuple(fc.option(fc.nat(200)), fc.option(fc.nat(200)), fc.nat(150));
    fc.assert(
      fc.property(asked, ([first, last, size]) => {
        const range = rangeOf(`bytes=${first ?? ''}-${last ?? ''}`, size);
        if (typeof range !== 'object') return;
        expect(range.from).toBeGreaterThanOrEqual(0);
        expect(range.to).toBeGreaterThanOrEqual(range.from);
        expect(range.to).toBeLessThan(size);
      }),
    );
  });
});
