import type { components } from '../../api/schema';

type Holding = components['schemas']['HoldingView'];

/** How many lines of one part stand on the screen before she asks for more: the newest say most. */
export const linesShown = 5;

/** The parts that have anything in them; consent is drawn by itself, with its buttons. */
export function partsShown(parts: readonly Holding[]): readonly Holding[] {
  return parts.filter(({ title, lines }) => lines.length > 0 && title !== '我同意过什么');
}
