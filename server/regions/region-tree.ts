import type { Region } from './region.entity';
import {
  ancestor,
  distanceBetween,
  levels,
  sayRegion,
  type Distance,
  type Level,
  type Point,
} from './regions.rules';

/** All areas in memory: a few thousand rows that change once a year. */
export class RegionTree {
  private readonly byCode: ReadonlyMap<string, Region>;
  private readonly byParent = new Map<string, Region[]>();
  /** Said on every line of every list: made once for each area. */
  private readonly names = new Map<string, string>();
  private readonly pathNames = new Map<string, string>();

  constructor(regions: readonly Region[]) {
    this.byCode = new Map(regions.map((region) => [region.code, region]));
    for (const region of regions) {
      const siblings = this.byParent.get(region.parentCode ?? '') ?? [];
      siblings.push(region);
      this.byParent.set(region.parentCode ?? '', siblings);
    }
  }

  get(code: string): Region | undefined {
    return this.byCode.get(code);
  }

  has(code: string, level: Level): boolean {
    return this.byCode.get(code)?.level === level;
  }

  below(code: string): readonly Region[] {
    return this.byParent.get(code) ?? [];
  }

  /** The area itself and all that lies in it. */
  within(code: string): Region[] {
    return [...this.byCode.values()].filter((region) => region.code.startsWith(code));
  }

  name(code: string): string {
    const known = this.names.get(code);
    if (known !== undefined) return known;
    const said = sayRegion(this.byCode.get(code)?.name ?? code);
    this.names.set(code, said);
    return said;
  }

  /** 延寿县 六团镇 团山村: from the county down, since all lies in one city. */
  pathName(code: string): string {
    const known = this.pathNames.get(code);
    if (known !== undefined) return known;
    const names = levels
      .map((level) => ancestor(code, level))
      .filter((part): part is string => part !== undefined)
      .map((part) => this.name(part));
    const said = (names.length > 1 ? names.slice(1) : names).join(' ');
    this.pathNames.set(code, said);
    return said;
  }

  /** The distance in whole kilometres; a village without a position stands where its township does. */
  distance(from: string, to: string): Distance {
    return distanceBetween(from, to, (code) => this.position(code));
  }

  private position(code: string): Point | undefined {
    for (const part of [code, ancestor(code, 'township')]) {
      const region = part === undefined ? undefined : this.byCode.get(part);
      if (region && region.latitudeE5 !== null && region.longitudeE5 !== null) {
        return { latitudeE5: region.latitudeE5, longitudeE5: region.longitudeE5 };
      }
    }
    return undefined;
  }
}
