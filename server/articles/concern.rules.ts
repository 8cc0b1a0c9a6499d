import type { Refused } from '../http/refusals';

/** One question that is answered by a tap. */
export interface ConcernQuestion {
  readonly text: string;
  /** The answer with which it concerns her. */
  readonly fits: 'yes' | 'no';
}

/** “Does this concern me?” (这事和我有关吗): a few questions, and what somebody does whom it concerns. */
export interface Concern {
  /** Whether all questions must fit, or one is enough. */
  readonly needs: 'all' | 'any';
  readonly questions: readonly ConcernQuestion[];
  /** What she brings, one thing each. */
  readonly bring: readonly string[];
  /** What is said to others: whom else to ask, which other help there is. */
  readonly otherwise: string;
}

export const concernLimits = { questions: 6, text: 60, bring: 10, thing: 40, otherwise: 120 } as const;

export type ConcernAnswer = 'yes' | 'no';

/** Where her answers lead: to the next question, or to what they mean. No more is asked than is needed. */
export type ConcernStanding =
  { readonly asks: number } | { readonly concerns: true } | { readonly concerns: false };

export function standingAfter(concern: Concern, answers: readonly ConcernAnswer[]): ConcernStanding {
  const fits = answers.map((answer, place) => concern.questions[place]?.fits === answer);
  if (concern.needs === 'all' && fits.includes(false)) return { concerns: false };
  if (concern.needs === 'any' && fits.includes(true)) return { concerns: true };
  if (answers.length < concern.questions.length) return { asks: answers.length };
  return { concerns: concern.needs === 'all' };
}

/** Without spaces and without what says nothing; null where no question is left. */
export function tidyConcern(concern: Concern | undefined): Concern | null {
  if (!concern) return null;
  const questions = concern.questions
    .map(({ text, fits }) => ({ text: text.trim(), fits }))
    .filter(({ text }) => text !== '');
  if (questions.length === 0) return null;
  const bring = concern.bring.map((thing) => thing.trim()).filter((thing) => thing !== '');
  return { needs: concern.needs, questions, bring, otherwise: concern.otherwise.trim() };
}

/** The same question twice would let two answers to one thing stand against each other. */
export function checkConcern(concern: Concern | null): Refused | object {
  const texts = concern?.questions.map(({ text }) => text) ?? [];
  return new Set(texts).size < texts.length ? { refused: 'article.askedTwice' } : {};
}
