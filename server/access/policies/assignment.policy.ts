export const assignmentPolicy = {
  'runs.draft': ['county_officer', 'city_officer'],
  'runs.read': ['county_officer', 'city_officer'],
  'runs.publish': ['county_officer', 'city_officer'],
  /** Pins, bars and waived minimums; only where the woman can be named. */
  'runs.decide': ['county_officer', 'city_officer'],
  /** Who got what and why, by name. The city names no one. */
  'runs.names': ['county_officer'],
} as const;
