import type { Me } from '../../api/session';
import { homeOf } from '../../api/sign-in';
import { afterSignIn } from '../../arrival/arrival';
import { routes } from '../../routes';

/** Where somebody lands who has just signed in: where she was going, or where her own work is. */
export function landingOf(me: Me, to: string | undefined): string {
  const isKnown = me.womanId !== null || me.roles.length > 0;
  return afterSignIn(to, { isKnown, home: homeOf(me), register: routes.register });
}
