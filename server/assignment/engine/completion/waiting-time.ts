/**
 * -log2 of an evenly drawn number, in 1/2^24, as a whole number: of several such times, each divided by a weight,
 * the shortest belongs to each with a chance in proportion to its weight (competing exponential clocks).
 *
 * Logarithms may differ in their last bits between engines, so this one is made of whole numbers: the leading
 * bit gives the integer part, a table of 4096 the rest, and between two entries it is a straight line.
 */
const unit = 2 ** 24;
const entries = 4096;
const table = Int32Array.from({ length: entries + 1 }, (_, at) => logarithm(BigInt(at)));

/** `even` is any 32-bit whole number; it stands for the middle of its 2^32nd part of (0, 1). */
export function waitingTime(even: number): number {
  const integerPart = 32 - Math.clz32(even);
  const odd = 2 * even + 1;
  const fraction = odd * 2 ** (32 - integerPart) - 2 ** 32; // 32 bits after the leading one
  const at = Math.floor(fraction / 2 ** 20);
  const rise = table[at + 1]! - table[at]!;
  const fractionalPart = table[at]! + Math.floor((rise * (fraction % 2 ** 20)) / 2 ** 20);
  return Math.max(1, (33 - integerPart) * unit - fractionalPart);
}

/** log2(1 + at / 4096) in 1/2^24, bit by bit: squaring doubles a logarithm. */
function logarithm(at: bigint): number {
  const one = 1n << 60n;
  if (at === BigInt(entries)) return unit;
  let number = one + (at << 48n);
  let result = 0;
  for (let bit = unit / 2; bit >= 1; bit /= 2) {
    number = (number * number) >> 60n;
    if (number >= 2n * one) {
      number >>= 1n;
      result += bit;
    }
  }
  return result;
}
