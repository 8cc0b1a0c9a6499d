import type { MarkDto } from '../../server/attendance/attendance.dto';
import { markKinds, standingOf, type MarkKind } from '../../server/attendance/attendance.rules';
import type {
  BatchAttendanceView,
  SessionEvidenceView,
  TrainerSessionView,
} from '../../server/attendance/attendance.view';
import { AttendanceMark } from '../../server/attendance/mark.entity';
import { Batch } from '../../server/courses/batch.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aTrainer, countyOfficer, women, type HouseTrainer, type HouseWoman } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { aRegister, firstMorning, type HouseRegister } from '../support/house/register';
import { dump } from '../support/house/rows';
import { aBatch, giveUp, standing, type SentBatch } from '../support/house/teaching';

describeHouse('The register', () => {
  let house: House;
  let register: HouseRegister;
  let officer: Caller;
  let trainer: HouseTrainer;
  let batch: SentBatch;
  let [first, second, third]: readonly HouseWoman[] = [];

  beforeEach(async () => {
    house = await openHouse();
    register = await aRegister(house);
    ({ officer, trainer, batch } = register);
    [first, second, third] = register.women;
  });
  afterEach(() => house.close());

  const mark = ({ id }: HouseWoman, kind: MarkKind, other?: Partial<MarkDto>) =>
    register.mark(id, kind, other);
  const send: HouseRegister['send'] = (...sent) => register.send(...sent);
  const roster: HouseRegister['roster'] = (session) => register.roster(session);
  const kept = () => house.database.rows.find(AttendanceMark, { order: { id: 'ASC' } });

  it('shows the trainer her own half days, and who should be there', async () => {
    const sessions = granted(
      await trainer.calls.get<TrainerSessionView[]>('/sessions?from=2026-11-30&to=2026-11-30'),
    );
    expect(sessions).toMatchObject([
      { id: batch.sessions[0]!.id, half: 'morning', number: 1, of: 3, women: 3, attended: 0 },
      { id: batch.sessions[1]!.id, half: 'afternoon', number: 2, of: 3, women: 3, attended: 0 },
    ]);
    expect((await roster()).women.map(({ womanId }) => womanId).sort()).toEqual(
      [first!, second!, third!].map(({ id }) => id).sort(),
    );
    expect([(await roster(0)).isOpen, (await roster(2)).isOpen]).toEqual([true, false]);
    expect(JSON.stringify(await roster())).not.toContain('phone');
  });

  it('keeps each mark once, however often it is sent, in whatever order, also in parallel', async () => {
    house.setClock('2026-11-30T02:00:00Z');
    const marks = Array.from({ length: 24 }, (_, at) =>
      mark([first!, second!, third!][at % 3]!, markKinds[(at * 7) % markKinds.length]!, {
        sessionId: batch.sessions[at % 2]!.id,
        markedAt: new Date(Date.parse(firstMorning) + ((at * 11) % 8) * 60_000).toISOString(),
      }),
    );
    const backwards = [...marks].reverse();
    const halves = [marks.slice(0, 12), marks.slice(6, 24)];
    const answers = await Promise.all(
      [marks, backwards, ...halves, backwards, marks].map((some) => send(some)),
    );
    expect(answers.flat().every(({ isKept }) => isKept)).toBe(true);
    expect(answers[1]!.map(({ id }) => id)).toEqual(backwards.map(({ id }) => id));
    expect((await kept()).map(({ id }) => id)).toEqual(marks.map(({ id }) => id).sort());
    for (const session of [0, 1]) {
      const published = (womanId: string) =>
        standingOf(
          marks
            .filter((one) => one.womanId === womanId && one.sessionId === batch.sessions[session]!.id)
            .map(({ id, kind, markedAt }) => ({ id, kind, madeAt: markedAt })),
        );
      for (const { womanId, standing: shown } of (await roster(session)).women)
        expect(shown).toBe(published(womanId));
    }
  });

  it('goes by the time on the phone, not by the order of arrival', async () => {
    house.setClock('2026-11-30T02:00:00Z');
    await send([mark(first!, 'present', { markedAt: '2026-11-30T01:10:00Z' })]);
    await send([mark(first!, 'absent', { markedAt: '2026-11-30T01:05:00Z' })]);
    const standingNow = async () =>
      (await roster()).women.find(({ womanId }) => womanId === first!.id)!.standing;
    expect(await standingNow()).toBe('present');
    await send([mark(first!, 'undone', { markedAt: '2026-11-30T09:11:00+08:00' })]);
    expect(await standingNow()).toBeNull();
  });

  it('answers each mark by itself: the good are kept, each of the others is told why not', async () => {
    const other = await aTrainer(house);
    const otherBatch = await aBatch(
      house,
      { trainerId: other.id, signUpUntil: '2026-12-02' },
      await countyOfficer(house, yanshou.county),
    );
    const [stranger] = await women(house, 1);
    const good = mark(first!, 'present');
    await send([good]);
    const marks = [
      mark(second!, 'late'),
      mark(first!, 'present', { sessionId: otherBatch.sessions[0]!.id }),
      mark(first!, 'present', { sessionId: newId() }),
      mark(stranger!, 'present'),
      mark(first!, 'present', { sessionId: batch.sessions[2]!.id }),
      { ...good, kind: 'absent' as const },
      { ...good, womanId: second!.id },
      { ...good, markedAt: '2026-11-30T01:00:01Z' },
      good,
      mark(third!, 'leave', { reason: '孩子病了' }),
    ];
    const answers = await send(marks);
    expect(answers.map(({ id }) => id)).toEqual(marks.map(({ id }) => id));
    expect(answers.map(({ code }) => code)).toEqual([
      undefined,
      'mark.notYourSession',
      'mark.notYourSession',
      'mark.notOnRoster',
      'mark.tooEarly',
      'mark.idTaken',
      'mark.idTaken',
      'mark.idTaken',
      undefined,
      undefined,
    ]);
    for (const { isKept, code, message } of answers) {
      expect(isKept).toBe(code === undefined);
      if (!isKept) expect(message).toMatch(/。$/);
    }
    expect(await kept()).toHaveLength(3);
    expect(await kept()).toContainEqual(expect.objectContaining({ kind: 'leave', reason: '孩子病了' }));
  });

  it('opens at midnight in Harbin on the day of the half day', async () => {
    const tomorrow = { sessionId: batch.sessions[2]!.id };
    house.setClock('2026-11-30T15:59:59.999Z');
    expect((await send([mark(first!, 'present', tomorrow)]))[0]).toMatchObject({ code: 'mark.tooEarly' });
    house.setClock('2026-11-30T16:00:00.000Z');
    expect((await send([mark(first!, 'present', tomorrow)]))[0]).toMatchObject({ isKept: true });
  });

  it('takes no marks of a batch that is cancelled', async () => {
    await house.database.rows.update(Batch, { id: batch.id }, { state: 'cancelled' });
    const before = await dump(house);
    expect((await send([mark(first!, 'present')]))[0]).toMatchObject({ code: 'mark.batchStopped' });
    expect(await dump(house)).toEqual(before);
  });

  it('is kept by the trainer of the batch alone', async () => {
    const other = await aTrainer(house);
    expect((await send([mark(first!, 'present')], other.calls))[0]).toMatchObject({
      code: 'mark.notYourSession',
    });
    const foreign = await other.calls.get(`/sessions/${batch.sessions[0]!.id}/roster`);
    expect(foreign).toMatchObject({ status: 404, code: 'thing.notFound' });
    expect((await other.calls.get(`/sessions/${newId()}/roster`)).body).toEqual(foreign.body);
    expect(await kept()).toEqual([]);
    expect((await other.calls.get('/sessions?from=2026-11-01&to=2026-12-31')).body).toEqual([]);
  });

  it('goes by the truth when a phone’s clock is wrong, and keeps both times', async () => {
    house.setClock('2026-11-30T02:00:00Z');
    const ahead = mark(first!, 'absent', { markedAt: '2027-11-30T02:00:00.000Z' });
    await send([ahead], trainer.calls, '2027-11-30T02:00:00.000Z');
    house.setClock('2026-11-30T02:05:00Z');
    await send([mark(first!, 'present', { markedAt: '2026-11-30T02:05:00.000Z' })]);
    const [row] = (await roster()).women.filter(({ womanId }) => womanId === first!.id);
    expect(row!.standing).toBe('present');
    const stored = (await kept()).find(({ id }) => id === ahead.id)!;
    expect([stored.markedAt, stored.receivedAt, stored.madeAt].map((at) => at.toISOString())).toEqual([
      ...['2027-11-30T02:00:00.000Z', '2026-11-30T02:00:00.000Z', '2026-11-30T02:00:00.000Z'],
    ]);
  });

  it('wants a reason for leave, for what is taken back, and for whatever is marked after its day', async () => {
    const without = (kind: MarkKind) => ({ ...mark(first!, kind), reason: undefined });
    const [leave, undone, blank] = await send([
      ...[without('leave'), without('undone'), { ...without('leave'), reason: '  ' }],
    ]);
    for (const answer of [leave, undone, blank]) expect(answer).toMatchObject({ code: 'mark.reasonNeeded' });
    house.setClock('2026-11-30T16:00:00Z');
    const next = { markedAt: '2026-11-30T16:00:00.000Z' };
    expect((await send([mark(first!, 'present', next)]))[0]).toMatchObject({ code: 'mark.reasonNeeded' });
    const [late, waited] = await send([
      mark(first!, 'present', { ...next, reason: '当天漏点了' }),
      mark(second!, 'present', { markedAt: '2026-11-30T03:00:00.000Z' }),
    ]);
    expect([late, waited].map((answer) => answer!.isKept)).toEqual([true, true]);
  });

  it('may be kept by an officer of the county as well: two at once, nothing lost, nothing doubled', async () => {
    const marks = [first!, second!, third!].map((woman) => mark(woman, 'present'));
    const others = [first!, second!, third!].map((woman) => mark(woman, 'late'));
    await Promise.all([send(marks), send(others, officer), send(marks), send(others, officer)]);
    expect(await kept()).toHaveLength(6);
    expect((await kept()).map(({ id }) => id).sort()).toEqual(
      [...marks, ...others].map(({ id }) => id).sort(),
    );
  });

  it('shows every mark that a number rests on, also of her who left since', async () => {
    await send([mark(first!, 'present'), mark(second!, 'leave')]);
    await giveUp(first!, (await standing(first!, batch)).enrolmentId);
    const evidence = granted(
      await officer.get<SessionEvidenceView>(`/sessions/${batch.sessions[0]!.id}/evidence`),
    );
    const of = (woman: HouseWoman) => evidence.women.find(({ womanId }) => womanId === woman.id)!;
    expect(of(first!)).toMatchObject({ standing: 'present', marks: [{ kindName: '到了', isCounted: true }] });
    expect(of(second!)).toMatchObject({ standing: 'leave', marks: [{ reason: '家里有事' }] });
    expect(of(third!)).toMatchObject({ standing: null, marks: [] });
  });

  it('takes two hundred marks in one request, and no more', async () => {
    const marks = Array.from({ length: 201 }, () => mark(first!, 'present'));
    expect(await trainer.calls.post('/attendance-marks', { marks })).toMatchObject({
      status: 400,
      code: 'input.invalid',
    });
    expect((await send(marks.slice(1))).every(({ isKept }) => isKept)).toBe(true);
    expect(await kept()).toHaveLength(200);
  });

  it('shows the officer counts that equal the marks, session by session and woman by woman', async () => {
    await send([mark(first!, 'present'), mark(second!, 'late'), mark(third!, 'absent')]);
    const afternoon = { sessionId: batch.sessions[1]!.id };
    await send([mark(first!, 'present', afternoon), mark(second!, 'leave', afternoon)]);
    house.setClock('2026-11-30T02:00:00Z');
    await send([mark(third!, 'undone', { markedAt: '2026-11-30T02:00:00Z' })]);

    const seen = granted(await officer.get<BatchAttendanceView>(`/batches/${batch.id}/attendance`));
    expect(seen.sessions).toMatchObject([
      { present: 1, late: 1, leave: 0, absent: 0, unmarked: 1 },
      { present: 1, late: 0, leave: 1, absent: 0, unmarked: 1 },
      { present: 0, late: 0, leave: 0, absent: 0, unmarked: 3 },
    ]);
    const attended = (woman: HouseWoman) => seen.women.find(({ womanId }) => womanId === woman.id);
    expect(attended(first!)).toMatchObject({ attended: 2, held: 2 });
    expect(attended(second!)).toMatchObject({ attended: 1, held: 2 });
    expect(attended(third!)).toMatchObject({ attended: 0, held: 2 });
    expect((await trainer.calls.get(`/batches/${batch.id}/attendance`)).body).toEqual(seen);
    const sessions = granted(
      await trainer.calls.get<TrainerSessionView[]>('/sessions?from=2026-11-30&to=2026-12-01'),
    );
    expect(sessions.map((one) => one.attended)).toEqual([2, 1, 0]);
  });

  it('leaves out a woman who gave up', async () => {
    await giveUp(first!, (await standing(first!, batch)).enrolmentId);
    expect((await roster()).women.map(({ womanId }) => womanId)).not.toContain(first!.id);
    expect((await send([mark(first!, 'present')]))[0]).toMatchObject({ code: 'mark.notOnRoster' });
  });
});
