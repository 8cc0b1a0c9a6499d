import type { Family } from './families.rules';
import type { Need, NeedCardRow } from './need.entity';
import { bitsToMonths, isStale, type DayKind, type ReadingLevel, type Source } from './needs.rules';

export class NeedCardView {
  womanId: string;
  /** In her order of wish. */
  families: Family[];
  freeMonths: number[];
  dayKind: DayKind;
  farthestKm: number;
  /** Inside one need, the nearest batch first. */
  nearestFirst: boolean;
  needsChildCare: boolean;
  reading: ReadingLevel;
  isBodyLimited: boolean;
  source: Source;
  confirmedAt: Date;
  /** Nobody has confirmed it for this season: ask again. */
  isStale: boolean;
}

export class CardAnswerView {
  /** Null until a need has been registered. */
  card: NeedCardView | null;
}

export function viewCard(card: NeedCardRow, needs: readonly Need[], now: Date): NeedCardView {
  const { womanId, dayKind, farthestKm, nearestFirst, needsChildCare } = card;
  const { reading, isBodyLimited, source, confirmedAt } = card;
  return {
    womanId,
    families: needs.map((need) => need.family),
    freeMonths: bitsToMonths(card.freeMonthBits),
    dayKind,
    farthestKm,
    nearestFirst,
    needsChildCare,
    reading,
    isBodyLimited,
    source,
    confirmedAt,
    isStale: isStale(confirmedAt, now),
  };
}
