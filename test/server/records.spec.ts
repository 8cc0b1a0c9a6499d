import type { BreakGlassView } from '../../server/access/break-glass/break-glass.view';
import type { MeView } from '../../server/accounts/accounts.view';
import type { RecordsPageView } from '../../server/records/records.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { invited } from '../support/house/office';
import { auditor, aWoman, cityOfficer, countyOfficer } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';

describeHouse('Records', () => {
  let house: House;
  let officer: Caller;
  let reader: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    reader = await auditor(house);
    await invited(officer);
    await invited(await countyOfficer(house, bayan.county), bayan.township);
    house.setClock('2026-11-24T02:00:00.000Z');
    const her = await aWoman(house, { villageCode: bayan.village, name: '吴秀兰' });
    const look = { regionCode: bayan.county, reason: '她嫁到了我们县，来核对' };
    granted(await officer.post<BreakGlassView>('/break-glass', look));
    granted(await officer.get(`/women/${her.id}`));
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  const reads = async (query = '', by = reader) =>
    granted(await by.get<RecordsPageView>(`/records${query}`)).records;

  it('name the one who did it, what and where, and of a woman her id alone', async () => {
    const rows = await reads();
    expect(rows.map(({ deed }) => deed)).toEqual(['read_beyond', 'break_glass', 'appoint', 'appoint']);
    expect(rows[1]).toMatchObject({
      ...{ deedName: '越区查看', byName: '周雅茹', regionName: '巴彦县', said: '她嫁到了我们县，来核对' },
    });
    expect(rows[0]!.womanId).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(rows)).not.toContain('吴秀兰');
  });

  it('are found by deed, by day in Shanghai and by account', async () => {
    const { accountId } = granted(await officer.get<MeView>('/me'));
    expect(await reads('?deed=appoint')).toHaveLength(2);
    expect(await reads('?from=2026-11-24')).toHaveLength(2);
    expect(await reads('?to=2026-11-23')).toHaveLength(2);
    expect(await reads('?from=2026-11-25')).toHaveLength(0);
    expect(await reads(`?account=${accountId}`)).toHaveLength(3);
    expect(await reads(`?account=${accountId}&deed=appoint&from=2026-11-23&to=2026-11-23`)).toHaveLength(1);
  });

  it('come in pages', async () => {
    const page = granted(await reader.get<RecordsPageView>('/records?size=3&page=2'));
    expect([page.total, page.records.length]).toEqual([4, 1]);
  });

  it('show an auditor of a county that county alone, and nobody else anything', async () => {
    const local = await auditor(house, yanshou.county);
    expect((await reads('', local)).map(({ regionCode }) => regionCode)).toEqual([yanshou.township]);
    for (const by of [officer, await cityOfficer(house)])
      expect(await by.get('/records')).toMatchObject({ status: 403, code: 'access.denied' });
  });
});
