import { RecordRow } from '../../server/records/record.entity';
import type { LedgerView } from '../../server/ledgers/ledgers.view';
import { allFields } from '../../server/ledgers/fields.rules';
import { granted, type Answer, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { auditor, countyOfficer, helper, women } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { anIdentity, confirm, aRegister, aRegisterRow, lookedThrough } from '../support/house/registers';
import { aWorkbook, sheetOf, sheetXmlOf } from '../support/house/workbook';

describeHouse('A ledger', () => {
  let house: House;
  let officer: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    const rows = [
      aRegisterRow(1, '刘淑芬', { 备注: '婆婆电话13612340002' }),
      aRegisterRow(2, '赵桂荣', { 村: '凌河村', 身份证号: null, 手机号: null }),
    ];
    await confirm(officer, (await lookedThrough(officer, aRegister(rows))).id);
    await women(house, 2, { villageCode: bayan.village });
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  const order = (by: Caller, other: object = {}): Promise<Answer<LedgerView>> =>
    by.post<LedgerView>('/ledgers', {
      regionCode: yanshou.county,
      fields: ['phone', 'name', 'identity'],
      ...other,
    });
  const take = async (by: Caller, { id }: Sent<LedgerView>) =>
    (await sheetOf(granted(await by.get<Buffer>(`/ledgers/${id}/workbook`)) as unknown as Buffer)).map(
      ({ cells }) => cells,
    );

  it('lists the women of its area with the fields that were chosen, numbers masked, and says who took it and when', async () => {
    const ledger = granted(await order(officer));
    expect(ledger).toMatchObject({
      ...{ regionName: '延寿县', women: 2, isWhole: false, purpose: null, byName: '周雅茹', mayTake: true },
      fieldNames: ['姓名', '身份证号', '手机号'],
    });
    expect(await take(officer, ledger)).toEqual([
      ['延寿县妇女台账，周雅茹导出于2026年11月23日 10:00'],
      ['身份证号和手机号已遮住。'],
      ['姓名', '身份证号', '手机号'],
      ['赵桂荣'],
      ['刘淑芬', `${'*'.repeat(17)}${anIdentity(1).slice(-1)}`, '139****0001'],
    ]);
    const [record] = await house.database.rows.findBy(RecordRow, { deed: 'export' });
    expect(record).toMatchObject({ regionCode: yanshou.county, said: '台账2人，号码已遮住' });
  });

  it('with whole numbers wants a purpose, which stands on record, on its list and in the file', async () => {
    expect(await order(officer, { isWhole: true, purpose: '用' })).toMatchObject({
      ...{ status: 400, code: 'ledger.purposeNeeded' },
    });
    const ledger = granted(await order(officer, { isWhole: true, purpose: '上报两癌保险名单' }));
    const rows = await take(officer, ledger);
    expect(rows[1]).toEqual(['号码是完整的，用途：上报两癌保险名单。用完请删除，不要转给别人。']);
    expect(rows[4]).toEqual(['刘淑芬', anIdentity(1), '13910000001']);
    const records = await house.database.rows.findBy(RecordRow, { deed: 'export' });
    expect(records.map(({ said }) => said)).toContain('台账2人，完整号码：上报两癌保险名单');
    const seen = granted(
      await (await auditor(house)).get<{ records: { said: string }[] }>('/records?deed=export'),
    );
    expect(JSON.stringify(seen)).toContain('上报两癌保险名单');
  });

  it('of a village holds that village alone, and never notes or health', async () => {
    const calls = await helper(house, yanshou.villages[1]);
    const ledger = granted(await order(calls, { regionCode: yanshou.villages[1], fields: allFields }));
    const text = JSON.stringify(await take(calls, ledger));
    expect(text).toContain('刘淑芬');
    for (const not of ['赵桂荣', '13612340002']) expect(text).not.toContain(not);
  });

  it('of another area is refused, and what somebody else ordered is not there', async () => {
    const calls = await helper(house, yanshou.villages[1]);
    for (const regionCode of [yanshou.county, bayan.county, bayan.village, '999999'])
      expect(await order(calls, { regionCode })).toMatchObject({ status: 403, code: 'access.denied' });
    const { id } = granted(await order(officer));
    const elsewhere = await countyOfficer(house, bayan.county);
    for (const by of [calls, elsewhere, await countyOfficer(house, yanshou.county)])
      expect(await by.get(`/ledgers/${id}/workbook`)).toMatchObject({ status: 404 });
    expect(granted(await elsewhere.get<LedgerView[]>('/ledgers'))).toEqual([]);
  });

  it('is taken away within an hour, and ordered anew after it', async () => {
    const ledger = granted(await order(officer));
    house.setClock(new Date(Date.parse(monday) + 61 * 60_000));
    expect(await officer.get(`/ledgers/${ledger.id}/workbook`)).toMatchObject({
      status: 409,
      code: 'ledger.over',
    });
    const [latest] = granted(await officer.get<LedgerView[]>('/ledgers'));
    expect(latest).toMatchObject({ mayTake: false });
  });

  it('of more women than one reading takes holds each of them once, in the order of villages', async () => {
    // The later village first, and more of each than one reading holds.
    const villages = ['230129102202', '230129102201'] as const;
    const rows = Array.from({ length: 1_203 }, (_, at) => aRegisterRow(1_000 + at, '孙桂兰'));
    const columns = ['姓名', '身份证号', '村编码'];
    const places = rows.map((row, at) => [row[0]!, row[1]!, villages[at < 601 ? 0 : 1]] as const);
    await confirm(officer, (await lookedThrough(officer, aWorkbook({ rows: [columns, ...places] }))).id);
    const ledger = granted(
      await order(officer, {
        ...{ regionCode: '230129102', fields: ['identity', 'village'], isWhole: true, purpose: '核对名册' },
      }),
    );
    const [, , , ...lines] = await take(officer, ledger);
    const numbers = lines.map(([, number]) => number);
    expect(numbers).toHaveLength(1_203);
    expect(new Set(numbers).size).toBe(1_203);
    const shown = lines.map(([village]) => village);
    expect(new Set(shown).size).toBe(2);
    expect(shown.lastIndexOf(shown[0]!)).toBe(shown.filter((one) => one === shown[0]).length - 1);
    const first = places.find(([, , code]) => code === villages[1])!;
    expect(lines.findIndex(([, number]) => number === first[1])).toBeLessThan(602);
  });

  it('never holds a formula: a name that begins like one stays a text', async () => {
    const odd = '=cmd|calc';
    await house.database.rows.query('UPDATE women SET name = ? WHERE name = ?', [odd, '赵桂荣']);
    const ledger = granted(await order(officer, { fields: ['name'] }));
    const bytes = granted(await officer.get<Buffer>(`/ledgers/${ledger.id}/workbook`)) as unknown as Buffer;
    expect((await sheetOf(bytes)).map(({ cells }) => cells[0])).toContain(odd);
    const xml = await sheetXmlOf(bytes);
    expect(xml).toContain(odd);
    expect(xml).not.toMatch(/<f[ >]/);
  });
});
