import { seedDemo } from '../../server/database/demo/seed';
import { NoticesService } from '../../server/notices/notices.service';
import { Seal } from '../../server/secrecy/seal';
import { Woman } from '../../server/women/woman.entity';
import { granted } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { aRegister, aRegisterRow, anIdentity, confirm, lookedThrough } from '../support/house/registers';
import { dump } from '../support/house/rows';
import { sealedUnknown } from '../support/house/sealed';
import { aBatch, signUp } from '../support/house/teaching';

describeHouse('A dump of the database', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('contains no identity number and no phone of the demo, of women who came later, nor of a register, in the clear', async () => {
    const seal = house.app.get(Seal);
    expect(house.app.get(NoticesService)).toBeDefined();
    expect(await seedDemo(house.database, seal, house.now())).toBe(true);
    const officer = await countyOfficer(house, yanshou.county);
    const calls = await helper(house, yanshou.villages[0]);
    const her = await aWoman(house, { phone: '13912340987' });
    await signUp(her, await aBatch(house, {}, officer));
    const edit = {
      beganFrom: 1,
      identity: '11010519491231002X',
      phone: '13712340001',
      notes: '婆婆电话13612340002',
    };
    granted(await officer.put(`/women/${her.id}/profile`, edit));
    for (const what of ['identity', 'phone'])
      granted(await calls.post(`/women/${her.id}/reveals`, { what, purpose: '打电话通知她' }));

    // A register of whom one is new, one is wrong and one may be known: the cells of those left out are kept too.
    const brought = await lookedThrough(
      officer,
      aRegister([
        aRegisterRow(1, '柏玉兰'),
        aRegisterRow(2, '柏秀兰', { 村: '没有这个村' }),
        aRegisterRow(3, her.name, { 村: '凌河村', 身份证号: null, 备注: '婆婆电话13612340003' }),
      ]),
    );
    expect(brought).toMatchObject({ newRows: 1, wrongRows: 1, nearRows: 1 });
    await confirm(officer, brought.id);

    const women = await house.database.rows.find(Woman);
    const numbers = women.flatMap(({ phoneSealed, identitySealed }) =>
      [phoneSealed, identitySealed].flatMap((sealed) => (sealed === null ? [] : [seal.open(sealed)])),
    );
    expect(numbers.length).toBeGreaterThan(800);
    const inRegister = [1, 2, 3].flatMap((number) => [anIdentity(number), `139${10_000_000 + number}`]);
    const secrets = new Set([...numbers, ...inRegister, '13912340987', '13612340002', '13612340003']);
    const found = Object.entries(await dump(house)).flatMap(([table, rows]) =>
      [...rows.matchAll(/1[3-9]\d{9}|\d{17}[\dXx]/g)].flatMap(([number]) =>
        secrets.has(number) ? [`${table}: ${number}`] : [],
      ),
    );
    expect(found).toEqual([]);
    expect(await sealedUnknown(house.database.dataSource)).toEqual([]);
  });
});
