export const articlesPolicy = {
  'articles.write': ['city_officer', 'county_officer', 'editor'],
  /** Which of the three reviews, and of whose article, is said in `reviews.rules.ts`. */
  'articles.review': ['city_officer', 'county_officer', 'editor'],
  /** After three reviews by three people. */
  'articles.publish': ['city_officer'],
  /** What hangs in the village is printed by whoever hangs it, and by the offices above. */
  'boards.print': ['helper', 'county_officer', 'city_officer'],
} as const;
