import { In, IsNull, type EntityManager } from 'typeorm';
import type { Role } from '../../access/roles.rules';
import { Account, AccountRole } from '../account.entity';

/** Who holds one of these roles for this region or for one above it, and is not suspended. */
export async function reachingOffices(
  rows: EntityManager,
  roles: readonly Role[],
  regionCode: string,
): Promise<AccountRole[]> {
  const above = [...new Set([4, 6, 9, 12].map((length) => regionCode.slice(0, length)))];
  const held = await rows.findBy(AccountRole, { role: In([...roles]), regionCode: In(above) });
  if (held.length === 0) return [];
  const active = await rows.find(Account, {
    select: { id: true },
    where: { id: In(held.map(({ accountId }) => accountId)), suspendedAt: IsNull() },
  });
  const ids = new Set(active.map(({ id }) => id));
  return held.filter(({ accountId }) => ids.has(accountId));
}
