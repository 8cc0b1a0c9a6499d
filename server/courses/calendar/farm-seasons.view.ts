import type { Family } from '../../needs/families.rules';

export class FarmSeasonView {
  name: string;
  months: number[];
  family: Family | null;
}

export class FarmSeasonsView {
  seasons: FarmSeasonView[];
}
