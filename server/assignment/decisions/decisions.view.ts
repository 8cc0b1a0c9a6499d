/** One woman whose seat would change. */
export class MoveView {
  womanId: string;
  /** Null for readers who may not name her. */
  name: string | null;
  villageName: string;
  fromTitle: string | null;
  toTitle: string | null;
}

/** What one more decision would change in the last dry run, everything else being equal. Nothing is kept. */
export class TrialView {
  placedBefore: number;
  placedAfter: number;
  /** Titles of batches that would run after all, and of those that would not. */
  opens: string[];
  closes: string[];
  /** How many women's seats change. */
  moved: number;
  /** The first two hundred of them. */
  moves: MoveView[];
}
