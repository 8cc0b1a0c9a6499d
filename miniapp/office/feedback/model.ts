import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Batch = Schemas['FeedbackBatchView'];
export type Woman = Schemas['FeedbackWomanView'];

/** 12人，说了5人 */
export function sayHeard({ women, answered }: Batch): string {
  return answered === women ? `${women}人都说了` : `${women}人，说了${answered}人`;
}

/** Those who have said nothing yet first: they are the ones to ask. */
export function toAskFirst(women: readonly Woman[]): Woman[] {
  const place = ({ opinion, reason, questions }: Woman) =>
    questions.length === 0 ? 2 : opinion || reason ? 1 : 0;
  return [...women].sort((one, other) => place(one) - place(other));
}
