import type { Family } from '../../needs/families.rules';
import type { RegionTree } from '../../regions/region-tree';
import type { BatchFacts } from './facts';
import type { SeenBatch } from './lists.rules';

/** What is seen from one village. */
interface View {
  readonly byId: ReadonlyMap<string, SeenBatch>;
  /** By family: the county's own batches, and the others, the nearest first. */
  readonly own: ReadonlyMap<Family, readonly SeenBatch[]>;
  readonly others: ReadonlyMap<Family, readonly SeenBatch[]>;
}

/** The batches as seen from each village: each way is measured once, and the far ones are not looked at again. */
export class Sight {
  private readonly views = new Map<string, View>();

  constructor(
    private readonly batches: readonly BatchFacts[],
    private readonly regions: RegionTree,
  ) {}

  /** Batches of these families that her own county holds, and those of others within so many kilometres. */
  from(village: string, families: readonly Family[], farthestKm: number): SeenBatch[] {
    const { own, others } = this.view(village);
    return families.flatMap((family) => {
      const beyond = others.get(family) ?? [];
      const end = beyond.findIndex(({ km }) => km > farthestKm);
      return [...(own.get(family) ?? []), ...(end === -1 ? beyond : beyond.slice(0, end))];
    });
  }

  one(village: string, batchId: string): SeenBatch | undefined {
    return this.view(village).byId.get(batchId);
  }

  private view(village: string): View {
    const known = this.views.get(village);
    if (known) return known;
    const seen = this.batches.map((batch): SeenBatch => {
      const { id, startsOn, courseId, family, reading, isHeavy, days, slots, audience } = batch;
      const { km } = this.regions.distance(village, batch.regionCode);
      const isNear = village.startsWith(batch.county);
      return { id, startsOn, courseId, family, reading, isHeavy, days, slots, audience, km, isNear };
    });
    const view = {
      byId: new Map(seen.map((batch) => [batch.id, batch])),
      own: byFamily(seen.filter(({ isNear }) => isNear)),
      others: byFamily(seen.filter(({ isNear }) => !isNear).sort((a, b) => a.km - b.km)),
    };
    this.views.set(village, view);
    return view;
  }
}

function byFamily(batches: readonly SeenBatch[]): Map<Family, SeenBatch[]> {
  const families = new Map<Family, SeenBatch[]>();
  for (const batch of batches) {
    const list = families.get(batch.family);
    if (list) list.push(batch);
    else families.set(batch.family, [batch]);
  }
  return families;
}
