import type { BreakGlassView } from '../../server/access/break-glass/break-glass.view';
import type { WomanView, WomenPageView } from '../../server/women/women.view';
import type { RecordsPageView } from '../../server/records/records.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  aCard,
  anEntry,
  auditor,
  aWoman,
  cityOfficer,
  countyOfficer,
  helper,
  keepCard,
  staff,
  type HouseWoman,
} from '../support/house/people';
import { bayan, daoli, villageOfEachCounty, yanshou } from '../support/house/places';

const hour = 3600_000;
const reason = '她嫁到了我们县，来核对档案';

describeHouse('Looking into another county', () => {
  let house: House;
  let owner: Caller;
  let her: HouseWoman;
  beforeAll(async () => {
    house = await openHouse();
    owner = await countyOfficer(house, yanshou.county);
    her = await aWoman(house, { phone: '13812345678' });
    await keepCard(her);
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const looks = (by: Caller, regionCode: string = yanshou.county, why = reason) =>
    by.post<BreakGlassView>('/break-glass', { regionCode, reason: why });
  const later = (ms: number) => house.setClock(house.now().getTime() + ms);
  const foreigner = () => countyOfficer(house, bayan.county);
  const seenBy = async (by: Caller) => granted(await by.get<BreakGlassView[]>('/break-glass'));

  it('shows files, needs and enrolments of that county for three hours, and not a millisecond longer', async () => {
    const by = await foreigner();
    const paths = ['', '/need-card', '/enrolments', '/notices', '/assignment'].map(
      (part) => `/women/${her.id}${part}`,
    );
    for (const path of paths) expect((await by.get(path)).status).toBe(404);
    granted(await looks(by));
    for (const path of paths) expect([path, (await by.get(path)).status]).toEqual([path, 200]);
    const list = granted(await by.get<WomenPageView>('/women?size=100'));
    expect(list.women.map(({ id }) => id)).toContain(her.id);
    later(3 * hour - 1);
    expect((await by.get(paths[0]!)).status).toBe(200);
    later(1);
    for (const path of paths) expect((await by.get(path)).status).toBe(404);
  });

  it('changes nothing there, reveals nothing, and opens no third county', async () => {
    const by = await foreigner();
    const third = villageOfEachCounty().find(({ county }) => county === daoli.county)!;
    const far = await aWoman(house, { villageCode: third.village });
    granted(await looks(by));
    expect((await by.put(`/women/${her.id}/need-card`, aCard())).status).toBe(404);
    expect((await by.post('/women', anEntry())).status).toBe(403);
    expect(granted(await by.get<WomanView>(`/women/${her.id}`)).phone).toBe('138****5678');
    expect((await by.get(`/women/${far.id}`)).status).toBe(404);
  });

  it('writes nothing there either for one who is helper and officer at once', async () => {
    const both = await staff(house, 'county_officer', bayan.county);
    const { accountId } = granted(await both.get<{ accountId: string }>('/me'));
    await house.database.rows.insert('account_roles', {
      accountId,
      role: 'helper',
      regionCode: bayan.township,
    });
    granted(await looks(both));
    expect((await both.post('/women', anEntry())).status).toBe(403);
    granted(await both.post('/women', anEntry({ villageCode: bayan.village })));
  });

  it('takes a written reason, another county, and at most five a day, also when six are asked for at once', async () => {
    const by = await foreigner();
    expect(await looks(by, yanshou.county, '看看        ')).toMatchObject({ code: 'input.invalid' });
    expect(await looks(by, bayan.county)).toMatchObject({ status: 409, code: 'glass.ownRegion' });
    expect(await looks(by, '999999')).toMatchObject({ status: 404 });
    expect((await looks(by, yanshou.township)).status).toBe(400);
    const six = await Promise.all(Array.from({ length: 6 }, () => looks(by)));
    expect(six.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 201, 409]);
    house.setClock('2026-11-23T15:59:59.999Z');
    expect(await looks(by)).toMatchObject({ code: 'glass.tooMany' });
    house.setClock('2026-11-23T16:00:00.000Z');
    granted(await looks(by));
  });

  it('is not for the city, which names no one, nor for helpers', async () => {
    for (const by of [await cityOfficer(house), await helper(house, bayan.township)])
      expect(await looks(by)).toMatchObject({ status: 403, code: 'access.denied' });
  });

  it('is shown to that county and to the auditor: who, why, from when to when, and what was opened', async () => {
    const by = await foreigner();
    granted(await looks(by, yanshou.county, '转学的孩子妈妈，来核对地址'));
    granted(await by.get(`/women/${her.id}`));
    const own = await aWoman(house, { villageCode: bayan.village });
    granted(await by.get(`/women/${own.id}`));
    for (const reader of [owner, await auditor(house)]) {
      const seen = (await seenBy(reader)).find((one) => one.reason.startsWith('转学'))!;
      expect(seen).toMatchObject({
        ...{ name: '周雅茹', offices: ['巴彦县 区县妇联干部'], regionName: '延寿县', isHers: false },
        ...{ since: monday, until: '2026-11-23T05:00:00.000Z', isOpen: true },
      });
      expect(seen.opened.map(({ womanId }) => womanId)).toEqual([her.id]);
    }
    const third = await countyOfficer(house, daoli.county);
    expect(await seenBy(third)).toEqual([]);
  });

  it('puts every woman on record whom a list showed', async () => {
    const by = await foreigner();
    granted(await looks(by));
    const page = granted(await by.get<WomenPageView>(`/women?region=${yanshou.county}`));
    const records = granted(
      await (await auditor(house)).get<RecordsPageView>('/records?deed=read_beyond&size=100'),
    ).records.filter((row) => row.said.includes('名单'));
    const onRecord = records.map(({ womanId }) => womanId);
    for (const woman of page.women) expect(onRecord).toContain(woman.id);
  });

  it('is ended early by herself alone, and again without harm', async () => {
    const by = await foreigner();
    const { id } = granted(await looks(by));
    expect(await owner.delete(`/break-glass/${id}`)).toMatchObject({ status: 404 });
    later(60_000);
    expect((await by.delete(`/break-glass/${id}`)).status).toBe(204);
    expect((await by.delete(`/break-glass/${id}`)).status).toBe(204);
    expect((await by.get(`/women/${her.id}`)).status).toBe(404);
    const mine = (await seenBy(by)).find((one) => one.id === id)!;
    expect(mine).toMatchObject({ isHers: true, isOpen: false, until: '2026-11-23T02:01:00.000Z' });
  });

  it('ends with her office', async () => {
    const by = await foreigner();
    granted(await looks(by));
    const { accountId } = granted(await by.get<{ accountId: string }>('/me'));
    const above = await cityOfficer(house);
    const office = { role: 'county_officer', regionCode: bayan.county };
    granted(await above.post(`/staff/${accountId}/offices/end`, office));
    expect((await by.get(`/women/${her.id}`)).status).toBe(403);
  });
});
