import type { Action } from './policies';
import { policies } from './policies';
import { isReadBehindGlass } from './break-glass/break-glass.rules';
import type { Role } from './roles.rules';
import { Scope } from './scope';

/** Who is asking. Made by the guard from the sign-in, handed to every service that needs to know. */
export class Actor {
  /** Set by the guard when the request only reads: behind a broken glass nothing is ever changed. */
  isOnlyReading = false;

  constructor(
    readonly accountId: string,
    readonly name: string,
    readonly roles: readonly { readonly role: Role; readonly regionCode: string }[],
    /** Her own file, where she has one. */
    readonly womanId: string | null,
    /** Her record as a trainer, where she is one. */
    readonly trainerId: string | null,
    /** The sign-in under which she asks. */
    readonly signInId: string,
    /** Regions that are not hers, which she may read for a while. */
    readonly glasses: readonly string[],
  ) {}

  is(role: Role): boolean {
    return this.roles.some((held) => held.role === role);
  }

  may(action: Action): boolean {
    const allowed: readonly string[] = policies[action];
    return allowed.includes('anyone') || this.roles.some((held) => allowed.includes(held.role));
  }

  /** The regions in which she may do this, by her staff roles alone; her own file needs no region. */
  scope(action: Action): Scope {
    const own = this.ownScope(action);
    const mayLook = this.isOnlyReading && isReadBehindGlass(action) && this.is('county_officer');
    return mayLook ? new Scope([...own.prefixes, ...this.glasses]) : own;
  }

  /** The same without the regions that only a broken glass shows her. */
  ownScope(action: Action): Scope {
    const allowed: readonly string[] = policies[action];
    const staff = this.roles.filter(
      (held) => allowed.includes(held.role) && held.role !== 'woman' && held.role !== 'trainer',
    );
    return new Scope(staff.map((held) => held.regionCode));
  }
}
