import type { ExchangeView, NewTicketView, TicketView } from '../../server/accounts/tickets/tickets.view';
import type { MeView } from '../../server/accounts/accounts.view';
import { Account } from '../../server/accounts/account.entity';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

describeHouse('Letting a browser in by scanning', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  type Ticket = Sent<NewTicketView>;
  const asks = async (): Promise<Ticket> =>
    granted(await house.nobody.under('Windows NT Firefox/128').post<NewTicketView>('/sign-in-tickets'));
  const takes = ({ id, key }: Pick<Ticket, 'id' | 'key'>) =>
    house.nobody.post<ExchangeView>(`/sign-in-tickets/${id}/exchange`, { key });
  const lets = (by: Caller, { id }: Pick<Ticket, 'id'>) => by.post(`/sign-in-tickets/${id}/approval`);
  const over = { status: 409, code: 'ticket.over' };
  const unknown = { status: 404, code: 'thing.notFound' };

  it('shows her who asks, and signs the browser in as her', async () => {
    const ticket = await asks();
    expect(granted(await takes(ticket)).signedIn).toBeNull();
    const shown = granted(await officer.get<TicketView>(`/sign-in-tickets/${ticket.id}`));
    expect(shown).toMatchObject({ deviceName: 'Windows 电脑 · Firefox', createdAt: monday });
    granted(await lets(officer, ticket));
    const { signedIn } = granted(await takes(ticket));
    const me = granted(await officer.get<MeView>('/me'));
    expect(signedIn!.me).toEqual(me);
    expect(granted(await house.as(signedIn!.token).get<MeView>('/me'))).toEqual(me);
  });

  it('gives the sign-in once, also when it is asked for twice at the same moment', async () => {
    const ticket = await asks();
    granted(await lets(officer, ticket));
    const crowd = await Promise.all(Array.from({ length: 6 }, () => takes(ticket)));
    expect(crowd.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await takes(ticket)).toMatchObject(over);
  });

  it('gives nothing to another browser: neither by the picture nor by a ticket of its own', async () => {
    const [hers, another] = [await asks(), await asks()];
    granted(await lets(officer, hers));
    expect(await takes({ id: hers.id, key: another.key })).toMatchObject(unknown);
    expect(await takes({ id: another.id, key: hers.key })).toMatchObject(unknown);
    expect(granted(await takes(another)).signedIn).toBeNull();
    expect(granted(await takes(hers)).signedIn).not.toBeNull();
    expect(JSON.stringify(await dump(house))).not.toContain(hers.key);
  });

  it('lets it in once: who scans later is told that it is over', async () => {
    const ticket = await asks();
    const two = [officer, await helper(house, yanshou.township)];
    const answers = await Promise.all(two.map((one) => lets(one, ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const winner = two[answers.findIndex(({ status }) => status === 204)]!;
    const { accountId } = granted(await winner.get<MeView>('/me'));
    expect(granted(await takes(ticket)).signedIn!.me.accountId).toBe(accountId);
    expect(await officer.get(`/sign-in-tickets/${ticket.id}`)).toMatchObject(over);
  });

  it('is over after two minutes, before and after she let it in', async () => {
    const [waiting, approved] = [await asks(), await asks()];
    granted(await lets(officer, approved));
    house.setClock(new Date(monday).getTime() + 2 * 60_000 - 1);
    granted(await takes(waiting));
    house.setClock(new Date(monday).getTime() + 2 * 60_000);
    for (const ticket of [waiting, approved]) expect(await takes(ticket)).toMatchObject(over);
    expect(await lets(officer, waiting)).toMatchObject(over);
  });

  it('is not for women, who have no office to open', async () => {
    const { calls } = await aWoman(house);
    const ticket = await asks();
    expect(await lets(calls, ticket)).toMatchObject({ status: 403, code: 'access.denied' });
    expect(granted(await takes(ticket)).signedIn).toBeNull();
  });

  it('gives nothing when she is suspended between scanning and taking', async () => {
    const leaving = await countyOfficer(house, yanshou.county);
    const ticket = await asks();
    granted(await lets(leaving, ticket));
    await house.database.rows.update(Account, { openid: leaving.openid }, { suspendedAt: house.now() });
    expect(await takes(ticket)).toMatchObject({ status: 401, code: 'signIn.needed' });
  });
});
