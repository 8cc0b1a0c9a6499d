import type { MarkDto } from '../../server/attendance/attendance.dto';
import type { SessionEvidenceView } from '../../server/attendance/attendance.view';
import type { CorrectionView } from '../../server/attendance/corrections/corrections.view';
import type { CertificateView, CheckedCertificateView } from '../../server/certificates/certificates.view';
import { Certificate } from '../../server/certificates/certificate.entity';
import { Completion } from '../../server/courses/completion.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aTrainer, aWoman, countyOfficer, keepCard, type HouseWoman } from '../support/house/people';
import { readPdf } from '../support/house/pdf';
import { bayan, yanshou } from '../support/house/places';
import { aRegister, type HouseRegister } from '../support/house/register';
import { dump } from '../support/house/rows';
import { standing } from '../support/house/teaching';

/** The register of the two days closes a week after the second one. */
const afterClosing = '2026-12-08T17:00:00Z';

describeHouse('After the batch is closed', () => {
  let house: House;
  let register: HouseRegister;
  let trainer: Caller;
  let [came, missed]: readonly HouseWoman[] = [];

  /** The first woman came to all three half days, the second to two of them, the third to none. */
  beforeEach(async () => {
    house = await openHouse();
    register = await aRegister(house);
    trainer = register.trainer.calls;
    [came, missed] = register.women;
    await house.passTo('2026-12-01T02:00:00Z');
    const marks = [0, 1, 2].flatMap((session) => [
      markOf(came!, session),
      ...(session < 2 ? [markOf(missed!, session)] : []),
    ]);
    await register.send(marks);
    await house.passTo(afterClosing);
  });
  afterEach(() => house.close());

  const markOf = ({ id }: HouseWoman, session: number, other: Partial<MarkDto> = {}) =>
    register.mark(id, 'present', {
      ...{ sessionId: register.batch.sessions[session]!.id, markedAt: house.now().toISOString() },
      ...{ reason: '照纸质签到表补', ...other },
    });
  const waiting = async (by: Caller) => granted(await by.get<CorrectionView[]>('/attendance-corrections'));
  const decide = (by: Caller, id: string, isConfirmed: boolean) =>
    by.post(`/attendance-corrections/${id}/decision`, { isConfirmed });
  const certificates = async (woman: HouseWoman) =>
    granted(await woman.calls.get<CertificateView[]>(`/women/${woman.id}/certificates`));
  const check = (number: string) =>
    house.nobody.get<CheckedCertificateView>(`/certificates/check?number=${encodeURIComponent(number)}`);
  const state = async (woman: HouseWoman) => (await standing(woman, register.batch)).state;

  it('nobody has become what the register does not say', async () => {
    expect(await Promise.all(register.women.map(state))).toEqual(['completed', 'attended', 'enrolled']);
    expect(await certificates(came!)).toHaveLength(1);
    expect(await certificates(missed!)).toEqual([]);
  });

  it('a mark waits for a second person; confirmed, it makes her complete and gives her a certificate', async () => {
    const mark = markOf(missed!, 2);
    expect(await register.send([mark])).toMatchObject([{ isKept: true, needsSecond: true }]);
    expect(await state(missed!)).toBe('attended');
    expect(await waiting(trainer)).toMatchObject([{ isOwn: true, womanName: missed!.name }]);
    expect(await decide(trainer, mark.id, true)).toMatchObject({ status: 403, code: 'mark.ownCorrection' });
    expect(await waiting(register.officer)).toMatchObject([{ isOwn: false, mark: { isCounted: false } }]);

    expect(await decide(register.officer, mark.id, true)).toMatchObject({ status: 204 });
    expect(await decide(register.officer, mark.id, true)).toMatchObject({ status: 204 });
    expect(await state(missed!)).toBe('completed');
    expect(await certificates(missed!)).toMatchObject([{ isRevoked: false }]);
    expect(await waiting(register.officer)).toEqual([]);
    const other = await countyOfficer(house, yanshou.county);
    expect(await decide(other, mark.id, false)).toMatchObject({ status: 409, code: 'mark.decided' });
  });

  it('a mark that is not confirmed stays where it is and counts for nothing', async () => {
    const mark = markOf(missed!, 2);
    await register.send([mark]);
    granted(await decide(register.officer, mark.id, false));
    expect(await state(missed!)).toBe('attended');
    const { women } = granted(
      await register.officer.get<SessionEvidenceView>(`/sessions/${mark.sessionId}/evidence`),
    );
    const hers = women.find(({ womanId }) => womanId === missed!.id)!;
    expect(hers).toMatchObject({ standing: null, marks: [{ isCounted: false }] });
  });

  it('taking a mark back can take a completion back: the certificate is revoked, and holds again later', async () => {
    await keepCard(came!);
    const [{ number } = { number: '' }] = await certificates(came!);
    const absent = [0, 1].map((session) => markOf(came!, session, { kind: 'absent' }));
    await register.send(absent);
    for (const { id } of absent) granted(await decide(register.officer, id, true));
    expect(await state(came!)).toBe('attended');
    expect(await house.database.rows.countBy(Completion, { womanId: came!.id })).toBe(0);
    expect(granted(await check(number))).toMatchObject({ isRevoked: true });
    expect(await certificates(came!)).toMatchObject([{ isRevoked: true }]);
    const [{ id } = { id: '' }] = await house.database.rows.findBy(Certificate, { womanId: came!.id });
    expect(await came!.calls.get(`/certificates/${id}/paper`)).toMatchObject({ status: 404 });

    house.setClock('2026-12-09T02:00:00Z');
    const back = [0, 1].map((session) => markOf(came!, session));
    await register.send(back);
    for (const one of back) granted(await decide(register.officer, one.id, true));
    expect(granted(await check(number))).toMatchObject({ isRevoked: false });
    expect(await house.database.rows.countBy(Certificate, { womanId: came!.id })).toBe(1);
  });

  it('the same word by two at once is taken once', async () => {
    const mark = markOf(missed!, 2);
    await register.send([mark]);
    const other = await countyOfficer(house, yanshou.county);
    const answers = await Promise.all(
      [register.officer, other, register.officer, other].map((by) => decide(by, mark.id, true)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]));
    expect(await house.database.rows.countBy(Completion, { womanId: missed!.id })).toBe(1);
  });

  it('an officer of another county sees nothing of it', async () => {
    const mark = markOf(missed!, 2);
    await register.send([mark]);
    const foreign = await countyOfficer(house, bayan.county);
    expect(await waiting(foreign)).toEqual([]);
    expect(await decide(foreign, mark.id, true)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await decide(foreign, newId(), true)).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect(await waiting((await aTrainer(house)).calls)).toEqual([]);
  });

  describe('a certificate', () => {
    it('is checked by anybody, however it is typed, who learns a shortened name, the course and the day', async () => {
      const [{ number } = { number: '' }] = await certificates(came!);
      const known = granted(await check(number));
      expect(known).toEqual({
        ...{ number, name: '王某英', title: '柳编入门', completedOn: '2026-12-01', isRevoked: false },
      });
      for (const typed of [
        number.toLowerCase(),
        number.replaceAll('-', ''),
        ` ${number.replaceAll('-', ' ')} `,
      ])
        expect((await check(typed)).body).toEqual(known);
    });

    it('that does not exist is said so, whatever was typed', async () => {
      const [{ number } = { number: '' }] = await certificates(came!);
      const others = [
        number.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        'x',
        '230129',
        '😀',
        "' OR 1=1",
      ];
      for (const typed of others)
        expect(await check(typed)).toMatchObject({ status: 404, code: 'certificate.unknown' });
      expect(await check('9'.repeat(200))).toMatchObject({ status: 400, code: 'input.invalid' });
    });

    it('is printed for her, for her county, and for nobody else', async () => {
      const before = await dump(house);
      const [{ id, number } = { id: '', number: '' }] = await certificates(came!);
      const paper = granted(await came!.calls.get(`/certificates/${id}/paper`)) as unknown as Buffer;
      expect(readPdf(paper).pages.join('')).toContain(number);
      const stranger = await aWoman(house);
      expect(await stranger.calls.get(`/certificates/${id}/paper`)).toMatchObject({ status: 404 });
      expect(await missed!.calls.get(`/women/${came!.id}/certificates`)).toMatchObject({ status: 404 });
      const foreign = await countyOfficer(house, bayan.county);
      expect(await foreign.get(`/batches/${register.batch.id}/certificates`)).toMatchObject({ status: 404 });
      expect((await dump(house)).records).toBe(before.records);
      const all = granted(await register.officer.get(`/batches/${register.batch.id}/certificates`));
      expect(readPdf(all as unknown as Buffer).pages).toHaveLength(1);
      expect((await dump(house)).records).not.toBe(before.records);
    });
  });
});
