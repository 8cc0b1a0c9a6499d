import type { CheckedInView, CheckInCodeView } from '../../server/attendance/check-ins/check-ins.view';
import { codeLastsMs } from '../../server/attendance/check-ins/check-ins.rules';
import { CheckIn } from '../../server/attendance/check-ins/check-in.entity';
import { AttendanceMark } from '../../server/attendance/mark.entity';
import { readScan } from '../../server/accounts/scans.rules';
import { newId } from '../../server/database/new-id';
import { Seal } from '../../server/secrecy/seal';
import { windowOf, writeCode } from '../../server/attendance/check-ins/check-ins.rules';
import { granted } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aWoman, type HouseWoman } from '../support/house/people';
import { aRegister, type HouseRegister } from '../support/house/register';
import { readQr } from '../support/house/qr';

describeHouse('Scanning the code on the trainer’s screen', () => {
  let house: House;
  let register: HouseRegister;
  let [her]: readonly HouseWoman[] = [];

  beforeEach(async () => {
    house = await openHouse();
    register = await aRegister(house);
    [her] = register.women;
  });
  afterEach(() => house.close());

  const sessionId = (session = 0) => register.batch.sessions[session]!.id;
  const screen = async (session = 0) =>
    granted(await register.trainer.calls.get<CheckInCodeView>(`/sessions/${sessionId(session)}/code`));
  /** What a camera reads off the trainer's screen. */
  const onScreen = async (session = 0) => readScan(await readQr((await screen(session)).picture))!.value;
  const scan = (code: string, by = her!.calls) => by.post<CheckedInView>('/check-ins', { code });
  const passMs = (ms: number) => house.setClock(house.now().getTime() + ms);

  it('tells the trainer that she is there, once, and marks nobody', async () => {
    const code = await onScreen();
    expect(granted(await scan(code)).sentence).toContain('等老师');
    await scan(code);
    expect((await screen()).scanned).toEqual([{ womanId: her!.id, name: her!.name }]);
    expect(await house.database.rows.countBy(CheckIn, {})).toBe(1);
    expect(await house.database.rows.countBy(AttendanceMark, {})).toBe(0);
    await register.send([register.mark(her!.id, 'present')]);
    expect((await screen()).scanned).toEqual([]);
    expect(granted(await scan(await onScreen())).sentence).toContain('已经点到');
  });

  it('changes every twenty seconds; who was a moment late is let in, a picture of a minute ago is not', async () => {
    const old = await onScreen();
    passMs(codeLastsMs);
    expect(await onScreen()).not.toBe(old);
    expect(await scan(old)).toMatchObject({ status: 200 });
    passMs(codeLastsMs);
    const late = await scan(old, register.women[1]!.calls);
    expect(late).toMatchObject({ status: 409, code: 'checkIn.over' });
    expect(late.body).toMatchObject({ message: '这个码过时了，请扫老师手机上现在的码。' });
    passMs(40_000);
    expect(await scan(await onScreen(), register.women[1]!.calls)).toMatchObject({ status: 200 });
  });

  it('a whole class behind one address scans at once', async () => {
    const code = await onScreen();
    const answers = await Promise.all(
      register.women.flatMap(({ calls }) => [scan(code, calls), scan(code, calls)]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await screen()).scanned).toHaveLength(register.women.length);
  });

  it('cannot be made up, carried to another half day, or used by one who is not on the roster', async () => {
    const code = await onScreen();
    const seal = house.app.get(Seal);
    const window = windowOf(house.now());
    const forged = [
      'x',
      '',
      code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      code.replace(sessionId(0), sessionId(1)),
      writeCode({ sessionId: newId(), window, seal: '0'.repeat(20) }),
      writeCode({ sessionId: sessionId(), window: window + 1, seal: code.split('.')[2]! }),
    ];
    for (const text of forged) expect(await scan(text)).toMatchObject({ status: 409, code: 'checkIn.over' });
    const early = seal.mark(`check-in ${sessionId(2)} ${window}`).slice(0, 20);
    expect(await scan(writeCode({ sessionId: sessionId(2), window, seal: early }))).toMatchObject({
      code: 'checkIn.notToday',
    });
    const stranger = await aWoman(house);
    expect(await scan(code, stranger.calls)).toMatchObject({ status: 409, code: 'checkIn.notOnRoster' });
    expect(await scan('长'.repeat(121))).toMatchObject({ status: 400, code: 'input.invalid' });
    expect(await house.database.rows.countBy(CheckIn, {})).toBe(0);
  });
});
