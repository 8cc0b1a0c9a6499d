import { BatchView } from '../courses/batches.view';
import type { Enrolment } from './enrolment.entity';
import { abilitiesIn, enrolmentStateNames, sayStanding, type EnrolmentState } from './enrolments.rules';

/** What the reader may do now; the screen never decides again. */
export class AbilitiesView {
  apply: boolean;
  accept: boolean;
  decline: boolean;
  giveUp: boolean;
}

/** Where a woman stands in one batch. */
export class StandingView {
  /** Null when she has never signed up. */
  enrolmentId: string | null;
  state: EnrolmentState | null;
  stateName: string | null;
  /** One honest sentence; null when there is nothing to say yet. */
  sentence: string | null;
  offerUntil: Date | null;
  /** How many wait before her; null when she does not wait. */
  before: number | null;
  abilities: AbilitiesView;
}

export class EnrolmentView extends StandingView {
  batch: BatchView;
}

/** A woman in a batch, as the officer sees her. */
export class EnrolledWomanView {
  enrolmentId: string;
  womanId: string;
  name: string;
  villageName: string;
  /** Masked. */
  phone: string | null;
  isRegisteredPoor: boolean;
  state: EnrolmentState;
  stateName: string;
  changedAt: Date;
}

/** A batch's seats after an officer changed them. */
export class CapacityView {
  capacity: number;
  taken: number;
  /** More are in than there are seats now: nobody is thrown out, and a seat that comes free is not given again. */
  isOverfull: boolean;
  /** Seats offered to those who wait by this change. */
  offered: number;
}

export function viewStanding(
  enrolment: Pick<Enrolment, 'id' | 'state' | 'offerUntil'> | null,
  facts: { startsOn: string; before: number; maySignUp: boolean },
): StandingView {
  const state = enrolment?.state;
  return {
    enrolmentId: enrolment?.id ?? null,
    state: state ?? null,
    stateName: state ? enrolmentStateNames[state] : null,
    sentence: enrolment && state ? sayStanding(state, { ...facts, offerUntil: enrolment.offerUntil }) : null,
    offerUntil: enrolment?.offerUntil ?? null,
    before: state === 'waiting' ? facts.before : null,
    abilities: abilitiesIn(state, facts.maySignUp),
  };
}
