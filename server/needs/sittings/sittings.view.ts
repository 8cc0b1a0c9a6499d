import type { SittingKind } from './sittings.rules';

export class SittingView {
  id: string;
  kind: SittingKind;
  /** As shown: 座谈会 */
  kindName: string;
  heldOn: string;
  place: string;
  regionCode: string;
  regionName: string;
  /** How many women were entered. */
  women: number;
}

/** One woman of a sitting, as she stands in its list. */
export class SittingEntryView {
  id: string;
  womanId: string;
  name: string;
  villageName: string;
}

export class WholeSittingView extends SittingView {
  /** In the order in which they were entered. */
  entries: SittingEntryView[];
}
