import type { Family } from '../families.rules';

/** How many women, and how many of them are what. */
export class DemandCountView {
  women: number;
  /** Of these, on the poverty register. */
  registeredPoor: number;
  /** Of these, who have not completed any batch. */
  neverTrained: number;
  /** Of these, whose need nobody has confirmed for this season. */
  stale: number;
  /** Of these, whose own distance reaches the place asked about; 0 where none was. */
  reachable: number;
}

/** How many women of one area want one family. */
export class DemandCellView extends DemandCountView {
  /** A county where the reader sees several counties, else a township. */
  regionCode: string;
  regionName: string;
  family: Family;
  /** Of these, for whom it is the dearest wish. */
  firstWish: number;
}

/** Where an area lies, for the map. */
export class DemandAreaView {
  regionCode: string;
  regionName: string;
  /** Degrees times 100,000; null where no public source says. */
  latitudeE5: number | null;
  longitudeE5: number | null;
}

export class DemandView {
  cells: DemandCellView[];
  /** Every area of the board, also where nobody asks. */
  areas: DemandAreaView[];
  /** Distinct women behind all cells. */
  women: number;
  all: DemandCountView;
}

export class DemandMonthView extends DemandCountView {
  /** 1 to 12. */
  month: number;
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
  isNeverTrained: boolean;
  /** Nobody has confirmed it for this season. */
  isStale: boolean;
  /** How far it is to the place asked about, in whole kilometres; null where none was. */
  placeKm: number | null;
}
