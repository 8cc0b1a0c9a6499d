export const articlesPolicy = {
  'articles.write': ['city_officer', 'county_officer', 'editor'],
  /** Until three reviews by three people are asked for, the city federation alone publishes. */
  'articles.publish': ['city_officer'],
} as const;
