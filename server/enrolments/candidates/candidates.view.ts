import type { UnsuitedReason } from './candidates.rules';

/** A woman who wants to learn what the batch teaches, whom it suits, and who has not signed up. */
export class CandidateView {
  womanId: string;
  name: string;
  villageName: string;
  /** Masked. */
  phone: string | null;
  isRegisteredPoor: boolean;
  /** Place among her wishes, 1 the dearest. */
  wish: number;
  /** From her village to the classroom. */
  km: number;
  /** False where it is only told from the areas: shown as 约. */
  isMeasured: boolean;
  /** She was told of the batch. */
  wasTold: boolean;
}

/** Women who want to learn it and whom the batch does not suit, by the first reason. */
export class UnsuitedView {
  reason: UnsuitedReason;
  name: string;
  women: number;
}

export class CandidatesView {
  /** The first of them; how many they are says `suited`. */
  women: CandidateView[];
  suited: number;
  /** Of these, who were not told yet. */
  untold: number;
  unsuited: UnsuitedView[];
  /** It takes sign-ups: they can be told, and signed up. */
  mayTell: boolean;
}

/** Whom an announcement reached. */
export class AnnouncementView {
  /** So many women are told by it. */
  told: number;
  /** So many are still to be told: one announcement goes to a few hundred at most. */
  untold: number;
}
