export const checksPolicy = {
  /** Who helps a woman to be heard says that a refusal was wrong. */
  'checks.appeal': ['helper', 'county_officer', 'city_officer', 'editor'],
  'checks.decide': ['county_officer', 'city_officer'],
} as const;
