import type { Refused } from '../http/refusals';

/** A village is twelve digits, so whoever serves more than one holds a shorter region. */
const villageDigits = 12;

/** Whether somebody who serves these regions may ever take a file from this village to another. */
export function mayRelocateFrom(villageCode: string, regions: readonly string[]): boolean {
  return regions.some((region) => region.length < villageDigits && villageCode.startsWith(region));
}

/** Her new village must be one, and be served by whoever takes her file there, as the old one is. */
export function decideRelocation(to: {
  isVillage: boolean;
  isServed: boolean;
}): Refused | { isSettled: true } {
  if (!to.isVillage) return { refused: 'woman.villageUnknown' };
  return to.isServed ? { isSettled: true } : { refused: 'woman.villageElsewhere' };
}
