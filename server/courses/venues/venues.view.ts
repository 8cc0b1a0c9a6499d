import type { RegionTree } from '../../regions/region-tree';
import type { Venue } from '../course.entity';
import { venueKindNames, type VenueKind } from './venues.rules';

/** A place as its county keeps it. */
export class VenueFileView {
  id: string;
  name: string;
  regionCode: string;
  regionName: string;
  address: string;
  kind: VenueKind;
  kindName: string;
  /** How many women it seats; null where nobody has said. */
  capacity: number | null;
  latitudeE5: number | null;
  longitudeE5: number | null;
  isRetired: boolean;
  /** Batches here that are not over yet. */
  batchesAhead: number;
}

export function viewVenueFile(venue: Venue, regions: RegionTree, batchesAhead: number): VenueFileView {
  const { id, name, regionCode, address, kind, capacity, latitudeE5, longitudeE5, retiredAt } = venue;
  return {
    ...{ id, name, regionCode, regionName: regions.pathName(regionCode), address },
    ...{ kind, kindName: venueKindNames[kind], capacity, latitudeE5, longitudeE5 },
    ...{ isRetired: retiredAt !== null, batchesAhead },
  };
}
