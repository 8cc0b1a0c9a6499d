import {
  hersToOverride,
  misfitsOf,
  type Circumstances,
  type Demands,
  type Misfit,
} from '../../courses/fit.rules';
import type { Need } from '../engine/completion/complete-lists';

/** A batch as seen from one woman's village. */
export interface SeenBatch extends Demands {
  readonly id: string;
  readonly startsOn: string;
  /** Its half days, as `YYYY-MM-DD half`. */
  readonly slots: readonly string[];
  /** It is held by her own county, so that she will ask why it was not hers. */
  readonly isNear: boolean;
}

/** Who chooses: her circumstances, and what she holds already. */
export interface Taker extends Circumstances {
  /** Among the batches of one need she takes the nearest first. */
  readonly nearestFirst: boolean;
  /** Half days in which she holds a seat, as `YYYY-MM-DD half`. */
  readonly slotsHeld: ReadonlySet<string>;
}

export interface Wishes {
  /** One block for each of her needs, in her order; inside a block what she asked for by name stands first. */
  readonly needs: readonly Need[];
  /** The batches that cannot be on her list though they teach what she wants, and why. */
  readonly left: readonly {
    readonly batch: string;
    readonly misfits: readonly Misfit[];
    readonly overlaps: boolean;
  }[];
}

/**
 * From what is registered to what can be ordered: every batch stands in the block of its need, or is left with its
 * reason. The order inside a block is for the balanced completion to find, except for what she asked for by name, and
 * unless she wants what is nearest. By signing up for a batch she sets aside what only she can judge: how far and when
 * she can come, and what she wants.
 */
export function wishesOf(her: Taker, batches: readonly SeenBatch[], asked: ReadonlySet<string>): Wishes {
  const seen = batches.map((batch) => {
    const isAsked = asked.has(batch.id);
    const misfits = misfitsOf(her, batch).filter((misfit) => !(isAsked && hersToOverride.has(misfit)));
    const overlaps = her.slotsHeld.size > 0 && batch.slots.some((slot) => her.slotsHeld.has(slot));
    return { batch, isAsked, misfits, overlaps, fits: misfits.length === 0 && !overlaps };
  });
  const fitting = seen.filter(({ fits }) => fits).sort((a, b) => inTime(a.batch, b.batch));
  // What she asked for outside her needs comes last, as a need of its own.
  const blocks = [...her.families, undefined].map((family) =>
    fitting.filter(({ batch }) => (family ? batch.family === family : !her.families.includes(batch.family))),
  );
  return {
    needs: blocks
      .filter((block) => block.length > 0)
      .map((block) => {
        const first = block.filter(({ isAsked }) => isAsked);
        const others = her.nearestFirst
          ? block.filter(({ isAsked }) => !isAsked).sort((a, b) => a.batch.km - b.batch.km)
          : [];
        return {
          wishes: [...first, ...others].map(({ batch }) => batch.id),
          eligible: block.map(({ batch }) => ({ batch: batch.id, km: batch.km })),
        };
      }),
    left: seen
      .filter(({ fits, isAsked, batch }) => !fits && (isAsked || batch.isNear))
      .map(({ batch, misfits, overlaps }) => ({ batch: batch.id, misfits, overlaps })),
  };
}

function inTime(a: SeenBatch, b: SeenBatch): number {
  return a.startsOn.localeCompare(b.startsOn) || (a.id < b.id ? -1 : 1);
}
