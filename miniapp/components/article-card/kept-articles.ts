import type { components } from '../../api/schema';

/** What tells of a woman who may take back her consent stays on no phone: it is asked for each time it is shown. */
export function mayBeKept({
  isOfAWoman,
}: Pick<components['schemas']['ArticleSummaryView'], 'isOfAWoman'>): boolean {
  return !isOfAWoman;
}
