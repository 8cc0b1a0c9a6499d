import {
  hersToOverride,
  misfitsOf,
  type Circumstances,
  type Demands,
  type Misfit,
} from '../courses/fit.rules';

/** A batch as seen from one woman's village. */
export interface SeenBatch extends Demands {
  readonly id: string;
  readonly startsOn: string;
  /** It meets in a half day in which she already holds a seat. */
  readonly overlaps: boolean;
}

export interface WishList {
  /** The batches she would take, the best first. */
  readonly list: readonly string[];
  /** Those that cannot be on her list, and why. */
  readonly left: readonly {
    readonly batch: string;
    readonly misfits: readonly Misfit[];
    readonly overlaps: boolean;
  }[];
}

/**
 * Her list for a run: blocks in her order of needs; inside a block what she asked for by name first,
 * then what is nearer, then what is sooner. By signing up for a batch she sets aside what only she can judge:
 * how far and when she can come, and what she wants.
 */
export function wishList(
  her: Circumstances,
  batches: readonly SeenBatch[],
  asked: ReadonlySet<string>,
): WishList {
  const seen = batches.map((batch) => {
    const misfits = misfitsOf(her, batch).filter(
      (misfit) => !(asked.has(batch.id) && hersToOverride.has(misfit)),
    );
    const wish = her.families.indexOf(batch.family);
    return {
      batch,
      misfits,
      wish: wish < 0 ? her.families.length : wish,
      askedFirst: asked.has(batch.id) ? 0 : 1,
    };
  });
  const fits = seen.filter(({ batch, misfits }) => misfits.length === 0 && !batch.overlaps);
  const ordered = fits.sort(
    (a, b) =>
      a.wish - b.wish ||
      a.askedFirst - b.askedFirst ||
      a.batch.km - b.batch.km ||
      a.batch.startsOn.localeCompare(b.batch.startsOn) ||
      (a.batch.id < b.batch.id ? -1 : 1),
  );
  const listed = new Set(ordered.map(({ batch }) => batch.id));
  return {
    list: ordered.map(({ batch }) => batch.id),
    left: seen
      .filter(({ batch }) => !listed.has(batch.id))
      .map(({ batch, misfits }) => ({ batch: batch.id, misfits, overlaps: batch.overlaps })),
  };
}
