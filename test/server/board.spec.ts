import { newId } from '../../server/database/new-id';
import { Completion } from '../../server/courses/completion.entity';
import type { DemandMonthView, DemandView, DemandWomanView } from '../../server/needs/board/board.view';
import { keepAllDemand } from '../../server/needs/board/demand-facts';
import { Demand } from '../../server/needs/board/demand.entity';
import { families } from '../../server/needs/families.rules';
import { Need, NeedCardRow } from '../../server/needs/need.entity';
import type { NeedCardDto } from '../../server/needs/needs.dto';
import { NeedsService } from '../../server/needs/needs.service';
import { RecordRow } from '../../server/records/record.entity';
import { FileChanges } from '../../server/women/file-changes';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aCard, aWoman, cityOfficer, countyOfficer, keepCard, registerAsPoor } from '../support/house/people';
import { bayan, city, daoli, yanshou } from '../support/house/places';

describeHouse('The demand board', () => {
  let house: House;
  let officer: Caller;
  let wholeCity: Caller;

  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    wholeCity = await cityOfficer(house);
    const villages = [...yanshou.villages, yanshou.villageElsewhere, bayan.village];
    const choices: Partial<NeedCardDto>[] = [
      { families: ['handicraft', 'planting'], freeMonths: [1] },
      { families: ['planting'], freeMonths: [1, 2] },
      { families: ['ecommerce', 'handicraft', 'planting'], freeMonths: [12] },
    ];
    for (const [at, villageCode] of villages.entries()) {
      for (const [which, choice] of choices.entries()) {
        const woman = await aWoman(house, { villageCode });
        await keepCard(woman, choice);
        if ((at + which) % 2 === 0) await registerAsPoor(house, woman);
      }
    }
    const changed = await aWoman(house);
    await keepCard(changed, { families: ['tourism'] });
    await keepCard(changed, { families: ['handicraft'] });
    await aWoman(house, { name: '没说' });
  });
  afterAll(() => house.close());

  const board = async (caller: Caller, query = '') =>
    granted(await caller.get<DemandView>(`/demand${query}`));
  const behind = async (caller: Caller, query: string) =>
    granted(await caller.get<DemandWomanView[]>(`/demand/women?${query}`));

  it('counts townships for a county and counties for the city', async () => {
    const own = await board(officer);
    expect(new Set(own.cells.map(({ regionCode }) => regionCode))).toEqual(
      new Set([yanshou.township, '230129102']),
    );
    expect(own.women).toBe(13);
    const all = await board(wholeCity);
    expect(new Set(all.cells.map(({ regionName }) => regionName))).toEqual(new Set(['延寿县', '巴彦县']));
    expect(all.women).toBe(16);
    expect((await board(wholeCity, `?region=${city}`)).cells).toEqual(all.cells);
    expect((await board(wholeCity, `?region=${yanshou.county}`)).cells).toEqual(own.cells);
  });

  it.each(['', '&month=1', '&month=12', '&month=7'])(
    'counts exactly the women on the list behind each number (%s)',
    async (month) => {
      const { cells, women } = await board(officer, `?region=${yanshou.county}${month}`);
      const everybody = new Set<string>();
      for (const cell of cells) {
        const list = await behind(officer, `family=${cell.family}&region=${cell.regionCode}${month}`);
        list.forEach(({ womanId }) => everybody.add(womanId));
        expect({
          women: list.length,
          registeredPoor: list.filter(({ isRegisteredPoor }) => isRegisteredPoor).length,
          neverTrained: list.filter(({ isNeverTrained }) => isNeverTrained).length,
          firstWish: list.filter(({ wish }) => wish === 1).length,
          stale: list.filter(({ isStale }) => isStale).length,
        }).toEqual({
          women: cell.women,
          registeredPoor: cell.registeredPoor,
          neverTrained: cell.neverTrained,
          firstWish: cell.firstWish,
          stale: cell.stale,
        });
      }
      expect(everybody.size).toBe(women);
      const byCounty = await board(wholeCity, month.replace('&', '?'));
      for (const cell of byCounty.cells.filter(({ regionCode }) => regionCode === yanshou.county)) {
        const list = await behind(officer, `family=${cell.family}&region=${yanshou.county}${month}`);
        expect(list).toHaveLength(cell.women);
      }
    },
  );

  it('counts only women who have time in the month', async () => {
    const months = await Promise.all(
      [1, 2, 12, 7].map(async (month) => (await board(officer, `?month=${month}`)).women),
    );
    expect(months).toEqual([9, 5, 5, 0]);
  });

  it('forgets a dropped wish', async () => {
    const { cells } = await board(officer);
    expect(cells.filter(({ family }) => family === 'tourism')).toEqual([]);
  });

  it('says nothing about a region the reader does not serve', async () => {
    const nothing = { cells: [], areas: [], women: 0 };
    for (const region of [bayan.county, daoli.county, bayan.township])
      expect(await board(officer, `?region=${region}`)).toMatchObject(nothing);
    expect(await behind(officer, `family=planting&region=${bayan.county}`)).toEqual([]);
    expect(await board(wholeCity, `?region=${daoli.county}`)).toMatchObject({ cells: [], women: 0 });
  });

  it('narrows to poor women, to those never trained, to fresh and to stale needs, which never vanish', async () => {
    const all = await board(officer);
    const poor = await board(officer, '?who=poor');
    expect(poor.women).toBe(all.all.registeredPoor);
    expect(poor.cells.every(({ women, registeredPoor }) => women === registeredPoor)).toBe(true);
    expect((await board(officer, '?who=never_trained')).women).toBe(all.all.neverTrained);
    expect((await board(officer, '?family=ecommerce')).cells.map(({ family }) => family)).toEqual([
      'ecommerce',
      'ecommerce',
    ]);
    house.setClock('2027-04-01T02:00:00Z');
    const later = await countyOfficer(house, yanshou.county);
    expect(await board(later)).toMatchObject({ women: 13, all: { stale: 13 } });
    expect((await board(later, '?age=fresh')).women).toBe(0);
    const her = (await behind(later, `family=planting&region=${yanshou.county}&age=stale`))[0]!;
    granted(await later.post(`/women/${her.womanId}/need-card/confirmation`));
    expect(await board(later)).toMatchObject({ women: 13, all: { stale: 12 } });
    expect((await board(later, '?age=fresh')).women).toBe(1);
    house.setClock(monday);
  });

  it('tells who reaches a place within her own distance', async () => {
    const near = await aWoman(house, { villageCode: yanshou.villageElsewhere });
    await keepCard(near, { families: ['breeding'], farthestKm: 1 });
    const far = await aWoman(house, { villageCode: yanshou.villageElsewhere });
    await keepCard(far, { families: ['breeding'], farthestKm: 300 });
    const reachable = async (place: string) =>
      (await board(officer, `?family=breeding&place=${place}`)).all.reachable;
    expect(await reachable(yanshou.villageElsewhere)).toBe(2);
    expect(await reachable(yanshou.township)).toBe(1);
    const list = await behind(officer, `family=breeding&region=${yanshou.county}&place=${yanshou.township}`);
    expect(list.map(({ placeKm, farthestKm }) => placeKm! <= farthestKm).sort()).toEqual([false, true]);
    for (const place of [bayan.township, '230129999'])
      expect(await officer.get(`/demand?place=${place}`)).toMatchObject({
        status: 400,
        code: 'demand.placeElsewhere',
      });
    expect(await wholeCity.get(`/demand?place=${yanshou.township}`)).toMatchObject({
      code: 'demand.placeElsewhere',
    });
  });

  it('tells how many have time in each month', async () => {
    const months = granted(await officer.get<DemandMonthView[]>('/demand/months?family=ecommerce'));
    expect(months.map(({ women }) => women)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4]);
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('neither counts nor names a woman from the moment she withdraws her consent', async () => {
    const her = await aWoman(house);
    await keepCard(her, { families: ['tourism'] });
    const query = `family=tourism&region=${yanshou.county}`;
    const names = async () => (await behind(officer, query)).map(({ womanId }) => womanId);
    const { women } = await board(officer);
    expect(await names()).toEqual([her.id]);
    await house.database.transact(async (tx) => {
      await tx.update(Woman, { id: her.id }, { needsWithdrawnAt: house.now() });
      await house.app.get(FileChanges).tell(tx, her.id);
    });
    expect(await names()).toEqual([]);
    expect((await board(officer)).women).toBe(women - 1);
  });

  it('goes out as a workbook without names, and the export is put on record', async () => {
    const file = await officer.get('/demand/workbook?month=1');
    expect(file).toMatchObject({ status: 200 });
    const [record] = await house.database.rows.findBy(RecordRow, { deed: 'export' });
    expect(record).toMatchObject({ regionCode: yanshou.county, womanId: null });
  });
});

