import type { WalkInView } from '../../server/attendance/walk-ins/walk-ins.view';
import { newId } from '../../server/database/new-id';
import type { SittingEntryView } from '../../server/needs/sittings/sittings.view';
import { Woman } from '../../server/women/woman.entity';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aCard, anEntry, anOpenid, aWoman, countyOfficer, helper } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aRegister } from '../support/house/register';
import { dump } from '../support/house/rows';

const identity = '11010519491231002X';
const phone = '13904567890';
const [village, nextVillage] = yanshou.villages;

describeHouse('Whoever enters a woman', () => {
  let house: House;
  let here: Caller;
  let sitting: string;
  beforeEach(async () => {
    house = await openHouse();
    here = await helper(house, yanshou.township);
    sitting = `/sittings/${newId()}`;
    const meeting = { kind: 'meeting', heldOn: '2026-11-20', place: '活动室', regionCode: village };
    granted(await here.put(sitting, meeting));
  });
  afterEach(() => house.close());

  const atSitting = (file: object, by: Caller = here, other: object = {}) =>
    by.put<SittingEntryView>(`${sitting}/entries/${newId()}`, { file, card: aCard(), ...other });
  const opened = async (by: Caller, entry: object) =>
    granted(await by.post<{ id: string }>('/women', entry)).id;
  const files = () => house.database.rows.count(Woman);

  it('by her identity number finds the file she has, at her desk and at a sitting, whatever name was heard', async () => {
    const id = await opened(here, anEntry({ identity }));
    const heard = anEntry({ name: '王秀瑛', identity: '110105 19491231 002x', villageCode: nextVillage });
    expect(await opened(here, heard)).toBe(id);
    expect(granted(await atSitting(heard)).womanId).toBe(id);
    expect(await files()).toBe(1);
  });

  it('by her name with her phone finds the file she has; a sister on the same phone is another woman', async () => {
    const id = await opened(here, anEntry({ phone }));
    const again = anEntry({ phone: '139 0456 7890', villageCode: nextVillage });
    expect(await opened(here, again)).toBe(id);
    expect(granted(await atSitting(again)).womanId).toBe(id);
    expect(await opened(here, anEntry({ name: '王秀芹', phone }))).not.toBe(id);
    expect(await files()).toBe(2);
  });

  it('at two desks at once opens one file, and the sitting beside them finds it', async () => {
    const colleague = await helper(house, yanshou.township);
    const entry = anEntry({ name: '孙玉兰', identity });
    const ids = await Promise.all([
      ...[here, colleague, here, colleague].map((by) => opened(by, entry)),
      ...[here, here].map(async (by) => {
        const sent = await atSitting(entry, by);
        return sent.status === 409 ? undefined : granted(sent).womanId;
      }),
    ]);
    const known = new Set(ids.filter((id) => id !== undefined));
    expect(known.size).toBe(1);
    expect(await files()).toBe(1);
  });

  it('is told that a number is known elsewhere, and neither where nor whose; nothing is written', async () => {
    const there = await helper(house, bayan.township);
    await opened(there, anEntry({ name: '赵春梅', identity, phone, villageCode: bayan.village }));
    const before = await dump(house);
    for (const answer of [
      await here.post('/women', anEntry({ identity })),
      await atSitting(anEntry({ identity })),
    ]) {
      expect(answer).toMatchObject({ status: 409, code: 'woman.knownElsewhere' });
      expect(JSON.stringify(answer.body)).not.toMatch(/赵春梅|巴彦|230126|1390456/);
    }
    const herself = await house.signIn(anOpenid());
    expect(await herself.post('/women', anEntry({ identity }))).toMatchObject({ code: 'woman.known' });
    expect(await dump(house)).toMatchObject({ women: before.women, consents: before.consents });
  });

  it('by name with phone finds nobody outside her region: a new file, as if there were none', async () => {
    const there = await helper(house, bayan.township);
    const elsewhere = await opened(there, anEntry({ phone, villageCode: bayan.village }));
    expect(await opened(here, anEntry({ phone }))).not.toBe(elsewhere);
  });

  it('herself gets no file by typing somebody’s name with her phone', async () => {
    const { id } = await aWoman(house, { phone });
    const stranger = await house.signIn(anOpenid());
    expect(await opened(stranger, anEntry({ phone }))).not.toBe(id);
  });

  it('at a sitting is asked about a namesake who is there, not about one who was merged or erased', async () => {
    const officer = await countyOfficer(house, yanshou.county);
    const kept = await opened(here, anEntry({ name: '周秀兰', villageCode: nextVillage }));
    const merged = await opened(here, anEntry({ name: '周秀兰' }));
    expect(await atSitting(anEntry({ name: '周秀兰' }))).toMatchObject({ code: 'sitting.sameName' });
    granted(await officer.post('/merges', { keptId: kept, mergedId: merged }));
    await house.database.rows.update(
      Woman,
      { id: await opened(here, anEntry({ name: '周秀兰', bornInYear: 1960 })) },
      { erasedAt: house.now() },
    );
    granted(await atSitting(anEntry({ name: '周秀兰' })));
    expect(await atSitting(anEntry({ name: '周秀兰' }))).toMatchObject({ code: 'sitting.sameName' });
    granted(await atSitting(anEntry({ name: '周秀兰' }), here, { isAnother: true }));
  });

  it('at the classroom door finds nobody of another county, unless her village itself is named', async () => {
    const register = await aRegister(house, 1);
    const come = async (file: object, session = 0) => {
      const path = `/sessions/${register.batch.sessions[session]!.id}/walk-ins`;
      return granted(await register.trainer.calls.post<WalkInView>(path, { id: newId(), file })).womanId;
    };
    const fromThere = await aWoman(house, { phone, villageCode: bayan.village });
    const { consentWords, agrees } = anEntry();
    const file = { name: '王秀英', phone, consentWords, agrees };
    const here = await come({ ...file, villageCode: village });
    expect(here).not.toBe(fromThere.id);
    expect(await come({ ...file, villageCode: nextVillage })).toBe(here);
    expect(await come({ ...file, villageCode: bayan.village }, 1)).toBe(fromThere.id);
  });
});
