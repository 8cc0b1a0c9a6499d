import { Account } from '../../server/accounts/account.entity';
import { Consent, Woman } from '../../server/women/woman.entity';
import type { WomanView, WomenPageView } from '../../server/women/women.view';
import { granted } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { anEntry, anOpenid, aWoman, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const [village, nextVillage] = yanshou.villages;

describeHouse('The register of women', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  it('opens a file for a newcomer, with the consent she gave herself', async () => {
    const calls = await house.signIn(anOpenid());
    const entry = anEntry({ phone: '13812345678', bornInYear: 1974 });
    const answer = await calls.post<WomanView>('/women', entry);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      id: expect.any(String) as string,
      name: '王秀英',
      villageCode: village,
      villageName: '延寿县 六团镇 凌河村',
      phone: '138****5678',
      bornInYear: 1974,
      isRegisteredPoor: false,
      isLeader: false,
    });
    const [consent] = await house.database.rows.findBy(Consent, { womanId: answer.body.id });
    expect(consent).toMatchObject({ purpose: 'needs', given: 'herself', words: 'needs-2026-11' });
    expect((await calls.get<WomanView>(`/women/${answer.body.id}`)).body).toEqual(answer.body);
  });

  it('refuses a second file to the same woman, also when she taps five times at once', async () => {
    const { calls } = await aWoman(house);
    expect(await calls.post('/women', anEntry())).toMatchObject({
      status: 409,
      code: 'woman.alreadyRegistered',
    });
    const eager = await house.signIn(anOpenid());
    const before = await house.database.rows.count(Woman);
    const answers = await Promise.all(Array.from({ length: 5 }, () => eager.post('/women', anEntry())));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await house.database.rows.count(Woman)).toBe(before + 1);
    expect(await house.database.rows.count(Consent)).toBe(await house.database.rows.count(Woman));
  });

  it('lets a helper open files in her own villages only, under her own name', async () => {
    const calls = await helper(house, village);
    const { id } = granted(await calls.post<WomanView>('/women', anEntry({ name: '李桂兰' })));
    const account = await house.database.rows.findOneByOrFail(Account, { openid: calls.openid });
    expect(await house.database.rows.findOneByOrFail(Woman, { id })).toMatchObject({
      enteredById: account.id,
    });
    expect(await house.database.rows.findOneByOrFail(Consent, { womanId: id })).toMatchObject({
      given: 'on_paper',
    });
    expect(account.womanId).toBeNull();
    for (const villageCode of [nextVillage, bayan.village])
      expect(await calls.post('/women', anEntry({ villageCode }))).toMatchObject({
        status: 403,
        code: 'access.denied',
      });
  });

  it('refuses a village that does not exist, and a place that is no village', async () => {
    const calls = await house.signIn(anOpenid());
    expect(await calls.post('/women', anEntry({ villageCode: '230129101999' }))).toMatchObject({
      status: 400,
      code: 'woman.villageUnknown',
    });
    expect(await calls.post('/women', anEntry({ villageCode: yanshou.township }))).toMatchObject({
      status: 400,
      code: 'input.invalid',
    });
  });

  it('opens no file without consent to the present words', async () => {
    const calls = await house.signIn(anOpenid());
    for (const entry of [
      { ...anEntry(), agrees: false },
      { ...anEntry(), agrees: 'true' },
      { ...anEntry(), consentWords: 'needs-2016-01' },
    ])
      expect(await calls.post('/women', entry)).toMatchObject({ status: 400, code: 'input.invalid' });
  });

  it('keeps no phone in the clear in any table, and shows none unmasked', async () => {
    const phone = '13998765432';
    const woman = await aWoman(house, { phone });
    const officer = await countyOfficer(house, yanshou.county);
    const list = await officer.get('/women?size=100');
    expect(JSON.stringify(list.body)).toContain('139****5432');
    expect(JSON.stringify(list.body)).not.toContain(phone);
    expect(JSON.stringify((await woman.calls.get(`/women/${woman.id}`)).body)).not.toContain(phone);
    const tables = await dump(house);
    expect(Object.keys(tables).filter((table) => tables[table]!.includes(phone))).toEqual([]);
  });

  it('keeps a name of thirty characters with a middle dot and a rare character whole', async () => {
    const name = `\u{20BB7}阿依古丽·麦麦提${'敏'.repeat(21)}`;
    expect([...name]).toHaveLength(30);
    const woman = await aWoman(house, { name: ` ${name} ` });
    expect(woman.name).toBe(name);
    expect(await house.database.rows.findOneByOrFail(Woman, { id: woman.id })).toMatchObject({ name });
    const calls = await house.signIn(anOpenid());
    for (const wrong of [`${name}敏`, '王1', '', ' ', '·', '<b>王</b>', '王\u0000英'])
      expect(await calls.post('/women', anEntry({ name: wrong }))).toMatchObject({ status: 400 });
  });

  it('lists the women of the region, page by page, and finds a part of a name literally', async () => {
    const villageCode = bayan.village;
    for (const name of ['赵一', '赵二', '钱三']) await aWoman(house, { name, villageCode });
    const officer = await countyOfficer(house, bayan.county);
    const list = async (query: string) => granted(await officer.get<WomenPageView>(`/women?${query}`));
    const pages = [await list('size=2'), await list('size=2&page=2'), await list('size=2&page=3')];
    expect(pages.map(({ women, total }) => [women.length, total])).toEqual([
      [2, 3],
      [1, 3],
      [0, 3],
    ]);
    const names = pages.flatMap(({ women }) => women.map(({ name }) => name));
    expect(names.sort()).toEqual(['赵一', '赵二', '钱三'].sort());
    expect((await list(`name=${encodeURIComponent('赵')}`)).total).toBe(2);
    for (const wildcard of ['%', '_', '!'])
      expect((await list(`name=${encodeURIComponent(wildcard)}`)).total).toBe(0);
    expect((await list(`region=${yanshou.county}`)).total).toBe(0);
  });
});
