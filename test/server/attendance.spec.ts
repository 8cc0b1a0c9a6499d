import type { MarkDto } from '../../server/attendance/attendance.dto';
import { markKinds, standingOf, type MarkKind } from '../../server/attendance/attendance.rules';
import type {
  BatchAttendanceView,
  MarksAnswerView,
  RosterView,
  TrainerSessionView,
} from '../../server/attendance/attendance.view';
import { AttendanceMark } from '../../server/attendance/mark.entity';
import { Batch } from '../../server/courses/batch.entity';
import { newId } from '../../server/database/new-id';
import { granted, type Caller } from '../support/house/caller';
import { describeHouse, openHouse, type House } from '../support/house/house';
import { aTrainer, countyOfficer, women, type HouseTrainer, type HouseWoman } from '../support/house/people';
import { yanshou } from '../support/house/places';
import { dump } from '../support/house/rows';
import { aBatch, giveUp, signUp, standing, type SentBatch } from '../support/house/teaching';

const firstMorning = '2026-11-30T01:00:00Z';

describeHouse('The register', () => {
  let house: House;
  let officer: Caller;
  let trainer: HouseTrainer;
  let batch: SentBatch;
  let [first, second, third]: HouseWoman[] = [];

  /** A batch of three women with a half day today, one in the afternoon and one tomorrow. */
  beforeEach(async () => {
    house = await openHouse();
    officer = await countyOfficer(house, yanshou.county);
    trainer = await aTrainer(house);
    batch = await aBatch(
      house,
      {
        trainerId: trainer.id,
        signUpUntil: '2026-11-28',
        sessions: [
          { heldOn: '2026-11-30', half: 'morning' },
          { heldOn: '2026-11-30', half: 'afternoon' },
          { heldOn: '2026-12-01', half: 'morning' },
        ],
      },
      officer,
    );
    const three = await women(house, 3);
    for (const woman of three) await signUp(woman, batch);
    [first, second, third] = three;
    await house.passTo(firstMorning);
  });
  afterEach(() => house.close());

  const mark = (woman: HouseWoman, kind: MarkKind, other: Partial<MarkDto> = {}): MarkDto => ({
    id: newId(),
    sessionId: batch.sessions[0]!.id,
    womanId: woman.id,
    kind,
    markedAt: firstMorning,
    ...other,
  });
  const send = async (marks: MarkDto[], by: Caller = trainer.calls) =>
    granted(await by.post<MarksAnswerView>('/attendance-marks', { marks })).answers;
  const roster = async (session = 0) =>
    granted(await trainer.calls.get<RosterView>(`/sessions/${batch.sessions[session]!.id}/roster`));
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
          marks.filter((one) => one.womanId === womanId && one.sessionId === batch.sessions[session]!.id),
        );
      for (const { womanId, standing: shown } of (await roster(session)).women)
        expect(shown).toBe(published(womanId));
    }
  });

  it('goes by the time on the phone, not by the order of arrival', async () => {
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

  it.each(['cancelled', 'finished'] as const)('takes no marks of a batch that is %s', async (state) => {
    await house.database.rows.update(Batch, { id: batch.id }, { state });
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
