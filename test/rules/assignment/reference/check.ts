import fc from 'fast-check';

/** Checks a property on the same made-up cases every time. */
export function check<Case extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Case>,
  runs = 300,
): void {
  fc.assert(property, { seed: 20161123, numRuns: runs });
}
