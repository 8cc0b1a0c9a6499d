import { daysLater, monthOf, startOf } from '../../calendar/days.rules';
import type { Batch } from '../../courses/batch.entity';
import type { Enrolment, EnrolmentChange } from '../../enrolments/enrolment.entity';
import type { EnrolmentState } from '../../enrolments/enrolments.rules';
import type { Feedback } from '../../feedback/feedback.entity';
import { leavingReasons, opinions, whysOf, type LeavingReason } from '../../feedback/feedback.rules';
import { newId } from '../new-id';
import { Chance } from './chance';
import type { Teaching } from './courses';
import type { Past } from './enrolments';
import type { People } from './people';

/** 春耕 and 秋收: then many give up. */
const farmMonths = [4, 5, 9, 10];
const oneHour = 3_600_000;

const inFarmMonths: Partial<Record<LeavingReason, number>> = { farm_work: 9, too_far: 1, no_child_care: 1 };
const otherwise: Partial<Record<LeavingReason, number>> = {
  ...{ too_far: 3, no_child_care: 3, unwell: 2, work_elsewhere: 2, too_hard: 1, unsuited: 1, other: 1 },
};

/**
 * What became of each woman when a course of the demo had ended, who gave up and why, and what it was to the others. It has
 * chance of its own, so that all else in the demo is as it was.
 */
export function inventFeedback(people: People, teaching: Teaching, past: Past): Feedback[] {
  const chance = new Chance(20170309);
  const said: Feedback[] = [];
  const toAsk = seatNeighbours(people, teaching, past);
  for (const batch of teaching.batches.filter(({ state }) => state === 'finished')) {
    const byAccountId = people.helperOf.get(batch.countyCode)!;
    const tell = (womanId: string, answer: Pick<Feedback, 'question' | 'answer' | 'why'>) => {
      const day = daysLater(batch.endsOn, chance.whole(1, 6));
      const at = new Date(startOf(day).getTime() + chance.whole(8, 18) * oneHour);
      said.push({ ...{ id: newId(), womanId, batchId: batch.id, byAccountId, at }, ...answer });
    };
    for (const enrolment of past.enrolments.filter(({ batchId }) => batchId === batch.id)) {
      endFor(enrolment, batch, past);
      if (!chance.happens(0.75) || toAsk.has(enrolment.womanId)) continue;
      const opinion = chance.weighted(opinions, (one) => ({ useful: 70, fair: 22, no_help: 8 })[one]);
      const why = chance.happens(0.5) ? chance.one(whysOf[opinion]) : null;
      tell(enrolment.womanId, { question: 'opinion', answer: opinion, why });
    }
    const isBusy = farmMonths.includes(monthOf(batch.startsOn));
    const share = isBusy ? chance.whole(40, 60) : chance.whole(10, 25);
    const reasons = isBusy ? inFarmMonths : otherwise;
    for (const womanId of leavers(chance, batch, people, teaching, past, share)) {
      leave(chance, batch, womanId, byAccountId, past);
      if (chance.happens(0.85))
        tell(womanId, {
          ...{ question: 'leaving', why: null },
          answer: chance.weighted(leavingReasons, (one) => reasons[one] ?? 0),
        });
    }
  }
  return said;
}

const neighboursSeated = 4;

/**
 * In the latest course of her county women of the demo's village sat, in place of others, and nobody has asked them yet: the
 * helper has somebody to ask.
 *
 * @returns who they are.
 */
function seatNeighbours(people: People, teaching: Teaching, past: Past): ReadonlySet<string> {
  const village = people.herVillage.code;
  const [latest] = teaching.batches
    .filter(({ state, countyCode }) => state === 'finished' && village.startsWith(countyCode))
    .sort((one, other) => (one.endsOn < other.endsOn ? 1 : -1));
  if (!latest) return new Set();
  const seated = past.enrolments.filter(({ batchId }) => batchId === latest.id);
  const sessionIds = new Set(
    teaching.sessions.filter(({ batchId }) => batchId === latest.id).map(({ id }) => id),
  );
  const busy = new Set(past.enrolments.map(({ womanId }) => womanId));
  const neighbours = people.women
    .slice(1)
    .filter(({ id, villageCode }) => villageCode === village && !busy.has(id))
    .slice(0, neighboursSeated);
  neighbours.forEach(({ id }, place) => {
    const before = seated[place]?.womanId;
    const hers = [
      ...past.enrolments.filter(({ batchId }) => batchId === latest.id),
      ...past.completions.filter(({ batchId }) => batchId === latest.id),
      ...past.certificates.filter(({ batchId }) => batchId === latest.id),
      ...past.marks.filter(({ sessionId }) => sessionIds.has(sessionId)),
    ];
    for (const row of hers) if (row.womanId === before) row.womanId = id;
  });
  return new Set(neighbours.map(({ id }) => id));
}

/** By the register, as when a real course ends. */
function endFor(enrolment: Enrolment, batch: Batch, past: Past): void {
  const { womanId } = enrolment;
  const isDone = past.completions.some((done) => done.batchId === batch.id && done.womanId === womanId);
  const at = new Date(startOf(daysLater(batch.endsOn, 8)).getTime());
  const becomes = isDone ? 'completed' : 'attended';
  past.changes.push(aChange(enrolment, enrolment.state, becomes, null, '按签到结班', at));
  enrolment.state = becomes;
  enrolment.changedAt = at;
}

/** Women who want to learn this and are not in the batch, in the county where it is held. */
function leavers(
  chance: Chance,
  batch: Batch,
  people: People,
  { courses }: Teaching,
  { enrolments }: Past,
  share: number,
): string[] {
  const { family } = courses.find(({ id }) => id === batch.courseId)!;
  const seated = new Set(
    enrolments.filter(({ batchId }) => batchId === batch.id).map(({ womanId }) => womanId),
  );
  const herId = people.women[0]!.id;
  const others = people.needs.filter(
    (need) =>
      need.family === family &&
      need.villageCode.startsWith(batch.countyCode) &&
      need.womanId !== herId &&
      !seated.has(need.womanId),
  );
  return chance.some(others, Math.round((seated.size * share) / 100)).map(({ womanId }) => womanId);
}

/** She signed up, and gave up before it began or left it on the way. */
function leave(chance: Chance, batch: Batch, womanId: string, byAccountId: string, past: Past): void {
  const state: EnrolmentState = chance.happens(0.6) ? 'given_up' : 'dropped_out';
  const createdAt = new Date(batch.createdAt.getTime() + chance.whole(1, 10) * 24 * oneHour);
  const day = daysLater(batch.startsOn, state === 'given_up' ? -1 : 1);
  const changedAt = new Date(startOf(day).getTime() + 9 * oneHour);
  const enrolment: Enrolment = {
    ...{ id: newId(), womanId, batchId: batch.id, state, offerUntil: null, priority: 0 },
    ...{ waitingSince: null, createdAt, changedAt },
  };
  past.enrolments.push(enrolment);
  past.changes.push(
    aChange(enrolment, null, 'enrolled', byAccountId, '帮办人代报', createdAt),
    aChange(enrolment, 'enrolled', state, byAccountId, '帮办人代退', changedAt),
  );
}

function aChange(
  { id: enrolmentId }: Enrolment,
  fromState: EnrolmentState | null,
  toState: EnrolmentState,
  byAccountId: string | null,
  reason: string,
  at: Date,
): EnrolmentChange {
  return { id: newId(), enrolmentId, fromState, toState, byAccountId, reason, at };
}
