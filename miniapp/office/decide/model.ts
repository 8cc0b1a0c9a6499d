import type { components } from '../../api/schema';

type Kind = components['schemas']['TrialDto']['kind'];
type Trial = components['schemas']['TrialView'];

/** What is to be decided, as a heading. */
export function sayAsked(kind: Kind, name: string, title: string | undefined): string {
  if (kind === 'pin') return `让${name}进哪个班？`;
  if (kind === 'bar') return `不安排${name}进“${title ?? ''}”？`;
  return `“${title ?? ''}”人少也开班？`;
}

/** How many seats the decision would bring or cost in all. */
export function sayPlaced({ placedBefore, placedAfter, moved }: Trial): string {
  if (moved === 0) return '名额没有变化。';
  const more = placedAfter - placedBefore;
  const seats = more === 0 ? '总共还是' : more > 0 ? `多安排${more}人，共` : `少安排${-more}人，共`;
  return `${moved}人有变化，${seats}${placedAfter}人有名额。`;
}

export function sayMove({ fromTitle, toTitle }: Trial['moves'][number]): string {
  return `${fromTitle ?? '没有名额'} → ${toTitle ?? '没有名额'}`;
}
