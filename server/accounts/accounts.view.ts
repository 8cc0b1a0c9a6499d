import type { Actor } from '../access/actor';
import { roleNames, type Role } from '../access/roles.rules';

export class HeldRoleView {
  role: Role;
  /** As shown: 区县妇联干部. */
  roleName: string;
  regionCode: string;
  /** As shown: 延寿县 六团镇. */
  regionName: string;
}

/** Who is signed in. */
export class MeView {
  accountId: string;
  name: string;
  roles: HeldRoleView[];
  /** Her own file; null until she has registered. */
  womanId: string | null;
  /** Set for a trainer. */
  trainerId: string | null;
}

export class SignedInView {
  /** Sent as `Authorization: Bearer …` with every request. */
  token: string;
  me: MeView;
  /** For a browser of the staff: shows at the next sign-in by password that this browser is known. */
  device?: string;
}

export function viewMe(actor: Actor, regionName: (code: string) => string): MeView {
  return {
    accountId: actor.accountId,
    name: actor.name,
    womanId: actor.womanId,
    trainerId: actor.trainerId,
    roles: actor.roles.map(({ role, regionCode }) => ({
      role,
      roleName: roleNames[role],
      regionCode,
      regionName: regionName(regionCode),
    })),
  };
}

export class WorkPhoneView {
  /** Whole: it is hers, and she gives it to be called. */
  phone: string | null;
}
