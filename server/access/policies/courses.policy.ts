export const coursesPolicy = {
  'batches.open': ['county_officer'],
  /** More or fewer seats in a batch of her own county. */
  'batches.resize': ['county_officer'],
  'venues.add': ['county_officer'],
  'courses.plan': ['county_officer', 'city_officer'],
} as const;
