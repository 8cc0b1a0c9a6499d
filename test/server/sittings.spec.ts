import { newId } from '../../server/database/new-id';
import { NeedConfirmation } from '../../server/needs/need.entity';
import type {
  SittingEntryView,
  SittingView,
  WholeSittingView,
} from '../../server/needs/sittings/sittings.view';
import type { CardAnswerView } from '../../server/needs/needs.view';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, anEntry, aWoman, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';

describeHouse('A sitting', () => {
  let house: House;
  let her: Caller;
  beforeAll(async () => {
    house = await openHouse();
    her = await helper(house, yanshou.township);
  });
  afterAll(() => house.close());

  const meeting = {
    ...{ kind: 'meeting', heldOn: '2026-11-20', place: '团山村活动室', regionCode: yanshou.villages[0] },
  };
  const aSitting = async (other: object = {}) => {
    const id = newId();
    return granted(await her.put<SittingView>(`/sittings/${id}`, { ...meeting, ...other }));
  };
  const card = aCard({ families: ['breeding'] });

  it('takes twenty women in, known ones and new ones, and each card says from which sitting it is', async () => {
    const { id } = await aSitting();
    const known = await aWoman(house, { name: '李桂香' });
    granted(await her.put(`/sittings/${id}/entries/${newId()}`, { womanId: known.id, card }));
    for (let number = 1; number < 20; number += 1) {
      const file = anEntry({
        name: `赵春${'一二三四五六七八九十'.charAt(number % 10)}${number > 9 ? '梅' : ''}`,
      });
      granted(await her.put(`/sittings/${id}/entries/${newId()}`, { file, card }));
    }
    const whole = granted(await her.get<WholeSittingView>(`/sittings/${id}`));
    expect(whole).toMatchObject({ women: 20, kindName: '座谈会', heldOn: '2026-11-20' });
    expect(whole.entries.map(({ name }) => name)[0]).toBe('李桂香');
    const said = await house.database.rows.findBy(NeedConfirmation, { sittingId: id });
    expect(new Set(said.map(({ womanId }) => womanId)).size).toBe(20);
    expect(said.every(({ source }) => source === 'meeting')).toBe(true);
    const path = `/women/${known.id}/need-card`;
    expect(granted(await her.get<CardAnswerView>(path)).card).toMatchObject({ source: 'meeting' });
    expect(granted(await her.get<SittingView[]>('/sittings')).map((one) => one.id)).toContain(id);
  });

  it('sent again is the same sitting and the same entries, with the card as it is now', async () => {
    const { id } = await aSitting();
    const entryId = newId();
    const enter = (families: string[]) =>
      her.put<SittingEntryView>(`/sittings/${id}/entries/${entryId}`, {
        file: anEntry({ name: '孙玉兰' }),
        card: { ...card, families },
      });
    const first = granted(await enter(['breeding']));
    granted(await her.put(`/sittings/${id}`, meeting));
    const again = await Promise.all(Array.from({ length: 5 }, () => enter(['tourism', 'breeding'])));
    expect(again.map((sent) => granted(sent).womanId)).toEqual(again.map(() => first.womanId));
    expect(granted(await her.get<WholeSittingView>(`/sittings/${id}`)).women).toBe(1);
    expect(await house.database.rows.countBy(Woman, { name: '孙玉兰' })).toBe(1);
    const path = `/women/${first.womanId}/need-card`;
    expect(granted(await her.get<CardAnswerView>(path)).card).toMatchObject({
      families: ['tourism', 'breeding'],
    });
  });

  it('asks before a second file of one name in one village, and opens it when it is another woman', async () => {
    const { id } = await aSitting();
    const file = anEntry({ name: '周秀兰' });
    granted(await her.put(`/sittings/${id}/entries/${newId()}`, { file, card }));
    const second = `/sittings/${id}/entries/${newId()}`;
    const asked = await her.put(second, { file, card });
    expect(asked).toMatchObject({ status: 409, code: 'sitting.sameName' });
    expect(JSON.stringify(asked.body)).toContain('周秀兰');
    granted(await her.put(second, { file, card, isAnother: true }));
    expect(await house.database.rows.countBy(Woman, { name: '周秀兰' })).toBe(2);
  });

  it('refuses what cannot be, and keeps nothing of it', async () => {
    const { id } = await aSitting();
    const known = await aWoman(house, { name: '吴凤英' });
    granted(await her.put(`/sittings/${id}/entries/${newId()}`, { womanId: known.id, card }));
    const elsewhere = await aWoman(house, { villageCode: bayan.village });
    const before = await dump(house);
    const entry = (body: object) => her.put(`/sittings/${id}/entries/${newId()}`, body);
    const begin = (other: object) => her.put(`/sittings/${newId()}`, { ...meeting, ...other });
    const file = anEntry({ name: '郑美玲' });
    const answers = [
      [await entry({ womanId: known.id, card }), 409, 'sitting.womanTwice'],
      [await entry({ womanId: elsewhere.id, card }), 404, 'thing.notFound'],
      [await entry({ card }), 400, 'input.invalid'],
      [await entry({ womanId: known.id, file, card }), 400, 'input.invalid'],
      [await entry({ file, card: { ...card, families: [] } }), 400, 'need.noFamily'],
      [await entry({ file, card: { ...card, families: ['tourism', 'tourism'] } }), 400, 'need.repeated'],
      [await entry({ file, card: { ...card, freeMonths: [] } }), 400, 'need.noMonth'],
      [await entry({ file, card: { ...card, farthestKm: 0 } }), 400, 'need.distanceWrong'],
      [await entry({ file, card: { ...card, farthestKm: 10_000 } }), 400, 'need.distanceWrong'],
      [await entry({ file: anEntry({ villageCode: bayan.village }), card }), 403, 'access.denied'],
      [await begin({ heldOn: '2026-11-24' }), 400, 'sitting.dayWrong'],
      [await begin({ heldOn: '2025-11-22' }), 400, 'sitting.dayWrong'],
      [await begin({ heldOn: '2026-02-30' }), 400, 'input.invalid'],
      [await begin({ place: '  ' }), 400, 'input.invalid'],
      [await begin({ regionCode: bayan.township }), 403, 'access.denied'],
    ] as const;
    expect(answers.map(([answer]) => [answer.status, answer.code])).toEqual(
      answers.map(([, status, code]) => [status, code]),
    );
    expect(await dump(house)).toEqual(before);
  });

  it('is nobody elses: not another helper’s by its id, not another township’s to read', async () => {
    const { id } = await aSitting();
    const beside = await helper(house, yanshou.township);
    expect(await beside.put(`/sittings/${id}`, meeting)).toMatchObject({ code: 'sitting.idTaken' });
    const elsewhere = await helper(house, bayan.township);
    expect(await elsewhere.get(`/sittings/${id}`)).toMatchObject({ status: 404 });
    const officer = await countyOfficer(house, yanshou.county);
    const file = anEntry({ name: '钱淑芬' });
    const path = `/sittings/${id}/entries/${newId()}`;
    expect(await officer.put(path, { file, card })).toMatchObject({ status: 403 });
  });
});
