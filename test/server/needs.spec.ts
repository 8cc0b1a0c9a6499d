import { Need, NeedCardRow } from '../../server/needs/need.entity';
import type { NeedCardDto } from '../../server/needs/needs.dto';
import type { CardAnswerView, DemandView, DemandWomanView } from '../../server/needs/needs.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import {
  aCard,
  aWoman,
  cityOfficer,
  countyOfficer,
  helper,
  keepCard,
  registerAsPoor,
} from '../support/house/people';
import { bayan, city, daoli, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

describeHouse('A need card', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  afterEach(() => house.setClock(monday));

  it('is none at first, then what she said, in her order of wish', async () => {
    const woman = await aWoman(house);
    const read = async () =>
      granted(await woman.calls.get<CardAnswerView>(`/women/${woman.id}/need-card`)).card;
    expect(await read()).toBeNull();
    const card = await keepCard(woman, {
      families: ['handicraft', 'ecommerce', 'planting'],
      freeMonths: [12, 1, 12, 2],
    });
    expect(card).toMatchObject({
      womanId: woman.id,
      families: ['handicraft', 'ecommerce', 'planting'],
      freeMonths: [1, 2, 12],
      source: 'herself',
      isStale: false,
    });
    expect(await read()).toEqual(card);
  });

  it('is replaced by the next, which keeps the date of a wish that stays and brings a dropped one back', async () => {
    const woman = await aWoman(house);
    const wishes = () => house.database.rows.findBy(Need, { womanId: woman.id });
    const of = async (family: string) => (await wishes()).find((need) => need.family === family)!;
    await keepCard(woman, { families: ['handicraft', 'planting'] });
    const since = (await of('planting')).since;

    house.setClock('2026-11-24T02:00:00Z');
    expect((await keepCard(woman, { families: ['planting', 'tourism'] })).families).toEqual([
      'planting',
      'tourism',
    ]);
    expect(await of('handicraft')).toMatchObject({ state: 'dropped' });
    expect(await of('planting')).toMatchObject({ state: 'open', wish: 1, since });

    house.setClock('2026-11-25T02:00:00Z');
    expect((await keepCard(woman, { families: ['tourism', 'handicraft'] })).families).toEqual([
      'tourism',
      'handicraft',
    ]);
    expect(await of('handicraft')).toMatchObject({ state: 'open', wish: 2, since: house.now() });
    expect(await wishes()).toHaveLength(3);
    expect(await house.database.rows.countBy(NeedCardRow, { womanId: woman.id })).toBe(1);
  });

  it('kept ten times at once is one card', async () => {
    const woman = await aWoman(house);
    const cards = await Promise.all(
      Array.from({ length: 10 }, () => keepCard(woman, { families: ['tourism', 'planting'] })),
    );
    expect(cards.map(({ families }) => families)).toEqual(cards.map(() => ['tourism', 'planting']));
    expect(await house.database.rows.countBy(Need, { womanId: woman.id })).toBe(2);
  });

  it('says who heard it: always herself where she taps, her helper where that is true', async () => {
    const woman = await aWoman(house);
    expect((await keepCard(woman, { source: 'meeting' })).source).toBe('herself');
    const by = await helper(house, yanshou.township);
    const path = `/women/${woman.id}/need-card`;
    expect(granted(await by.put(path, aCard({ source: 'visit' })))).toMatchObject({ source: 'visit' });
  });

  it('is stale when nobody confirmed it for half a year', async () => {
    const woman = await aWoman(house);
    await keepCard(woman);
    const path = `/women/${woman.id}/need-card`;
    const halfAYear = new Date(monday).getTime() + 180 * 24 * 60 * 60 * 1000;
    house.setClock(new Date(halfAYear));
    const late = await house.signIn(woman.calls.openid);
    const isStale = async () => granted(await late.get<CardAnswerView>(path)).card!.isStale;
    expect(await isStale()).toBe(false);
    house.setClock(new Date(halfAYear + 1));
    expect(await isStale()).toBe(true);
    granted(await late.put(path, aCard()));
    expect(await isStale()).toBe(false);
  });

  it.each<[string, Partial<NeedCardDto>, string]>([
    ['without a wish', { families: [] }, 'need.noFamily'],
    ['with the same wish twice', { families: ['tourism', 'tourism'] }, 'need.repeated'],
    ['without a free month', { freeMonths: [] }, 'need.noMonth'],
    ['with a thirteenth month', { freeMonths: [13] }, 'input.invalid'],
    ['with a wish nobody teaches', { families: ['mining' as never] }, 'input.invalid'],
    ['from the other end of the world', { farthestKm: 20_000 }, 'input.invalid'],
  ])('%s is refused, and the card before it stays', async (_, wrong, code) => {
    const woman = await aWoman(house);
    await keepCard(woman);
    const before = await dump(house);
    expect(await woman.calls.put(`/women/${woman.id}/need-card`, aCard(wrong))).toMatchObject({
      status: 400,
      code,
    });
    expect(await dump(house)).toEqual(before);
  });
});

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
          firstWish: list.filter(({ wish }) => wish === 1).length,
        }).toEqual({
          women: cell.women,
          registeredPoor: cell.registeredPoor,
          firstWish: cell.firstWish,
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
    const nothing = { cells: [], women: 0 };
    for (const region of [bayan.county, daoli.county, bayan.township])
      expect(await board(officer, `?region=${region}`)).toEqual(nothing);
    expect(await behind(officer, `family=planting&region=${bayan.county}`)).toEqual([]);
    expect(await board(wholeCity, `?region=${daoli.county}`)).toEqual(nothing);
  });
});
