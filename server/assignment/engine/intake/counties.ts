import { homeCounty, homeCoverageCounty } from '../priority';

/** Counties by number, in the order in which rows named them first. */
export class Counties {
  private readonly numbers = new Map<string, number>();

  numberOf(county: string): number {
    const number = this.numbers.get(county) ?? this.numbers.size;
    if (number === this.numbers.size) this.numbers.set(county, number);
    return number;
  }

  /** By county: what her key gains in a batch of her own county. */
  homeBonuses(coverageCounties: readonly string[]): Int32Array {
    const coverage = new Set(coverageCounties);
    return Int32Array.from(this.numbers.keys(), (county) =>
      coverage.has(county) ? homeCoverageCounty : homeCounty,
    );
  }
}
