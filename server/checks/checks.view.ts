import type { CheckState } from './checks.rules';

/** Something that waits for a person's look. */
export class CheckView {
  id: string;
  state: CheckState;
  stateName: string;
  regionName: string;
  /** The words; of a picture, nothing. */
  words: string | null;
  /** It is a picture, to be seen under `/checks/:id/picture`. */
  isPicture: boolean;
  byName: string;
  appealWords: string | null;
  createdAt: Date;
  /** The reader may decide: she neither sent it nor appealed. */
  mayDecide: boolean;
}
