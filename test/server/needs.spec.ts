import { Need, NeedCardRow, NeedConfirmation } from '../../server/needs/need.entity';
import type { NeedCardDto } from '../../server/needs/needs.dto';
import type { CardAnswerView, NeedCardView } from '../../server/needs/needs.view';
import { granted } from '../support/house/caller';
import { describeHouse, monday, openHouse, type House } from '../support/house/house';
import { aCard, aWoman, helper, keepCard } from '../support/house/people';
import { yanshou } from '../support/house/places';
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

  it('is stale when nobody confirmed it for the season, and holds again by one tap', async () => {
    const woman = await aWoman(house);
    const path = `/women/${woman.id}/need-card`;
    expect(await woman.calls.post(`${path}/confirmation`)).toMatchObject({ code: 'need.missing' });
    await keepCard(woman, { families: ['tourism', 'planting'] });
    // The summer of 2027 begins on the first of April; from the second of March on it is asked about.
    house.setClock('2027-03-31T15:59:59Z');
    const late = await house.signIn(woman.calls.openid);
    const isStale = async () => granted(await late.get<CardAnswerView>(path)).card!.isStale;
    expect(await isStale()).toBe(false);
    house.setClock('2027-03-31T16:00:00Z');
    expect(await isStale()).toBe(true);
    const confirmed = granted(await late.post<NeedCardView>(`${path}/confirmation`));
    expect(confirmed).toMatchObject({ families: ['tourism', 'planting'], isStale: false });
    expect(confirmed.confirmedAt).toBe(house.now().toISOString());
    const by = await helper(house, yanshou.township);
    granted(await by.post(`${path}/confirmation`));
    const said = await house.database.rows.find(NeedConfirmation, {
      where: { womanId: woman.id },
      order: { id: 'ASC' },
    });
    expect(said.map(({ source }) => source)).toEqual(['herself', 'herself', 'visit']);
  });

  it.each<[string, Partial<NeedCardDto>, string]>([
    ['without a wish', { families: [] }, 'need.noFamily'],
    ['with the same wish twice', { families: ['tourism', 'tourism'] }, 'need.repeated'],
    ['without a free month', { freeMonths: [] }, 'need.noMonth'],
    ['with a thirteenth month', { freeMonths: [13] }, 'input.invalid'],
    ['with a wish nobody teaches', { families: ['mining' as never] }, 'input.invalid'],
    ['for which she would not leave her door', { farthestKm: 0 }, 'need.distanceWrong'],
    ['ten thousand kilometres away', { farthestKm: 10_000 }, 'need.distanceWrong'],
    ['a metre beyond the farthest', { farthestKm: 300.001 }, 'need.distanceWrong'],
    ['as far behind her house', { farthestKm: -20 }, 'need.distanceWrong'],
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
