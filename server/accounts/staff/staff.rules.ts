import type { Role } from '../../access/roles.rules';
import type { Refused } from '../../http/refusals';
import { isWithin, levelOf, type Level } from '../../regions/regions.rules';

export interface Held {
  readonly role: Role;
  readonly regionCode: string;
}

/** Whom an office appoints: always somebody below, in a place of her own. */
const appoints: Partial<Record<Role, readonly Role[]>> = {
  city_officer: ['county_officer', 'editor', 'auditor'],
  county_officer: ['helper', 'trainer'],
};

/** How high an office stands; somebody is suspended only from above. */
const heights: Partial<Record<Role, number>> = {
  ...{ helper: 1, trainer: 1 },
  ...{ county_officer: 2, editor: 2, auditor: 2 },
  city_officer: 3,
};

/** At which levels of the region an office is held. */
const levelsOf: Partial<Record<Role, readonly Level[]>> = {
  helper: ['township', 'village'],
  trainer: ['county'],
  county_officer: ['county'],
  editor: ['city', 'county'],
  auditor: ['city', 'county'],
};

/** The roles of those who work here: all but a woman's own. */
export const staffRoles: readonly Role[] = [
  ...['helper', 'trainer', 'county_officer', 'city_officer', 'editor', 'auditor'],
] as Role[];

export function offices(held: readonly Held[]): Held[] {
  return held.filter(({ role }) => staffRoles.includes(role));
}

/** The offices that she can give at all, for the page that asks her. */
export function rolesToGive(by: readonly Held[]): Role[] {
  return [...new Set(by.flatMap(({ role }) => appoints[role] ?? []))];
}

export function mayGive(by: readonly Held[], { role, regionCode }: Held): boolean {
  return by.some((own) => (appoints[own.role] ?? []).includes(role) && isWithin(regionCode, own.regionCode));
}

/** Whether she may give this office there. A place that is not hers looks like one that does not exist. */
export function decideAppointment(by: readonly Held[], office: Held): { office: Held } | Refused {
  if (!rolesToGive(by).includes(office.role)) return { refused: 'staff.notBelow' };
  const level = levelOf(office.regionCode);
  if (!level || !levelsOf[office.role]?.includes(level)) return { refused: 'staff.regionWrong' };
  return mayGive(by, office) ? { office } : { refused: 'thing.notFound' };
}

/** Whether each office of theirs stands below one of hers, in a place of hers. */
export function standsAbove(by: readonly Held[], theirs: readonly Held[]): boolean {
  const those = offices(theirs);
  return (
    those.length > 0 &&
    those.every((office) =>
      by.some(
        (own) =>
          (appoints[own.role] ?? []).length > 0 &&
          heights[own.role]! > heights[office.role]! &&
          isWithin(office.regionCode, own.regionCode),
      ),
    )
  );
}

/**
 * Whether she may stop this account. Somebody may stop her own, as when her phone is stolen,
 * but the city must keep an officer who can let others in again.
 */
export function decideSuspension(
  by: readonly Held[],
  theirs: readonly Held[],
  { isHerself, otherCityOfficers }: { isHerself: boolean; otherCityOfficers: number },
): { mayStop: true } | Refused {
  if (!isHerself) return standsAbove(by, theirs) ? { mayStop: true } : { refused: 'staff.notBelow' };
  const isLast = theirs.some(({ role }) => role === 'city_officer') && otherCityOfficers === 0;
  return isLast ? { refused: 'staff.lastOfficer' } : { mayStop: true };
}
