import { dayOf, startOf } from '../../calendar/days.rules';
import type { Certificate } from '../../certificates/certificate.entity';
import { numberOf } from '../../certificates/certificates.rules';
import type { Completion } from '../../courses/completion.entity';
import type { Enrolment, EnrolmentChange } from '../../enrolments/enrolment.entity';
import { holdsSeat, type EnrolmentState } from '../../enrolments/enrolments.rules';
import { isAttended, type MarkKind } from '../../attendance/attendance.rules';
import type { AttendanceMark } from '../../attendance/mark.entity';
import { newId } from '../new-id';
import { newCode } from '../../secrecy/tokens';
import type { Chance } from './chance';
import type { Teaching } from './courses';
import type { People } from './people';

const oneDay = 24 * 60 * 60 * 1000;
const shareToComplete = 2 / 3;

export interface Past {
  readonly enrolments: Enrolment[];
  readonly changes: EnrolmentChange[];
  readonly marks: AttendanceMark[];
  readonly completions: Completion[];
  readonly certificates: Certificate[];
}

/** Who signed up, who came, who completed; each number follows from the rows, as in life. */
export function inventPast(chance: Chance, people: People, teaching: Teaching, now: Date): Past {
  const past: Past = { enrolments: [], changes: [], marks: [], completions: [], certificates: [] };
  const today = dayOf(now);
  const busy = new Set<string>();
  const herId = people.women[0]!.id;
  for (const batch of teaching.batches) {
    const course = teaching.courses.find(({ id }) => id === batch.courseId)!;
    const sessions = teaching.sessions.filter(({ batchId }) => batchId === batch.id);
    const wanting = people.needs.filter(
      ({ family, villageCode }) => family === course.family && villageCode.startsWith(batch.countyCode),
    );
    const isFree = (womanId: string) =>
      womanId !== herId && sessions.every(({ heldOn, half }) => !busy.has(`${womanId} ${heldOn} ${half}`));
    const chosen = chance.some(
      wanting.filter(({ womanId }) => isFree(womanId)),
      howMany(batch.state, batch.admission, batch.capacity, chance),
    );
    chosen.forEach(({ womanId }, place) => {
      const state = stateOf(batch.state, batch.admission, place, batch.capacity);
      const changedAt = new Date(
        Math.min(now.getTime() - 3_600_000, batch.createdAt.getTime() + chance.whole(1, 10) * oneDay),
      );
      const enrolment: Enrolment = {
        ...{ id: newId(), womanId, batchId: batch.id, state, offerUntil: null },
        ...{
          priority: 0,
          waitingSince: state === 'waiting' ? changedAt : null,
          createdAt: changedAt,
          changedAt,
        },
      };
      past.enrolments.push(enrolment);
      past.changes.push({
        id: newId(),
        enrolmentId: enrolment.id,
        fromState: null,
        toState: state,
        byAccountId: people.helperOf.get(batch.countyCode)!,
        reason: '帮办人代报',
        at: changedAt,
      });
      if (!holdsSeat(state)) return;
      batch.taken += 1;
      for (const { heldOn, half } of sessions) busy.add(`${womanId} ${heldOn} ${half}`);
      const held = sessions.filter(({ heldOn }) => heldOn < today && batch.state !== 'cancelled');
      const kinds = held.map((session): MarkKind => {
        const kind = chance.weighted(
          ['present', 'late', 'leave', 'absent'] as const,
          (one) => ({ present: 86, late: 5, leave: 4, absent: 5 })[one],
        );
        const markedAt = new Date(
          startOf(session.heldOn).getTime() + (session.half === 'morning' ? 9 : 14) * 3_600_000,
        );
        past.marks.push({
          id: newId(),
          sessionId: session.id,
          womanId,
          kind,
          reason: kind === 'leave' ? '家里有事' : null,
          markedAt,
          receivedAt: markedAt,
          byAccountId: teaching.trainerAccount.id,
          madeAt: markedAt,
          needsSecond: false,
          sheetId: null,
        });
        return kind;
      });
      const attended = kinds.filter((kind) => kind !== 'undone' && isAttended(kind)).length;
      if (batch.state === 'finished' && attended >= sessions.length * shareToComplete) {
        past.completions.push({
          id: newId(),
          womanId,
          batchId: batch.id,
          courseId: course.id,
          completedOn: batch.endsOn,
        });
        past.certificates.push({
          ...{ id: newId(), womanId, batchId: batch.id, completedOn: batch.endsOn, revokedAt: null },
          number: numberOf(batch.countyCode, batch.endsOn, newCode()),
          issuedAt: startOf(batch.endsOn),
        });
      }
    });
  }
  return past;
}

function howMany(state: string, admission: string, capacity: number, chance: Chance): number {
  if (state === 'cancelled') return 0;
  if (admission === 'assignment') return chance.whole(4, 12);
  if (state === 'open') return chance.whole(5, capacity + 4);
  return chance.whole(Math.ceil(capacity * 0.7), capacity);
}

function stateOf(batchState: string, admission: string, place: number, capacity: number): EnrolmentState {
  if (batchState !== 'cancelled' && admission === 'assignment') return 'applied';
  return place < capacity ? 'enrolled' : 'waiting';
}
