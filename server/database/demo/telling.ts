import { Batch, Session } from '../../courses/batch.entity';
import type { Course, Venue } from '../../courses/course.entity';
import type { Enrolment } from '../../enrolments/enrolment.entity';
import type { Delivery, DeliveryAttempt } from '../../notices/delivery/delivery.entity';
import type { Notice } from '../../notices/notice.entity';
import { messageFacts, sayNotice } from '../../notices/notices.rules';
import type { StaffTask } from '../../notices/tasks/task.entity';
import { sayTask } from '../../notices/tasks/tasks.rules';
import { dayOf } from '../../calendar/days.rules';
import { newId } from '../new-id';
import type { People } from './people';

interface Taught {
  readonly batches: readonly Batch[];
  readonly sessions: readonly Session[];
  readonly courses: readonly Course[];
  readonly venues: readonly Venue[];
}

export interface Told {
  readonly notices: Notice[];
  readonly deliveries: Delivery[];
  readonly attempts: DeliveryAttempt[];
  readonly tasks: StaffTask[];
}

const toCall = 3;
const toHang = 1;

/** Women of the demo's village whom no message reached, that their lessons are held elsewhere: for the helper's list. */
export function inventTelling(
  people: People,
  { batches, sessions, courses, venues }: Taught,
  enrolments: readonly Enrolment[],
  now: Date,
): Told {
  const told: Told = { notices: [], deliveries: [], attempts: [], tasks: [] };
  const neighbours = new Set(
    people.women.filter(({ villageCode }) => villageCode === people.herVillage.code).map(({ id }) => id),
  );
  const coming = enrolments.filter(({ womanId, state }) => neighbours.has(womanId) && state === 'enrolled');
  for (const { womanId, batchId } of coming) {
    if (told.notices.length === toCall + toHang) break;
    const batch = batches.find(({ id, state }) => id === batchId && (state === 'open' || state === 'closed'));
    const first = sessions.find((session) => session.batchId === batchId);
    if (!batch || !first) continue;
    const { title } = courses.find(({ id }) => id === batch.courseId)!;
    const { name: placeName } = venues.find(({ id }) => id === batch.venueId)!;
    const facts = { title, startsOn: batch.startsOn, movedFrom: first, movedTo: first, placeName };
    const id = newId();
    const rung = told.notices.length < toCall ? 'call' : 'board';
    told.notices.push({
      ...{ id, womanId, event: 'session_moved', batchId, createdAt: now },
      sentence: sayNotice('session_moved', facts),
    });
    told.deliveries.push({
      ...{ noticeId: id, facts: messageFacts('session_moved', facts), rung, dueAt: null, hurryAt: null },
      ...{ endsAt: null, tries: 0, leasedBy: null, attemptId: null, reachedBy: null },
    });
    told.attempts.push({
      ...{ id: newId(), noticeId: id, rung: 'wechat', result: 'skipped', said: '她没有用微信登录过' },
      ...{ byAccountId: null, at: now },
    });
  }
  const helpers = people.roles.filter(({ regionCode }) => regionCode === people.herVillage.code);
  told.tasks.push(
    ...helpers.map(({ accountId }): StaffTask => ({
      ...{ id: newId(), accountId, event: 'calls_waiting', aboutId: dayOf(now) },
      ...{ sentence: sayTask('calls_waiting', {}), createdAt: now, doneAt: null },
    })),
  );
  return told;
}
