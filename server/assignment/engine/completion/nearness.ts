/**
 * How much nearer batches count when lists are completed: e^(-km / 8) in 1/65536, by whole kilometres, at least 1.
 * A table, because exponentials may differ in their last bits between engines and a frozen order must not.
 */
// prettier-ignore
const byKilometre = [
  65536, 57835, 51039, 45042, 39750, 35079, 30957, 27319, 24109, 21276, 18776, 16570,
  14623, 12905, 11388, 10050, 8869, 7827, 6907, 6096, 5380, 4747, 4190, 3697,
  3263, 2879, 2541, 2243, 1979, 1746, 1541, 1360, 1200, 1059, 935, 825,
  728, 642, 567, 500, 442, 390, 344, 303, 268, 236, 209, 184,
  162, 143, 127, 112, 99, 87, 77, 68, 60, 53, 47, 41,
  36, 32, 28, 25, 22, 19, 17, 15, 13, 12, 10, 9,
  8, 7, 6, 6, 5, 4, 4, 3, 3, 3, 2, 2,
  2, 2, 1,
];

export const nearnessUnit = 65_536;

export function nearness(km: number): number {
  return byKilometre[km] ?? 1;
}
