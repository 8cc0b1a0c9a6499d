import fc from 'fast-check';
import loadHighs from 'highs';
import type { Instance } from '../../../server/assignment/engine/instance';
import { check } from './reference/check';
import type { Pairing } from './reference/heaviest-matching';
import { instances } from './reference/instances';
import { bestWorth, mostPlaced, pairingOf } from './reference/optima';

/** The pairing as a linear program: its corners are whole, so the optimum is a matching (Birkhoff 1946). */
function linearProgram({ women, capacity, pairs }: Pairing, worthOf: (worth: number) => number): string {
  const sum = (of: readonly number[]): string => of.map((pair) => `x${pair}`).join(' + ');
  const all = pairs.map((_, pair) => pair);
  const rows = [
    ...Array.from(
      { length: women },
      (_, woman) => [all.filter((pair) => pairs[pair]!.woman === woman), 1] as const,
    ),
    ...capacity.map((seats, batch) => [all.filter((pair) => pairs[pair]!.batch === batch), seats] as const),
  ].filter(([of]) => of.length > 0);
  const worth = pairs.map((pair, at) => `${worthOf(pair.worth)} x${at}`).join(' + ');
  const limits = rows.map(([of, most], at) => `c${at}: ${sum(of)} <= ${most}`).join('\n');
  return `Maximize\nobj: ${worth}\nSubject To\n${limits}\nBounds\n${all.map((pair) => `0 <= x${pair} <= 1`).join('\n')}\nEnd\n`;
}

describe('The optimum that assignments are measured against', () => {
  it('is the one a linear solver finds', async () => {
    const highs = await loadHighs();
    const solve = (instance: Instance, worthOf: (worth: number) => number): number =>
      Math.round(highs.solve(linearProgram(pairingOf(instance), worthOf)).ObjectiveValue);
    check(
      fc.property(instances({ women: 40, batches: 8 }), (instance) => {
        fc.pre(instance.women.some(({ list }) => list.length > 0));
        expect(mostPlaced(instance)).toBe(solve(instance, () => 1));
        expect(bestWorth(instance)).toBe(solve(instance, (worth) => worth));
      }),
      60,
    );
  });
});
