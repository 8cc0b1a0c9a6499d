import loadHighs, { type Highs } from 'highs';
import type { Draft } from './draft';
import { Program } from './program';

/** Beyond so many pairs of women and batches the program is not even written: it would not come to an end in seconds. */
const mostPairs = 5_000;

export interface Exact {
  /** The best plan that is known now. */
  readonly draft: Draft;
  /** No plan serves more than this; undefined where there was no time to learn it. */
  readonly bound: number | undefined;
}

let solver: Promise<Highs> | undefined;

/**
 * Goes on from a plan with an integer program, which HiGHS solves within its time: as far as it came, its plan and its bound
 * hold. What was best before stays where nothing better was found.
 *
 * @returns undefined where the program is too large, or there is nothing to open.
 */
export async function exact(draft: Draft, seconds: number): Promise<Exact | undefined> {
  const { instance, seating } = draft;
  if (seating.pairs.groupOf.length > mostPairs) return undefined;
  const program = new Program(instance, seating);
  if (program.openings.length === 0) return undefined;
  const highs = await (solver ??= loadHighs());
  const { variableType, solutionStatus } = highs.constants;
  return highs.withModel(program.data(variableType, highs.infinity), (model): Exact => {
    // Women are whole: what is less than one from the optimum is the optimum.
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.99 });
    model.setSolution({ colValue: program.valuesOf(draft) });
    model.run();
    const least = Number(model.info.get('mip_dual_bound'));
    const bound = Number.isFinite(least) && least <= 0 ? Math.floor(-least + 1e-6) : undefined;
    if (model.info.get('primal_solution_status') !== solutionStatus.feasible) return { draft, bound };
    const { colValue } = model.getSolution();
    const found = draft.with(program.chosen(colValue));
    return { draft: found.served > draft.served ? found : draft, bound };
  });
}
