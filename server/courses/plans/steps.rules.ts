import type { Refused } from '../../http/refusals';
import { mayBecome, type BatchState } from '../batches.rules';

/** What an officer does to a batch on its way to its first day. */
export const steps = ['submit', 'approve', 'sendBack', 'open', 'close'] as const;
export type Step = (typeof steps)[number];

export const stepNames: Readonly<Record<Step, string>> = {
  submit: '报市妇联审批',
  approve: '批准',
  sendBack: '退回修改',
  open: '开班，开始报名',
  close: '提前截止报名',
};

const leadsTo: Readonly<Record<Step, BatchState>> = {
  submit: 'submitted',
  approve: 'approved',
  sendBack: 'planned',
  open: 'open',
  close: 'closed',
};

/** From the table of states; `planned` is also where a batch comes back to, which is no step of the county's. */
const takenFrom: Readonly<Record<Step, readonly BatchState[]>> = {
  submit: ['planned'],
  approve: ['submitted'],
  sendBack: ['submitted'],
  open: ['planned', 'approved'],
  close: ['open'],
};

const ofCity: ReadonlySet<Step> = new Set(['approve', 'sendBack']);

/** Whose officer she is towards this batch, and whether the city asks for batches to be submitted. */
export interface Standing {
  readonly isOfCounty: boolean;
  readonly isOfCity: boolean;
  readonly isApprovalAsked: boolean;
}

/** The steps she may take now. Where approval is asked, nobody opens what was not approved. */
export function stepsFor(state: BatchState, { isOfCounty, isOfCity, isApprovalAsked }: Standing): Step[] {
  return steps.filter(
    (step) =>
      takenFrom[step].includes(state) &&
      (ofCity.has(step) ? isOfCity : isOfCounty) &&
      !(step === 'open' && state === 'planned' && isApprovalAsked) &&
      !(step === 'submit' && !isApprovalAsked),
  );
}

/** Where the step leads; `same` when it was taken already, by a second tap or by a colleague. */
export function decideStep(
  state: BatchState,
  step: Step,
  reason: string | undefined,
  standing: Standing,
): { becomes: BatchState | 'same' } | Refused {
  if (!(ofCity.has(step) ? standing.isOfCity : standing.isOfCounty)) return { refused: 'access.denied' };
  const to = leadsTo[step];
  if (state === to && step !== 'sendBack') return { becomes: 'same' };
  if (step === 'open' && state === 'planned' && standing.isApprovalAsked)
    return { refused: 'batch.approvalNeeded' };
  if (!stepsFor(state, standing).includes(step) || !mayBecome(state, to))
    return { refused: 'batch.stateForbids' };
  if (step === 'sendBack' && !reason) return { refused: 'batch.reasonNeeded' };
  return { becomes: to };
}
