import { createHash } from 'node:crypto';
import { identityText, searchKeys, type IdentityTraits } from './near.rules';

/** The keys of a file as they are kept: short, and not to be read. */
export function keysOf(traits: IdentityTraits): string[] {
  return [...new Set(searchKeys(traits).map((key) => digest(key).slice(0, 24)))];
}

/** What a verdict on two files rests on, whichever of them comes first. */
export function factsOf(one: IdentityTraits, other: IdentityTraits): string {
  return digest([identityText(one), identityText(other)].sort().join('\n')).slice(0, 43);
}

/** Two ids in the order in which a pair names them. */
export function inOrder(one: string, other: string): { firstId: string; secondId: string } {
  const [firstId, secondId] = one < other ? [one, other] : [other, one];
  return { firstId, secondId };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
