import type { BreakGlassView } from '../../../server/access/break-glass/break-glass.view';
import type { SignInView } from '../../../server/accounts/credentials/credentials.view';
import type { NewInvitationView } from '../../../server/accounts/invitations/invitations.view';
import type { NewTicketView } from '../../../server/accounts/tickets/tickets.view';
import { granted, type Caller, type Sent } from './caller';
import type { House } from './house';
import { daoli, yanshou } from './places';

/** A password that nobody guesses and every spec may use. */
export const goodPassword = '柳编-sui-2026-yanshou';

let logins = 0;

/** A login name that nobody has yet. */
export function aLogin(): string {
  logins += 1;
  return `staff${logins}`;
}

/** An officer appoints a helper; the code opens the helper's account. */
export async function invited(
  officer: Caller,
  regionCode: string = yanshou.township,
  name = '赵春梅',
): Promise<Sent<NewInvitationView>> {
  return granted(await officer.post<NewInvitationView>('/staff', { name, role: 'helper', regionCode }));
}

/** Things of the office that a route may be asked for. */
export interface Office {
  /** A helper of the officer. */
  readonly colleagueId: string;
  /** A second sign-in of the woman, which may be ended. */
  readonly spareSignInId: string;
  readonly glassId: string;
  /** A new one for each question that uses it up. */
  readonly ticket: Sent<NewTicketView>;
  /** What a route of the office needs beside its id; undefined for every other route. */
  need(route: string): Promise<{ body?: object } | undefined>;
}

export async function anOffice(house: House, officer: Caller, her: Caller): Promise<Office> {
  const { accountId: colleagueId, code } = await invited(officer);
  const login = aLogin();
  granted(await house.nobody.post('/invitations/acceptance', { code, login, password: goodPassword }));
  await house.signIn(her.openid);
  const signIns = granted(await her.get<SignInView[]>('/sign-ins'));
  const look = { regionCode: daoli.county, reason: '她嫁到道里区，来核对档案' };
  const glass = granted(await officer.post<BreakGlassView>('/break-glass', look));
  const newTicket = async () => granted(await house.nobody.post<NewTicketView>('/sign-in-tickets'));
  let ticket = await newTicket();
  const oneMore = { role: 'helper', regionCode: '230129102' };
  return {
    colleagueId,
    spareSignInId: signIns.find(({ isThisOne }) => !isThisOne)!.id,
    glassId: glass.id,
    get ticket() {
      return ticket;
    },
    async need(route) {
      if (/sign-in-tickets\/:id/.test(route)) ticket = await newTicket();
      switch (route) {
        case 'POST /api/password-sign-ins':
          return { body: { login, password: goodPassword } };
        case 'PUT /api/me/work-phone':
          return { body: { phone: '0451-56781234' } };
        case 'PUT /api/credentials/password':
          return { body: { login: aLogin(), password: goodPassword } };
        case 'POST /api/credentials/codes/confirmation':
          return { body: { code: 'no-code' } };
        case 'POST /api/credentials/codes/removal':
          return { body: { code: 'no-code', password: 'wrong' } };
        case 'POST /api/credentials/wechat':
          return { body: { password: goodPassword } };
        case 'POST /api/sign-in-tickets/:id/exchange':
          return { body: { key: ticket.key } };
        case 'POST /api/invitations/reading':
          return { body: { code: (await invited(officer)).code } };
        case 'POST /api/invitations/acceptance': {
          const { code } = await invited(officer);
          return { body: { code, login: aLogin(), password: goodPassword } };
        }
        case 'POST /api/invitations/binding':
          return { body: { code: 'AAAAA-AAAAA' } };
        case 'POST /api/staff':
          return { body: { name: '赵春梅', role: 'helper', regionCode: yanshou.township } };
        case 'POST /api/staff/:id/offices':
          return { body: oneMore };
        case 'POST /api/staff/:id/offices/end':
          await officer.post(`/staff/${colleagueId}/offices`, oneMore);
          return { body: oneMore };
        case 'POST /api/break-glass':
          return { body: look };
        default:
          return undefined;
      }
    },
  };
}
