import { In, IsNull, type EntityManager } from 'typeorm';
import type { Role } from '../../access/roles.rules';
import { ancestor, levels } from '../../regions/regions.rules';
import { Account, AccountRole } from '../account.entity';

/** An office with the account that holds it. */
export interface ReachingOffice extends AccountRole {
  readonly account: Account;
}

/** Who holds one of these roles for this region or for one above it, and is not suspended. */
export async function reachingOffices(
  rows: EntityManager,
  roles: readonly Role[],
  regionCode: string,
): Promise<ReachingOffice[]> {
  const above = levels.flatMap((level) => ancestor(regionCode, level) ?? []);
  const held = await rows.findBy(AccountRole, { role: In([...roles]), regionCode: In(above) });
  if (held.length === 0) return [];
  const ids = held.map(({ accountId }) => accountId);
  const active = await rows.findBy(Account, { id: In(ids), suspendedAt: IsNull() });
  return held.flatMap((office) => {
    const account = active.find(({ id }) => id === office.accountId);
    return account ? [{ ...office, account }] : [];
  });
}
