import type { components } from '../api/schema';

export type Mark = components['schemas']['MarkDto'];
type Answer = components['schemas']['MarkAnswerView'];

/** A mark on the phone that the server has not kept yet. A refused one stays visible with its reason. */
export interface Waiting {
  readonly mark: Mark;
  readonly refused?: string;
}

/** Puts a mark at the end, before the screen changes. */
export function withMark(box: readonly Waiting[], mark: Mark): Waiting[] {
  return [...box, { mark }];
}

/** The marks to send next, oldest first. */
export function toSend(box: readonly Waiting[], atOnce: number): Mark[] {
  return box
    .filter(({ refused }) => refused === undefined)
    .slice(0, atOnce)
    .map(({ mark }) => mark);
}

/** Only answered marks leave: kept ones go, refused ones stay with their reason, unanswered ones wait. */
export function afterAnswers(box: readonly Waiting[], answers: readonly Answer[]): Waiting[] {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  return box.flatMap((waiting) => {
    const answer = byId.get(waiting.mark.id);
    if (!answer) return [waiting];
    return answer.isKept ? [] : [{ ...waiting, refused: answer.message ?? '没有收下' }];
  });
}

/** How many still wait to be sent. */
export function countWaiting(box: readonly Waiting[]): number {
  return box.filter(({ refused }) => refused === undefined).length;
}

/** Takes a refused mark off the phone, once the trainer has seen why. */
export function withoutRefused(box: readonly Waiting[], id: string): Waiting[] {
  return box.filter(({ mark, refused }) => refused === undefined || mark.id !== id);
}
