import type { WalkInCandidateView, WalkInView } from '../../server/attendance/walk-ins/walk-ins.view';
import type { WalkInDto } from '../../server/attendance/walk-ins/walk-ins.dto';
import { WalkIn } from '../../server/attendance/walk-ins/walk-in.entity';
import { newId } from '../../server/database/new-id';
import { Need } from '../../server/needs/need.entity';
import { Woman } from '../../server/women/woman.entity';
import { consentWords } from '../../server/women/women.rules';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aTrainer, aWoman, women } from '../support/house/people';
import { bayan, yanshou } from '../support/house/places';
import { aRegister, type HouseRegister } from '../support/house/register';
import { dump } from '../support/house/rows';
import { giveUp, standing } from '../support/house/teaching';

describeHouse('A woman who comes without being on the roster', () => {
  let house: House;
  let register: HouseRegister;

  beforeEach(async () => {
    house = await openHouse();
    register = await aRegister(house, 3, { capacity: 4 });
  });
  afterEach(() => house.close());

  const path = (session = 0) => `/sessions/${register.batch.sessions[session]!.id}/walk-ins`;
  const come = (entry: Partial<WalkInDto>, session = 0, by: Caller = register.trainer.calls) =>
    by.post<WalkInView>(path(session), { id: newId(), ...entry });
  const aFile = (other: object = {}) => ({
    ...{
      name: '刘桂兰',
      villageCode: yanshou.villages[1]!,
      consentWords: consentWords.version,
      agrees: true,
    },
    ...other,
  });
  const seen = async (womanId: string, session = 0) =>
    (await register.roster(session)).women.find((woman) => woman.womanId === womanId);

  it('is found by name or by its pinyin initials, with her village, and never one who is on it', async () => {
    const her = await aWoman(house, { name: '刘桂兰', villageCode: yanshou.villages[1] });
    await aWoman(house, { name: '刘桂兰', villageCode: bayan.village });
    const find = async (name: string) =>
      granted(
        await register.trainer.calls.get<WalkInCandidateView[]>(
          `${path()}/candidates?name=${encodeURIComponent(name)}`,
        ),
      );
    for (const typed of ['刘桂', '刘桂兰', 'lgl', 'LG']) {
      expect((await find(typed)).map(({ womanId }) => womanId)).toEqual([her.id]);
    }
    expect(Object.keys((await find('刘'))[0]!).sort()).toEqual(['name', 'villageName', 'womanId']);
    expect(await find('王秀英')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('takes a free seat; the next one is a guest of this half day only', async () => {
    const [first, second] = await women(house, 2);
    expect(granted(await come({ womanId: first!.id }))).toMatchObject({ isGuest: false });
    expect(granted(await come({ womanId: second!.id }))).toMatchObject({ isGuest: true });
    expect((await standing(first!, register.batch)).state).toBe('enrolled');
    expect((await standing(second!, register.batch)).state).toBeNull();
    expect(await seen(first!.id, 1)).toBeDefined();
    expect(await seen(second!.id)).toMatchObject({ isGuest: true });
    expect(await seen(second!.id, 1)).toBeUndefined();
    expect(await register.send([register.mark(second!.id, 'present')])).toMatchObject([{ isKept: true }]);
  });

  it('two at once for the last seat: one is enrolled, the other a guest', async () => {
    const two = await women(house, 2);
    const answers = await Promise.all(two.map(({ id: womanId }) => come({ womanId })));
    expect(answers.map((answer) => granted(answer).isGuest).sort()).toEqual([false, true]);
  });

  it('gets a file with name and village alone, by herself on paper, with what she would like to learn', async () => {
    const { womanId, villageName } = granted(await come({ file: aFile({ wishes: 'ecommerce' }) }));
    expect(villageName).not.toBe('');
    const { rows } = house.database;
    expect(await rows.findOneByOrFail(Woman, { id: womanId })).toMatchObject({ name: '刘桂兰' });
    expect(await rows.findBy(Need, { womanId })).toMatchObject([
      { family: 'ecommerce', state: 'open', wish: 1 },
    ]);
  });

  it('sent five times, also at once, is one woman with one seat', async () => {
    const entry = { id: newId(), file: aFile({ phone: '13904500001' }) };
    const before = (await dump(house)).women!.split('\n').length;
    const answers = await Promise.all(Array.from({ length: 5 }, () => come(entry)));
    expect(new Set(answers.map((answer) => JSON.stringify(granted(answer)))).size).toBe(1);
    expect((await dump(house)).women!.split('\n')).toHaveLength(before + 1);
    expect(await house.database.rows.countBy(WalkIn, {})).toBe(1);
  });

  it('with the same name and phone is the file she has', async () => {
    const first = granted(await come({ file: aFile({ phone: '13904500002' }) }));
    const second = granted(await come({ file: aFile({ phone: '139 0450 0002' }) }, 1));
    expect(second.womanId).toBe(first.womanId);
  });

  it('may be marked by the id that the phone gave her, before the phone knows her file', async () => {
    const id = newId();
    const { womanId } = granted(await come({ id, file: aFile() }));
    expect(await register.send([register.mark(id, 'present')])).toMatchObject([{ isKept: true }]);
    expect(await seen(womanId)).toMatchObject({ standing: 'present' });
  });

  it('who left may come back to her seat; whom the federation took out may not', async () => {
    const [her, other] = register.women;
    await giveUp(her!, (await standing(her!, register.batch)).enrolmentId);
    expect(granted(await come({ womanId: her!.id }))).toMatchObject({ isGuest: false });
    const { enrolmentId } = await standing(other!, register.batch);
    granted(await register.officer.post(`/enrolments/${enrolmentId}/removal`, { reason: '她搬走了' }));
    expect(await come({ womanId: other!.id })).toMatchObject({ status: 409, code: 'walkIn.removed' });
  });

  it('is refused in words where the entry is no good, and nothing is written', async () => {
    const elsewhere = await aWoman(house, { villageCode: bayan.village });
    const otherTrainer = await aTrainer(house);
    const before = await dump(house);
    const cases: [Partial<WalkInDto>, number, string, number?, Caller?][] = [
      [{}, 400, 'input.invalid'],
      [{ womanId: elsewhere.id }, 404, 'thing.notFound'],
      [{ womanId: newId() }, 404, 'thing.notFound'],
      [{ file: aFile({ agrees: false }) as never }, 400, 'input.invalid'],
      [{ file: aFile({ name: '' }) as never }, 400, 'input.invalid'],
      [{ file: aFile({ phone: '1234' }) as never }, 400, 'input.invalid'],
      [{ file: aFile({ wishes: 'flying' }) as never }, 400, 'input.invalid'],
      [{ womanId: register.women[0]!.id }, 409, 'mark.tooEarly', 2],
      [{ womanId: register.women[0]!.id }, 404, 'thing.notFound', 0, otherTrainer.calls],
    ];
    for (const [entry, status, code, session = 0, by = register.trainer.calls] of cases)
      expect(await come(entry, session, by)).toMatchObject({ status, code });
    expect(await dump(house)).toEqual(before);
  });
});