describeHouse('What the board counts', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());

  /** The same figures, worked out woman by woman from the rows they follow from. */
  async function derived(): Promise<Omit<Demand, 'confirmedAt'>[]> {
    const { rows } = house.database;
    const [files, cards, needs, done] = [
      await rows.find(Woman),
      await rows.find(NeedCardRow),
      await rows.findBy(Need, { state: 'open' }),
      await rows.find(Completion),
    ];
    return cards
      .flatMap(({ womanId, freeMonthBits, farthestKm }) => {
        const { villageCode, isRegisteredPoor, mergedIntoId } = files.find(({ id }) => id === womanId)!;
        const hers = needs.filter((need) => need.womanId === womanId).sort((a, b) => a.wish - b.wish);
        if (hers.length === 0 || mergedIntoId !== null) return [];
        return {
          ...{ womanId, villageCode, freeMonthBits, farthestKm, isRegisteredPoor },
          families: hers.reduce((bits, { family }) => bits | (1 << families.indexOf(family)), 0),
          dearest: families.indexOf(hers[0]!.family),
          isNeverTrained: !done.some((one) => one.womanId === womanId),
        };
      })
      .sort((one, other) => (one.womanId < other.womanId ? -1 : 1));
  }
  const counted = async () => {
    const all = await house.database.rows.find(Demand, { order: { womanId: 'ASC' } });
    return all.map(({ confirmedAt: _, ...facts }) => facts);
  };

  it('follows from the rows after cards, changes, completions, mergers and the poverty register, by chance', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const women = await Promise.all(
      Array.from({ length: 8 }, () => aWoman(house, { villageCode: yanshou.villages[0] })),
    );
    let seed = 20_261_124;
    const chance = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const completions = house.app.get(NeedsService);
    const merges: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      const her = women[chance(women.length)]!;
      const family = families[chance(families.length)]!;
      switch (chance(6)) {
        case 0:
        case 1:
          await her.calls.put(
            `/women/${her.id}/need-card`,
            aCard({
              families: families.filter(() => chance(2) === 0),
              freeMonths: [1 + chance(12), 1 + chance(12)],
              farthestKm: 1 + chance(300),
            }),
          );
          break;
        case 2:
          await house.database.transact(async (tx) => {
            const batchId = newId();
            const completedOn = '2026-11-20';
            await tx.insert(Completion, {
              ...{ id: newId(), womanId: her.id, batchId, courseId: newId(), completedOn },
            });
            await completions.meet(tx, her.id, family);
          });
          break;
        case 3:
          await registerAsPoor(house, her);
          break;
        case 4: {
          const other = women[chance(women.length)]!;
          const sent = await officer.post<{ id: string }>('/merges', {
            ...{ keptId: her.id, mergedId: other.id },
          });
          if (sent.status < 300) merges.push(sent.body.id);
          break;
        }
        default:
          if (merges.length > 0) await officer.post(`/merges/${merges.pop()}/undoing`);
      }
      expect(await counted()).toEqual(await derived());
    }
    expect((await counted()).length).toBeGreaterThan(0);
  });

  it('is laid down for everybody at once the same way', async () => {
    const before = await counted();
    await house.database.transact(async (tx) => {
      await tx.query('DELETE FROM demand');
      await keepAllDemand(tx);
    });
    expect(await counted()).toEqual(before);
  });
});
