import type { Day } from '../calendar/days.rules';
import { newId } from '../database/new-id';
import type { Seal } from '../secrecy/seal';
import type { IdentityFacts } from './identity.rules';
import { initialsOf, soundOf } from './names';
import type { Education, Relation } from './profile.rules';
import type { Woman } from './woman.entity';

/** What a file may begin with; all but the name and the village may come later. */
export interface FileFacts {
  readonly name: string;
  readonly villageCode: string;
  /** Eleven digits. */
  readonly phone?: string;
  /** Where the identity number is known, the year comes from it. */
  readonly bornInYear?: number;
  /** As `readIdentity` gave it. */
  readonly identity?: IdentityFacts;
  readonly householdCode?: string;
  readonly relation?: Relation;
  readonly education?: Education;
  /** Only with her consent to `health`. */
  readonly healthLimits?: string;
  readonly notes?: string;
  /** Only as the register has it. */
  readonly poverty?: { readonly source: string; readonly asOf: Day };
}

/** The row of a new file, sealed where it must be. Writes nothing. */
export function fileRow(seal: Seal, facts: FileFacts, enteredById: string, createdAt: Date): Woman {
  const { name, villageCode, phone, identity, poverty } = facts;
  return {
    id: newId(),
    name,
    sound: soundOf(name),
    initials: initialsOf(name),
    ...phoneColumns(seal, phone),
    ...identityColumns(seal, identity),
    villageCode,
    bornInYear: identity ? Number(identity.bornOn.slice(0, 4)) : (facts.bornInYear ?? null),
    householdCode: facts.householdCode ?? null,
    relation: facts.relation ?? null,
    education: facts.education ?? null,
    healthSealed: sealed(seal, facts.healthLimits),
    notesSealed: sealed(seal, facts.notes),
    isRegisteredPoor: poverty !== undefined,
    povertySource: poverty?.source ?? null,
    povertyAsOf: poverty?.asOf ?? null,
    isLeader: false,
    mergedIntoId: null,
    needsWithdrawnAt: null,
    erasedAt: null,
    revision: 1,
    isCompared: false,
    createdAt,
    enteredById,
  };
}

/** A phone as a file keeps it: sealed, and marked so that it is found again. */
export function phoneColumns(
  seal: Seal,
  phone: string | null | undefined,
): Pick<Woman, 'phoneSealed' | 'phoneMark'> {
  return { phoneSealed: sealed(seal, phone), phoneMark: phone ? seal.mark(phone) : null };
}

/** An identity number as a file keeps it; its birth date comes with it. */
export function identityColumns(
  seal: Seal,
  identity: IdentityFacts | null | undefined,
): Pick<Woman, 'identitySealed' | 'identityMark' | 'bornOn'> {
  return {
    identitySealed: sealed(seal, identity?.identity),
    identityMark: identity ? identityMarkOf(seal, identity.identity) : null,
    bornOn: identity?.bornOn ?? null,
  };
}

/** By which a file is found by its identity number; `identity` as `tidyIdentity` leaves it. */
export function identityMarkOf(seal: Seal, identity: string): string {
  return seal.mark(`identity ${identity}`);
}

function sealed(seal: Seal, text: string | null | undefined): string | null {
  return text ? seal.seal(text) : null;
}
