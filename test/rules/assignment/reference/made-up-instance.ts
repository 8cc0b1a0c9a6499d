import {
  completeLists,
  type Registration,
} from '../../../../server/assignment/engine/completion/complete-lists';
import type { Instance } from '../../../../server/assignment/engine/instance';
import { makeUpMarket, type Scenario } from '../../../bench/assign/made-up-market';

/** A made-up market of the benchmark as registered: needs, and the batches each woman is eligible for. */
export function registrationOf(women: number, scenario: Scenario, seed: number) {
  const market = makeUpMarket(women, scenario, seed);
  const drawn = [...market.women()];
  const registration: Registration = {
    seed: market.seed,
    batches: market.batches,
    women: drawn.map(({ row, needs }) => ({
      id: row.id,
      needs: needs.map((eligible) => ({
        eligible: eligible.map(({ batch, km }) => ({ batch: market.batches[batch]!.id, km })),
      })),
    })),
  };
  return { market, rows: drawn.map(({ row }) => row), registration };
}

export type Lists = Readonly<Record<string, readonly string[]>>;

/** The same market with lists completed by balanced weights, or by others given. */
export function madeUpInstance(
  women: number,
  scenario: Scenario,
  seed: number,
  listsOf?: (r: Registration) => Lists,
) {
  const { market, rows, registration } = registrationOf(women, scenario, seed);
  const lists = listsOf ? listsOf(registration) : completeLists(registration).lists;
  const instance: Instance = {
    seed: market.seed,
    coverageCounties: market.coverageCounties,
    batches: market.batches,
    women: rows.map((row) => ({ ...row, list: lists[row.id]! })),
  };
  return instance;
}

/** The nearest batch of each need first. */
export function nearestFirst(registration: Registration): Lists {
  return Object.fromEntries(
    registration.women.map(({ id, needs }) => [
      id,
      needs.flatMap(({ eligible }) =>
        [...eligible].sort((one, other) => one.km - other.km).map(({ batch }) => batch),
      ),
    ]),
  );
}
