export const coursesPolicy = {
  'batches.open': ['county_officer'],
  'venues.add': ['county_officer'],
  'courses.plan': ['county_officer', 'city_officer'],
} as const;
