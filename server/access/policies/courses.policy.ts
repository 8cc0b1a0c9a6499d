export const coursesPolicy = {
  'batches.open': ['county_officer'],
  /** More or fewer seats in a batch of her own county. */
  'batches.resize': ['county_officer'],
  /** The city's word on a batch that a county submitted. */
  'batches.approve': ['city_officer'],
  'batches.move': ['county_officer'],
  /** Tells the women whom it suits that a batch has opened. */
  'batches.announce': ['county_officer'],
  'batches.cancel': ['county_officer'],
  'farmSeasons.keep': ['county_officer'],
  'trainers.keep': ['county_officer'],
  'venues.add': ['county_officer'],
  'courses.plan': ['county_officer', 'city_officer'],
} as const;
