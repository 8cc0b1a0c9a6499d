/** The skill families (技能类别) that the notice of 2016 names. */
export const families = [
  'planting',
  'breeding',
  'tourism',
  'home_service',
  'handicraft',
  'ecommerce',
] as const;

export type Family = (typeof families)[number];

export const familyNames: Readonly<Record<Family, string>> = {
  planting: '种植',
  breeding: '养殖',
  tourism: '乡村旅游',
  home_service: '家政服务',
  handicraft: '手工编织',
  ecommerce: '农村电商',
};

/** A bit each, in the order of `families`. */
export function familiesToBits(some: readonly Family[]): number {
  return some.reduce((bits, family) => bits | (1 << families.indexOf(family)), 0);
}

export function bitsToFamilies(bits: number): Family[] {
  return families.filter((_, at) => bits & (1 << at));
}
