/**
 * Logarithms and powers of two in whole numbers: an octave, a factor of two, is 2^24 steps.
 *
 * JavaScript leaves the last bits of `Math.log` and `Math.exp` to the engine, so an order frozen by them might not
 * be found again elsewhere. Here a table of 4096 entries is built by squaring, and between two entries runs a
 * straight line: the error stays below 3 steps, and every engine makes the same one.
 */
export const octave = 2 ** 24;
const octaveBits = 24;

const entries = 4096;
const entryBits = 12;
const logs = Int32Array.from({ length: entries + 1 }, (_, at) => logOfEntry(BigInt(at)));
const powerUnit = 2 ** 30;
const powers = Int32Array.from({ length: entries }, (_, at) => powerOfEntry(at));
const halvings = Float64Array.from({ length: 54 }, (_, times) => 1 / 2 ** times);

/** log2 of a whole number from 1 to 2^53, in steps. */
export function logOf(number: number): number {
  const whole = number < 2 ** 32 ? 31 - Math.clz32(number) : 63 - Math.clz32(Math.floor(number / 2 ** 32));
  const place = (number * halvings[whole]! - 1) * entries; // exact: halving only moves the point
  const at = Math.floor(place);
  const rise = logs[at + 1]! - logs[at]!;
  return whole * octave + logs[at]! + Math.floor(rise * (place - at));
}

/** 2 to the power of -steps, in 1/2^30; 0 when it is smaller. */
export function powerBelow(steps: number): number {
  if (steps >= 30 * octave) return 0;
  const whole = (steps + octave - 1) >> octaveBits;
  const at = ((whole << octaveBits) - steps) >> (octaveBits - entryBits);
  return powers[at]! >> whole;
}

/** log2(1 + at / 4096) in steps, bit by bit: squaring a number doubles its logarithm. */
function logOfEntry(at: bigint): number {
  const one = 1n << 60n;
  if (at === BigInt(entries)) return octave;
  let number = one + (at << 48n);
  let log = 0;
  for (let bit = octave / 2; bit >= 1; bit /= 2) {
    number = (number * number) >> 60n;
    if (number < 2n * one) continue;
    number >>= 1n;
    log += bit;
  }
  return log;
}

/** 2^(at / 4096) in 1/2^30: the table of logarithms read backwards. */
function powerOfEntry(at: number): number {
  const log = at * (octave / entries);
  let above = 1;
  while (logs[above]! <= log) above++;
  const below = above - 1;
  const part = Math.floor(((log - logs[below]!) * powerUnit) / (logs[above]! - logs[below]!));
  return powerUnit + Math.floor((below * powerUnit + part) / entries);
}
