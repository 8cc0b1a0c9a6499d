import { RecordRow } from '../../server/records/record.entity';
import type { ProfileView, RevealedView, WomanChangeView } from '../../server/women/profiles.view';
import { Woman } from '../../server/women/woman.entity';
import type { WomanView } from '../../server/women/women.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { anEntry, aWoman, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const identity = '11010519491231002X';
const phone = '13912340987';

describeHouse('A profile', () => {
  let house: House;
  let officer: Caller;
  let calls: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    calls = await helper(house, yanshou.villages[0]);
  });
  afterAll(() => house.close());

  const profile = (by: Caller, id: string) => by.get<ProfileView>(`/women/${id}/profile`);
  const edit = (by: Caller, id: string, change: object) =>
    by.put<ProfileView>(`/women/${id}/profile`, change);

  it('keeps what is written in it, sealed where it must be, and shows numbers masked', async () => {
    const { id } = await aWoman(house, { phone });
    const rest = { householdCode: '12-3', relation: 'spouse', education: 'junior', notes: '冬天都在家' };
    const answer = granted(
      await edit(calls, id, { beganFrom: 1, identity: ` ${identity.toLowerCase()}`, ...rest }),
    );
    expect(answer).toMatchObject({ ...rest, revision: 2, bornOn: '1949-12-31', bornInYear: 1949 });
    expect(answer).toMatchObject({ phone: '139****0987', identity: '*****************X' });
    expect(granted(await profile(officer, id))).toMatchObject({ ...rest, abilities: { setPoverty: true } });
    const tables = await dump(house);
    for (const secret of [phone, identity, '冬天都在家'])
      expect(Object.keys(tables).filter((table) => tables[table]!.includes(secret))).toEqual([]);
  });

  it('tells the second of two editors that somebody was there before her, and keeps the first one’s words', async () => {
    const { id } = await aWoman(house);
    const answers = await Promise.all([
      edit(calls, id, { beganFrom: 1, householdCode: '1' }),
      edit(officer, id, { beganFrom: 1, householdCode: '2' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.code).toBe('woman.editedMeanwhile');
    const kept = answers.findIndex(({ status }) => status === 200) + 1;
    expect(granted(await profile(calls, id)).householdCode).toBe(String(kept));
  });

  it('remembers every change: who, when, what it was and what it became', async () => {
    const her = await aWoman(house, { phone });
    granted(await edit(calls, her.id, { beganFrom: 1, name: '王秀瑛', phone: '13700001111' }));
    granted(await edit(officer, her.id, { beganFrom: 2, education: 'primary', phone: null }));
    granted(await edit(officer, her.id, { beganFrom: 3, education: 'primary' }));
    const changes = granted(await her.calls.get<WomanChangeView[]>(`/women/${her.id}/changes`));
    expect(changes.map(({ fieldName, before, after }) => [fieldName, before, after]).sort()).toEqual(
      [
        ['建立档案', null, null],
        ['姓名', '王秀英', '王秀瑛'],
        ['手机号', '139****0987', '137****1111'],
        ['手机号', '137****1111', null],
        ['文化程度', null, '小学'],
      ].sort(),
    );
    expect(changes[0]!.byName).toBe('周雅茹');
    expect(house.routes.filter((route) => route.includes('/changes') && !/^(GET|HEAD)/.test(route))).toEqual(
      [],
    );
  });

  it('takes the poverty status from the register through the county alone', async () => {
    const her = await aWoman(house);
    const poverty = { isRegisteredPoor: true, source: '建档立卡名册', asOf: '2026-06-30' };
    expect(await edit(calls, her.id, { beganFrom: 1, poverty })).toMatchObject({ status: 403 });
    expect(granted(await edit(officer, her.id, { beganFrom: 1, poverty }))).toMatchObject({
      ...{ isRegisteredPoor: true, povertySource: '建档立卡名册', povertyAsOf: '2026-06-30' },
    });
    expect(await edit(her.calls, her.id, { beganFrom: 2, name: '王二' })).toMatchObject({ status: 403 });
  });

  it('shows a whole number to who serves her, for a purpose, and puts it on record', async () => {
    const her = await aWoman(house, { phone });
    const reveal = (by: Caller, body: object) => by.post<RevealedView>(`/women/${her.id}/reveals`, body);
    const asked = { what: 'phone', purpose: '打电话通知她开课' };
    expect(granted(await reveal(calls, asked)).number).toBe(phone);
    const [record] = await house.database.rows.findBy(RecordRow, { womanId: her.id });
    expect(record).toMatchObject({ deed: 'reveal', said: '手机号：打电话通知她开课' });
    expect(await reveal(calls, { ...asked, what: 'identity' })).toMatchObject({ status: 404 });
    expect(await reveal(calls, { ...asked, purpose: '看' })).toMatchObject({ status: 400 });
    const elsewhere = await countyOfficer(house, bayan.county);
    expect(await reveal(elsewhere, asked)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await house.database.rows.countBy(RecordRow, { womanId: her.id })).toBe(1);
  });

  it('with an identity number that is known is the same woman, also when two helpers enter it at once', async () => {
    const number = '11010519491231004X';
    const wrong = await calls.post('/women', anEntry({ identity: number }));
    expect(wrong).toMatchObject({ status: 400, code: 'identity.check' });
    const second = '239901197403120022';
    const before = await house.database.rows.count(Woman);
    const valid = anEntry({ name: '孙桂芝', identity: second.slice(0, 17) + checkDigit(second) });
    const answers = await Promise.all([1, 2, 3].map(() => calls.post<WomanView>('/women', valid)));
    expect(new Set(answers.map((answer) => granted(answer).id)).size).toBe(1);
    expect(await house.database.rows.count(Woman)).toBe(before + 1);
    const elsewhere = await helper(house, bayan.village);
    const there = { ...valid, villageCode: bayan.village };
    expect(await elsewhere.post('/women', there)).toMatchObject({
      status: 409,
      code: 'woman.knownElsewhere',
    });
    const newcomer = await house.signIn('somebody-else');
    expect(await newcomer.post('/women', valid)).toMatchObject({ status: 409, code: 'woman.known' });
    const other = await aWoman(house);
    expect(await edit(calls, other.id, { beganFrom: 1, identity: valid.identity })).toMatchObject({
      ...{ status: 409, code: 'identity.taken' },
    });
  });
});

function checkDigit(number: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11]!;
}
