import { groups, type Group } from '../../../../server/assignment/engine/instance';

/** Somebody who asks a batch for a seat. */
export interface Applicant {
  readonly key: number;
  readonly groups: readonly Group[];
}

export type Reserves = Readonly<Partial<Record<Group, number>>>;

/**
 * The choice rule as its sentence reads: reserved seats first, to the highest keys that can fill them together,
 * then the seats left by key. Written for reading: it seats women by looking for chains of swaps.
 */
export function choose<Woman extends Applicant>(
  applicants: readonly Woman[],
  capacity: number,
  reserves: Reserves,
): Set<Woman> {
  const best = [...applicants].sort((one, other) => other.key - one.key);
  const reserved: Map<Group, Woman[]> = new Map(groups.map((group) => [group, []]));
  const chosen = new Set(best.filter((woman) => seatReserved(woman, reserved, reserves, new Set())));
  for (const woman of best) if (chosen.size < capacity) chosen.add(woman);
  return chosen;
}

/** The most reserved seats these women can fill, one woman a seat. */
export function reservedSeatsFilled(women: readonly Applicant[], reserves: Reserves): number {
  const reserved: Map<Group, Applicant[]> = new Map(groups.map((group) => [group, []]));
  return women.filter((woman) => seatReserved(woman, reserved, reserves, new Set())).length;
}

function seatReserved<Woman extends Applicant>(
  woman: Woman,
  reserved: Map<Group, Woman[]>,
  reserves: Reserves,
  tried: Set<Group>,
): boolean {
  for (const group of woman.groups) {
    if (tried.has(group)) continue;
    tried.add(group);
    const seated = reserved.get(group)!;
    if (seated.length < (reserves[group] ?? 0)) {
      seated.push(woman);
      return true;
    }
    const mover = seated.findIndex((other) => seatReserved(other, reserved, reserves, tried));
    if (mover >= 0) {
      seated[mover] = woman;
      return true;
    }
  }
  return false;
}
