import type { Actor } from '../../access/actor';
import { roleNames, type Role } from '../../access/roles.rules';
import type { RegionTree } from '../../regions/region-tree';
import type { Colleague } from './staff.queries';
import { decideSuspension, mayGive, offices, rolesToGive, standsAbove } from './staff.rules';

export class OfficeView {
  role: Role;
  /** As shown: 帮办人 */
  roleName: string;
  regionCode: string;
  /** As shown: 延寿县 六团镇 */
  regionName: string;
  /** Whether the reader may end it. */
  mayEnd: boolean;
}

/** Somebody who works here. */
export class ColleagueView {
  id: string;
  name: string;
  offices: OfficeView[];
  isSuspended: boolean;
  isHerself: boolean;
  /** What the reader may do. */
  maySuspend: boolean;
  mayRestore: boolean;
  mayInvite: boolean;
}

export class StaffPageView {
  staff: ColleagueView[];
  /** How many there are in all, over all pages. */
  total: number;
  /** The offices that the reader can give. */
  rolesToGive: Role[];
}

export function viewStaff(
  actor: Actor,
  { staff, total }: { staff: readonly Colleague[]; total: number },
  regions: RegionTree,
): StaffPageView {
  return {
    staff: staff.map((one) => viewColleague(actor, one, regions)),
    total,
    rolesToGive: rolesToGive(actor.roles),
  };
}

function viewColleague(actor: Actor, { account, held }: Colleague, regions: RegionTree): ColleagueView {
  const isHerself = account.id === actor.accountId;
  const isSuspended = account.suspendedAt !== null;
  const isBelow = !isHerself && standsAbove(actor.roles, held);
  // Whether she is the last city officer is asked only when she does it.
  const mayStop = decideSuspension(actor.roles, held, { isHerself, otherCityOfficers: 1 });
  return {
    id: account.id,
    name: account.name,
    offices: offices(held).map(({ role, regionCode }) => ({
      role,
      roleName: roleNames[role],
      regionCode,
      regionName: regions.pathName(regionCode),
      mayEnd: !isHerself && mayGive(actor.roles, { role, regionCode }),
    })),
    isSuspended,
    isHerself,
    maySuspend: !isSuspended && 'mayStop' in mayStop,
    mayRestore: isSuspended && isBelow,
    mayInvite: !isSuspended && isBelow,
  };
}
