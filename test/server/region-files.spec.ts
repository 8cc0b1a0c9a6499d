import { Completion } from '../../server/courses/completion.entity';
import { newId } from '../../server/database/new-id';
import { measures, type Measure } from '../../server/ledgers/region-files/measures.rules';
import type { RegionFileView, RegionWomenView } from '../../server/ledgers/region-files/region-files.view';
import { RecordRow } from '../../server/records/record.entity';
import { FileChanges } from '../../server/women/file-changes';
import { Woman } from '../../server/women/woman.entity';
import type { WomanView } from '../../server/women/women.view';
import { granted, type Caller, type Sent } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  anEntry,
  aWoman,
  cityOfficer,
  countyOfficer,
  helper,
  keepCard,
  registerAsPoor,
  type HouseWoman,
} from '../support/house/people';
import { readPdf } from '../support/house/pdf';
import { bayan, city, daoli, yanshou } from '../support/house/places';

const [first, second] = yanshou.villages;
const phone = '13912345678';

describeHouse('The file of a region', () => {
  let house: House;
  let officer: Caller;
  let wholeCity: Caller;
  let hers: Caller;
  let merged: HouseWoman;
  let erased: HouseWoman;

  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    wholeCity = await cityOfficer(house);
    hers = await helper(house, first);
    const poor = await aWoman(house, { name: '刘淑芬', villageCode: first, phone });
    await keepCard(poor, { families: ['planting', 'handicraft'] });
    await registerAsPoor(house, poor);
    const trained = await aWoman(house, { name: '赵桂荣', villageCode: first });
    await keepCard(trained, { families: ['planting'] });
    const done = { womanId: trained.id, batchId: newId(), courseId: newId(), completedOn: '2026-11-20' };
    await house.database.rows.insert(Completion, { id: newId(), ...done });
    await aWoman(house, { name: '没说', villageCode: second });
    const elsewhere = await aWoman(house, { name: '孙丽', villageCode: yanshou.villageElsewhere });
    await keepCard(elsewhere, { families: ['ecommerce'] });
    await keepCard(await aWoman(house, { name: '外县', villageCode: bayan.village }));
    const kept = await aWoman(house, { name: '钱玉珍', villageCode: first });
    const twice = granted(
      await hers.post<WomanView>('/women', anEntry({ name: '钱玉真', villageCode: first })),
    );
    merged = { id: twice.id, name: twice.name, calls: hers };
    await keepCard(merged, { families: ['tourism'] });
    await registerAsPoor(house, merged);
    granted(await officer.post('/merges', { keptId: kept.id, mergedId: merged.id }));
    erased = await aWoman(house, { name: '欧阳忘忧', villageCode: first });
    await keepCard(erased, { families: ['breeding'] });
    granted(await erased.calls.post(`/women/${erased.id}/erasure`, {}));
    const withdrawn = await aWoman(house, { name: '吴收回', villageCode: first });
    await keepCard(withdrawn, { families: ['breeding'] });
    await house.database.transact(async (tx) => {
      await tx.update(Woman, { id: withdrawn.id }, { needsWithdrawnAt: house.now() });
      await house.app.get(FileChanges).tell(tx, withdrawn.id);
    });
  });
  afterEach(() => house.setClock(monday));
  afterAll(() => house.close());

  const file = async (by: Caller, code: string) =>
    granted(await by.get<RegionFileView>(`/region-files/${code}`));
  const women = async (by: Caller, code: string, of: Measure, page = 1) =>
    granted(await by.get<RegionWomenView>(`/region-files/${code}/women?of=${of}&page=${page}`));
  const numbers = ({ counts }: Pick<Sent<RegionFileView>, 'counts'>) =>
    Object.fromEntries(counts.map((count) => [count.of, count.women]));
  const pagesOf = async (by: Caller, code: string) => {
    const { statusCode, rawPayload } = await house.app.inject({
      url: `/api/region-files/${code}/paper`,
      headers: { authorization: `Bearer ${by.token!}` },
    });
    expect(statusCode).toBe(200);
    return readPdf(rawPayload);
  };

  it('counts who is somebody’s file: merged and erased ones never, the needs of who took her consent back neither', async () => {
    const village = await file(officer, first);
    // What the merged file knew is told of the one that was kept, once.
    expect(numbers(village)).toEqual({
      ...{ all: 4, poor: 2, card: 3, confirmed: 3, trained: 1 },
      ...{ planting: 2, breeding: 0, tourism: 1, home_service: 0, handicraft: 1, ecommerce: 0 },
    });
    expect(village).toMatchObject({ level: 'village', parts: [], mayName: true });
  });

  it('has a line for each region right below, and they add up', async () => {
    const county = await file(officer, yanshou.county);
    const township = await file(officer, yanshou.township);
    for (const { counts, parts } of [county, township, await file(wholeCity, city)])
      for (const { of, women: all } of counts) {
        const below = parts.map((part) => numbers(part)[of]!);
        expect(below.reduce((sum, one) => sum + one, 0)).toBe(all);
      }
    expect(numbers(county)).toMatchObject({ all: 6, card: 4, ecommerce: 1 });
    const line = county.parts.find(({ regionCode }) => regionCode === yanshou.township)!;
    expect(line).toMatchObject({ regionName: '六团镇', counts: township.counts });
    expect(township.parts.map(({ regionCode }) => regionCode)).toEqual(
      expect.arrayContaining([...yanshou.villages]),
    );
  });

  it('counts exactly the women behind each number, village by village', async () => {
    for (const code of [yanshou.county, yanshou.township, first, second]) {
      const counted = numbers(await file(officer, code));
      for (const of of measures) {
        const { women: list, total } = await women(officer, code, of);
        expect([of, total, list.length]).toEqual([of, counted[of], counted[of]]);
        expect(list.map(({ womanId }) => womanId)).not.toContain(merged.id);
        expect(list.map(({ womanId }) => womanId)).not.toContain(erased.id);
      }
    }
    const { women: behind } = await women(officer, first, 'trained');
    expect(behind).toMatchObject([
      { name: '赵桂荣', isConfirmed: true, isTrained: true, isRegisteredPoor: false, families: ['planting'] },
    ]);
    expect(await women(officer, first, 'all', 2)).toEqual({ women: [], total: 4 });
  });

  it('of another season counts no card as confirmed', async () => {
    house.setClock('2027-04-01T02:00:00Z');
    const later = await countyOfficer(house, yanshou.county);
    expect(numbers(await file(later, first))).toMatchObject({ card: 3, confirmed: 0 });
    expect((await women(later, first, 'confirmed')).total).toBe(0);
  });

  it('of a region that is not hers is as if it were not there', async () => {
    const unknown = '230199';
    const asked = [
      ...[bayan.county, bayan.township, bayan.village, daoli.county, city].map((code) => [officer, code]),
      ...[second, yanshou.township, yanshou.county].map((code) => [hers, code]),
    ] as [Caller, string][];
    for (const [by, code] of asked)
      for (const part of ['', '/women?of=all', '/paper']) {
        const theirs = await by.get(`/region-files/${code}${part}`);
        expect(theirs).toMatchObject({ status: 404, code: 'thing.notFound' });
        expect(theirs).toEqual(await by.get(`/region-files/${unknown}${part}`));
      }
    expect(await hers.get(`/region-files/${first}/women?of=everybody`)).toMatchObject({ status: 400 });
    expect(numbers(await file(hers, first)).all).toBe(4);
  });

  it('names no one to the city', async () => {
    expect(await file(wholeCity, first)).toMatchObject({ mayName: false });
    expect(await wholeCity.get(`/region-files/${first}/women?of=all`)).toMatchObject({ status: 403 });
    const { pages } = await pagesOf(wholeCity, first);
    expect(pages[0]).toContain('市里只看人数');
    expect(pages.join()).not.toContain('刘淑芬');
  });

  it('of a village goes out on paper with its women, without numbers of theirs, and on record', async () => {
    const before = await house.database.rows.countBy(RecordRow, { deed: 'export' });
    const { pages, missing, isEmbedded } = await pagesOf(hers, first);
    expect([pages.length, missing, isEmbedded]).toEqual([1, 0, true]);
    for (const words of ['刘淑芬', '赵桂荣', '种植、手工编织', '周雅茹打印于2026年11月23日 10:00'])
      expect(pages[0]).toContain(words);
    for (const not of ['欧阳忘忧', '钱玉真', phone, phone.slice(-4)]) expect(pages[0]).not.toContain(not);
    const records = await house.database.rows.findBy(RecordRow, { deed: 'export' });
    expect(records).toHaveLength(before + 1);
    expect(records).toContainEqual(
      expect.objectContaining({ regionCode: first, said: '打印村档案，4人，没有号码' }),
    );
  });

  it('of a county goes out on paper with its townships', async () => {
    const { pages, missing } = await pagesOf(officer, yanshou.county);
    expect(missing).toBe(0);
    for (const words of ['延寿县 妇女档案', '六团镇', '中和镇', '在册妇女'])
      expect(pages.join('\n')).toContain(words);
    expect(pages.join()).not.toContain('刘淑芬');
  });
});
