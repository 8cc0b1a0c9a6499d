/** What kind of place it is; a base (基地) can be a venue. */
export const venueKinds = ['hall', 'school', 'base', 'other'] as const;
export type VenueKind = (typeof venueKinds)[number];

export const venueKindNames: Readonly<Record<VenueKind, string>> = {
  hall: '文化站、村部',
  school: '学校',
  base: '基地',
  other: '其他',
};
