import { RecordRow } from '../../server/records/record.entity';
import { Demand } from '../../server/needs/board/demand.entity';
import { Need } from '../../server/needs/need.entity';
import type { ProfileView, WomanChangeView } from '../../server/women/profiles.view';
import type { WomenPageView } from '../../server/women/women.view';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, countyOfficer, helper, keepCard } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, signUp, standing } from '../support/house/teaching';

const [here, there] = yanshou.villages;

describeHouse('A woman who moves house', () => {
  let house: House;
  let officer: Caller;
  let ofTownship: Caller;
  let ofVillage: Caller;
  beforeAll(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    ofTownship = await helper(house, yanshou.township);
    ofVillage = await helper(house, here);
  });
  afterAll(() => house.close());

  const relocate = (by: Caller, id: string, villageCode: string, beganFrom = 1, reason = '嫁过去了') =>
    by.put<ProfileView>(`/women/${id}/village`, { beganFrom, villageCode, reason });
  const listedBy = async (by: Caller) =>
    granted(await by.get<WomenPageView>('/women?size=100')).women.map(({ id }) => id);

  it('takes her file with her: needs, demand and seat stay hers, and her history keeps both villages', async () => {
    const her = await aWoman(house, { villageCode: here });
    await keepCard(her);
    const batch = await aBatch(house, {}, officer);
    await signUp(her, batch);
    granted(await officer.put(`/women/${her.id}/profile`, { beganFrom: 1, householdCode: '12-3' }));
    const moved = granted(await relocate(ofTownship, her.id, there, 2));
    expect(moved).toMatchObject({ villageCode: there, householdCode: null, revision: 3 });

    const { rows } = house.database;
    const needs = await rows.findBy(Need, { womanId: her.id });
    expect(new Set(needs.map(({ villageCode }) => villageCode))).toEqual(new Set([there]));
    expect(await rows.findOneByOrFail(Demand, { womanId: her.id })).toMatchObject({ villageCode: there });
    expect(await standing(her, batch)).toMatchObject({ state: 'enrolled' });
    expect(await listedBy(ofVillage)).not.toContain(her.id);
    expect(await listedBy(await helper(house, there))).toContain(her.id);

    const changes = granted(await her.calls.get<WomanChangeView[]>(`/women/${her.id}/changes`));
    const [from, to] = changes
      .filter(({ field }) => field === 'villageCode')
      .flatMap(({ before, after }) => [before, after]);
    expect(from).toContain('延寿县');
    expect(to).toMatch(/延寿县.*（嫁过去了）$/);
    expect(from).not.toBe(to);
    expect(changes.find(({ field, after }) => field === 'householdCode' && after === null)).toBeDefined();
    const [record] = await rows.findBy(RecordRow, { womanId: her.id, deed: 'relocate' });
    expect(record).toMatchObject({ regionCode: here, said: expect.stringContaining('嫁过去了') });
  });

  it('is taken from township to township by her county, and from there by nobody of the old one', async () => {
    const her = await aWoman(house, { villageCode: here });
    granted(await relocate(officer, her.id, yanshou.villageElsewhere));
    expect(await relocate(ofTownship, her.id, here, 2)).toMatchObject({ status: 404 });
    granted(await relocate(officer, her.id, here, 2, '搬回来了'));
  });

  it('is not moved beyond what the mover serves, nor to what is no village, nor over an edit, and twice is once', async () => {
    const her = await aWoman(house, { villageCode: here });
    const ofBayan = await helper(house, bayan.township);
    const before = await dump(house);
    const answers = [
      [await relocate(ofVillage, her.id, there), 403, 'woman.villageElsewhere'],
      [await relocate(ofTownship, her.id, yanshou.villageElsewhere), 403, 'woman.villageElsewhere'],
      [await relocate(officer, her.id, bayan.village), 403, 'woman.villageElsewhere'],
      [await relocate(officer, her.id, '230129101999'), 400, 'woman.villageUnknown'],
      [await relocate(officer, her.id, there, 7), 409, 'woman.editedMeanwhile'],
      [await relocate(officer, her.id, there, 1, ' '), 400, 'input.invalid'],
      [await relocate(her.calls, her.id, there), 403, 'access.denied'],
      [await relocate(ofBayan, her.id, bayan.village), 404, 'thing.notFound'],
      [await relocate(officer, her.id, here), 200, undefined],
    ] as const;
    expect(answers.map(([{ status, code }]) => [status, code])).toEqual(
      answers.map(([, status, code]) => [status, code]),
    );
    expect(await dump(house)).toEqual(before);
    const both = await Promise.all([1, 2].map(() => relocate(officer, her.id, there)));
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(granted(await officer.get<ProfileView>(`/women/${her.id}/profile`)).revision).toBe(2);
  });

  it('shows the way only to whoever serves more than one village', async () => {
    const { id } = await aWoman(house, { villageCode: here });
    const mayMove = async (by: Caller) =>
      granted(await by.get<ProfileView>(`/women/${id}/profile`)).abilities.relocate;
    expect(await Promise.all([officer, ofTownship, ofVillage].map(mayMove))).toEqual([true, true, false]);
  });
});
