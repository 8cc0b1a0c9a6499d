import type { VenueKind } from '../../../server/courses/venues/venues.rules';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type Venue = Schemas['VenueFileView'];

/** A place as it is typed; where it stands on the map is taken from the map or left out. */
export interface VenueDraft {
  readonly name: string;
  readonly regionCode: string;
  readonly address: string;
  readonly kind: VenueKind;
  readonly capacity: string;
  readonly latitudeE5: number | null;
  readonly longitudeE5: number | null;
}

export const blankVenue: VenueDraft = {
  ...{ name: '', regionCode: '', address: '', kind: 'hall', capacity: '' },
  ...{ latitudeE5: null, longitudeE5: null },
};

export function draftFrom({ name, regionCode, address, kind, capacity, latitudeE5, longitudeE5 }: Venue) {
  return {
    ...{ name, regionCode, address, kind, latitudeE5, longitudeE5 },
    capacity: capacity === null ? '' : String(capacity),
  };
}

/** What can be sent, or the first thing that is missing. */
export function entryOf(draft: VenueDraft): { entry?: Schemas['VenueDto']; missing?: string } {
  const { name, address, regionCode, kind, capacity, latitudeE5, longitudeE5 } = draft;
  if (name.trim() === '') return { missing: '请填地点名称' };
  if (regionCode === '') return { missing: '请选乡镇' };
  if (!/^([1-9]\d{0,3})?$/.test(capacity)) return { missing: '能坐几人请填数字' };
  const isPlaced = latitudeE5 !== null && longitudeE5 !== null;
  return {
    entry: {
      ...{ name: name.trim(), address: address.trim(), regionCode, kind },
      ...(capacity && { capacity: Number(capacity) }),
      ...(isPlaced && { latitudeE5, longitudeE5 }),
    },
  };
}

/** 基地 · 坐30人 · 还有2个班 */
export function sayVenue({ kindName, capacity, batchesAhead, address }: Venue): string {
  return [
    kindName,
    ...(capacity === null ? [] : [`坐${capacity}人`]),
    ...(address ? [address] : []),
    batchesAhead > 0 ? `还有${batchesAhead}个班` : '没有要上的班',
  ].join(' · ');
}
