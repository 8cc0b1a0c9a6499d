import { daysLater, type Day } from '../../../server/calendar/days.rules';
import type { EnrolmentState } from '../../../server/enrolments/enrolments.rules';
import {
  isOver,
  leavingReasonNames,
  opinionNames,
  questionsFor,
  whysOf,
  type Opinion,
  type Question,
  type Why,
} from '../../../server/feedback/feedback.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Hers = Schemas['HerFeedbackView'];
export type Answers = Schemas['AnswersView'];

/** So long after its end she is asked on the page of her courses; what she said stays there. */
const daysAsked = 90;

/** What stands under one of her courses; nothing where there is nothing to ask and nothing said. */
export function promptOf(
  { questions, opinion, reason, endsOn }: Hers,
  today: Day,
): { says: string; isAsking: boolean } | undefined {
  if (questions.length === 0) return undefined;
  if (opinion) return { says: `我说过：${opinionNames[opinion]}。改一改`, isAsking: false };
  if (reason) return { says: `我说过：${leavingReasonNames[reason]}。改一改`, isAsking: false };
  if (endsOn < daysLater(today, -daysAsked)) return undefined;
  return {
    says: questions.includes('opinion') ? '有没有用？点个笑脸' : '为什么不来了？点一下',
    isAsking: true,
  };
}

/** The way from the batch itself to the question: after the last session, or once she has left. */
export function asksOn(
  state: EnrolmentState | null | undefined,
  batch: Pick<Schemas['BatchView'], 'state' | 'endsOn'>,
  today: Day,
): string | undefined {
  if (!state) return undefined;
  const [first] = questionsFor(state, isOver(batch, today));
  return first && { opinion: '这门课有没有用？点个笑脸 ›', leaving: '为什么不来了？点一下就行 ›' }[first];
}

/** What to ask first; the reason alone once she has left. */
export function firstQuestion({ questions }: Pick<Answers, 'questions'>): Question | undefined {
  return questions[0];
}

/** What the body of an answer is: the same face keeps what she said made it so. */
export function opinionBody(opinion: Opinion, why: Why | null): { opinion: Opinion; why?: Why } {
  return { opinion, ...(why && whysOf[opinion].includes(why) ? { why } : {}) };
}
