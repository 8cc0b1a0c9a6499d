export const duplicatesPolicy = {
  /** Says that two files are one woman, or takes it back; both must lie in the actor's region. */
  'women.merge': ['helper', 'county_officer'],
} as const;
