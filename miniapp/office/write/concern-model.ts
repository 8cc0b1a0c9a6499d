import { tidyConcern, type Concern } from '../../../server/articles/concern.rules';
import type { components } from '../../api/schema';

/** As it is typed: what to bring is one line a thing. */
export interface TypedConcern {
  readonly needs: Concern['needs'];
  readonly questions: Concern['questions'];
  readonly bring: string;
  readonly otherwise: string;
}

export const blankConcern: TypedConcern = { needs: 'all', questions: [], bring: '', otherwise: '' };

export function typedConcern(concern: components['schemas']['ConcernView'] | null): TypedConcern {
  return concern ? { ...concern, bring: concern.bring.join('\n') } : blankConcern;
}

/** What is sent; nothing where no question is asked. */
export function concernOf({ bring, ...typed }: TypedConcern): {
  concern?: components['schemas']['ConcernDto'];
} {
  const tidy = tidyConcern({ ...typed, bring: bring.split('\n') });
  if (!tidy) return {};
  const { needs, questions, otherwise } = tidy;
  return { concern: { needs, questions: [...questions], bring: [...tidy.bring], otherwise } };
}
