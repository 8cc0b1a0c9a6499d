import type { Level } from './regions.rules';

export class RegionView {
  code: string;
  name: string;
  level: Level;
}
