import { newId } from '../../server/database/new-id';
import { Scope } from '../../server/access/scope';
import { Database } from '../../server/database/database';
import { addRows } from '../../server/database/plain-rows';
import { ComparingService } from '../../server/duplicates/comparing.service';
import { NearPair } from '../../server/duplicates/near.entity';
import { likenessOf } from '../../server/duplicates/near.rules';
import type { NearFileView, NearPairsPageView } from '../../server/duplicates/near.view';
import { RecordRow } from '../../server/records/record.entity';
import { Seal } from '../../server/secrecy/seal';
import { fileRow } from '../../server/women/files';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { anEntry, aWoman, cityOfficer, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

const [village, nextVillage] = yanshou.villages;
const phone = '13904561234';

describeHouse('Files that may be one woman', () => {
  let house: House;
  let here: Caller;
  beforeEach(async () => {
    house = await openHouse();
    here = await helper(house, yanshou.township);
  });
  afterEach(() => house.close());

  const aFile = async (other: Parameters<typeof anEntry>[0] = {}, by: Caller = here) =>
    granted(await by.post<{ id: string }>('/women', anEntry(other))).id;
  const list = async (by: Caller = here, query = '') =>
    granted(await by.get<NearPairsPageView>(`/near-pairs${query}`));
  const both = ({ pairs }: Sent<NearPairsPageView>) =>
    pairs.map(({ first, second }) => [first.id, second.id].sort());
  const edit = async (id: string, change: object) => {
    const { revision } = await house.database.rows.findOneByOrFail(Woman, { id });
    granted(await here.put(`/women/${id}/profile`, { beganFrom: revision, ...change }));
  };

  it('are put side by side with what is alike and what is not, numbers masked', async () => {
    const one = await aFile({ phone, bornInYear: 1974 });
    const other = await aFile({ name: '王秀瑛', phone, bornInYear: 1974 });
    await aFile({ name: '赵春梅', phone, bornInYear: 1974 });
    const page = await list();
    expect(both(page)).toEqual([[one, other].sort()]);
    expect(page).toMatchObject({ total: 1, waiting: 0 });
    const [pair] = page.pairs;
    expect(pair!.why).toEqual(['姓名同音', '同一个村', '出生年份一样', '手机号一样']);
    expect(pair).toMatchObject({ isVeryNear: true, differs: ['name'], parted: null });
    expect(pair!.first).toMatchObject({ phone: '139****1234', born: '1974年', openedByName: '周雅茹' });
    expect(granted(await here.get('/near-pairs/count'))).toEqual({ total: 1 });
    expect(await list(here, `?womanId=${one}`)).toMatchObject({ total: 1 });
    const countOf = async (id: string) => granted(await here.get(`/near-pairs/count?womanId=${id}`));
    expect([await countOf(one), await countOf(newId())]).toEqual([{ total: 1 }, { total: 0 }]);
    expect(await list(here, `?region=${nextVillage}`)).toMatchObject({ total: 0 });
  });

  it('lie in the region of whoever looks: a pair of two villages is the township’s, of two townships the county’s', async () => {
    const [one, other] = [
      await aFile({ phone }),
      await aFile({ name: '王秀瑛', phone, villageCode: nextVillage }),
    ];
    const there = await helper(house, yanshou.villageElsewhere);
    const third = await aFile({ phone, villageCode: yanshou.villageElsewhere }, there);
    const elsewhere = await helper(house, bayan.village);
    await aFile({ phone, villageCode: bayan.village }, elsewhere);
    const officer = await countyOfficer(house, yanshou.county);
    expect(both(await list(officer)).sort()).toEqual(
      [
        [one, other],
        [one, third],
        [other, third],
      ]
        .map((pair) => pair.sort())
        .sort(),
    );
    expect(both(await list())).toEqual([[one, other].sort()]);
    for (const by of [there, elsewhere, await helper(house, village)]) expect((await list(by)).total).toBe(0);
    expect(await (await cityOfficer(house)).get('/near-pairs')).toMatchObject({ status: 403 });
  });

  it('of whom somebody said "two people" are shown no more, with who and when on record, until one says something else', async () => {
    const [one, other] = [await aFile({ phone }), await aFile({ name: '王秀瑛', phone })];
    expect((await list()).total).toBe(1);
    const parting = { firstId: one, secondId: other };
    expect((await here.post('/near-pairs/partings', parting)).status).toBe(204);
    expect((await here.post('/near-pairs/partings', parting)).status).toBe(204);
    expect((await list()).total).toBe(0);
    await edit(one, { notes: '爱唱歌', education: 'primary' });
    expect((await list()).total).toBe(0);
    const records = await house.database.rows.findBy(RecordRow, { deed: 'two_people' });
    expect(records).toHaveLength(1);
    await edit(one, { name: '王秀莹' });
    const [pair] = (await list()).pairs;
    expect(pair!.parted).toMatchObject({ byName: '周雅茹' });
    expect(await house.database.rows.count(NearPair)).toBe(1);
    await edit(one, { name: '王秀英' });
    expect((await list()).total).toBe(0);
  });

  it('are no pair any more when they are merged, or one is erased, and are one again when they are parted', async () => {
    const [one, other] = [await aFile({ phone }), await aFile({ name: '王秀瑛', phone })];
    expect((await list()).total).toBe(1);
    const { id } = granted(await here.post<{ id: string }>('/merges', { keptId: one, mergedId: other }));
    expect((await list()).total).toBe(0);
    granted(await here.post(`/merges/${id}/undoing`));
    expect((await list()).total).toBe(1);
    expect((await here.post(`/women/${other}/erasure`, { said: '本人书面申请' })).status).toBeLessThan(300);
    expect((await list()).total).toBe(0);
  });

  it('are shown before a second file is written, and looking writes nothing of her', async () => {
    const one = await aFile({ phone, bornInYear: 1974 });
    const look = (entry: object, by: Caller = here) => by.post<NearFileView[]>('/near-pairs/looks', entry);
    const entry = { name: '王秀瑛', villageCode: village, phone };
    const [near, ...more] = granted(await look(entry));
    expect(near).toMatchObject({ file: { id: one, phone: '139****1234' }, isVeryNear: false });
    expect(more).toEqual([]);
    const heard = { name: '王秀瑛', villageCode: village };
    expect(granted(await look(heard)).map(({ file, why }) => [file.id, why])).toEqual([
      [one, ['姓名同音', '同一个村']],
    ]);
    const before = await dump(house);
    expect(granted(await look({ ...entry, name: '赵春梅' }))).toEqual([]);
    expect(await look({ ...entry, villageCode: bayan.village })).toMatchObject({ status: 403 });
    expect(await look({ ...entry, identity: '110105194912310021' })).toMatchObject({
      code: 'identity.check',
    });
    expect(await dump(house)).toEqual(before);
    await aWoman(house, { name: '王秀瑛', phone, villageCode: bayan.village });
    expect(granted(await look(entry)).map(({ file }) => file.id)).toEqual([one]);
  });

  it('that a helper may not see are like those that do not exist', async () => {
    const one = await aFile();
    const foreign = await aFile({ villageCode: bayan.village }, await helper(house, bayan.village));
    const answers = await Promise.all(
      [foreign, '01890000-0000-7000-8000-000000000000'].map((secondId) =>
        here.post('/near-pairs/partings', { firstId: one, secondId }),
      ),
    );
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      [404, 'thing.notFound'],
      [404, 'thing.notFound'],
    ]);
    expect(await list(here, `?womanId=${foreign}`)).toMatchObject({ total: 0 });
  });

  it('among many are the same as everybody compared with everybody, also found by two servers at once', async () => {
    const seal = house.app.get(Seal);
    const given = ['秀英', '秀瑛', '英秀', '秀芹', '桂兰', '桂蓝', '兰', '春华', '春花'];
    const rows = Array.from({ length: 600 }, (_, place) => {
      const name = `${'王李汪'.charAt(place % 3)}${given[(place * 7) % given.length]!}`;
      const villageCode = [village, nextVillage, yanshou.villageElsewhere][place % 5] ?? village;
      const year = [1974, 1980, 1981][(place * 11) % 13];
      const facts = { name, villageCode, ...(year && { bornInYear: year }) };
      const other = place % 4 === 0 ? { phone: `1390456${String(place % 90).padStart(4, '0')}` } : {};
      return fileRow(seal, { ...facts, ...other }, 'somebody', house.now());
    });
    await addRows(house.database.rows, Woman, rows);
    const comparing = house.app.get(ComparingService);
    await Promise.all([1, 2].map(() => comparing.compare(new Scope(['']), 10_000)));
    const expected = rows.flatMap((one, place) =>
      rows
        .slice(place + 1)
        .flatMap((other) => (likenessOf(one, other) ? [[one.id, other.id].sort().join()] : [])),
    );
    const pairs = await house.app.get(Database).rows.find(NearPair);
    expect(pairs.map(({ firstId, secondId }) => [firstId, secondId].join()).sort()).toEqual(expected.sort());
    expect(expected.length).toBeGreaterThan(300);
  });
});
