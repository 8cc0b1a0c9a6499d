import { misfits, misfitsOf, type Demands, type Located, type Misfit } from '../../courses/fit.rules';

/** Why the office does not ask a woman who wants to learn it, the first that holds. */
export const unsuitedReasons = [...misfits, 'CLASH'] as const;
export type UnsuitedReason = (typeof unsuitedReasons)[number];

/** Said to the office of women in the plural; to herself the same is said in `misfitSentences`. */
export const unsuitedNames: Readonly<Record<UnsuitedReason, string>> = {
  NEED: '没点过这一样',
  DISTANCE: '路太远',
  PERIOD: '那个月没空',
  WEEKDAY: '那几天来不了',
  LITERACY: '认的字不够',
  HEALTH: '干不了重活',
  ALREADY_DONE: '学过这门课',
  YEAR_LIMIT: '今年学得够多了',
  AUDIENCE: '不是带头人',
  CLASH: '那时有别的课',
};

/** A woman who wants to learn what a batch teaches and has not signed up for it. */
export interface Candidate extends Located {
  readonly womanId: string;
  /** Place of the family among her wishes, 1 the dearest. */
  readonly wish: number;
  /** She holds a seat elsewhere in one of its half days. */
  readonly hasClash: boolean;
  readonly wasTold: boolean;
}

export interface Suited<Wanting extends Candidate> {
  readonly candidate: Wanting;
  readonly km: number;
  readonly isMeasured: boolean;
}

/** Where a woman lives from the classroom. */
type Way = (villageCode: string) => { readonly km: number; readonly isMeasured: boolean };

/**
 * Whom the batch suits, in the order in which they are asked: whoever wishes it most, then who lives nearest. All others
 * are counted, each once, by the first reason that speaks against it.
 */
export function sortCandidates<Wanting extends Candidate>(
  candidates: readonly Wanting[],
  batch: Omit<Demands, 'km'>,
  way: Way,
): { suited: Suited<Wanting>[]; unsuited: { reason: UnsuitedReason; women: number }[] } {
  const suited: Suited<Wanting>[] = [];
  const counts = new Map<UnsuitedReason, number>();
  for (const candidate of candidates) {
    const { km, isMeasured } = way(candidate.villageCode);
    const [misfit]: Misfit[] = misfitsOf(candidate, { ...batch, km });
    const reason = misfit ?? (candidate.hasClash ? 'CLASH' : undefined);
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    else suited.push({ candidate, km, isMeasured });
  }
  suited.sort(
    (one, other) =>
      one.candidate.wish - other.candidate.wish ||
      one.km - other.km ||
      (one.candidate.womanId < other.candidate.womanId ? -1 : 1),
  );
  return {
    suited,
    unsuited: unsuitedReasons.flatMap((reason) => {
      const women = counts.get(reason);
      return women === undefined ? [] : [{ reason, women }];
    }),
  };
}
