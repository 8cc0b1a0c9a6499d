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
  /** Nobody has confirmed it for half a year: ask again. */
  isStale: boolean;
}

export class CardAnswerView {
  /** Null until a need has been registered. */
  card: NeedCardView | null;
}

/** How many women of one area want one family. */
export class DemandCellView {
  /** A county where the reader sees several counties, else a township. */
  regionCode: string;
  regionName: string;
  family: Family;
  women: number;
  /** Of these, on the poverty register. */
  registeredPoor: number;
  /** Of these, for whom it is the dearest wish. */
  firstWish: number;
}

export class DemandView {
  cells: DemandCellView[];
  /** Distinct women behind all cells. */
  women: number;
}

export class DemandWomanView {
  womanId: string;
  name: string;
  villageName: string;
  wish: number;
  freeMonths: number[];
  farthestKm: number;
  needsChildCare: boolean;
  isRegisteredPoor: boolean;
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
