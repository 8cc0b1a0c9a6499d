/** A woman of the register who is not on this roster: enough to know her by, and no more. */
export class WalkInCandidateView {
  womanId: string;
  name: string;
  villageName: string;
}

export class WalkInView {
  /** As the phone made it. */
  id: string;
  womanId: string;
  name: string;
  villageName: string;
  /** No seat was free: she is a guest of this half day. */
  isGuest: boolean;
}
