import { groups, type Group } from './instance';

/**
 * A group type is the set of groups a woman belongs to, as four bits: bit k stands for `groups[k]`.
 * Women of one type are alike to every reserve, so a batch needs one count and one queue per type.
 */
export const typeCount = 1 << groups.length;

export function typeOf(memberOf: readonly Group[]): number {
  return memberOf.reduce((type, group) => type | (1 << groups.indexOf(group)), 0);
}

/** `''`, `'POOR'`, `'NEVER+POOR'`: the groups in alphabetical order. */
export const typeNames: readonly string[] = Array.from({ length: typeCount }, (_, type) =>
  groups
    .filter((_group, bit) => type & (1 << bit))
    .sort()
    .join('+'),
);
