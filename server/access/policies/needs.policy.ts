export const needsPolicy = {
  /** She says it herself, or her helper writes it down under the helper's own name. */
  'needs.register': ['woman', 'helper', 'county_officer'],
  /** Many cards from one visit, questionnaire or meeting. */
  'needs.sit': ['helper', 'county_officer'],
  'needs.read': ['woman', 'helper', 'county_officer'],
  /** Demand as numbers. */
  'needs.demand': ['county_officer', 'city_officer'],
  /** The women behind a number. */
  'needs.demandNames': ['county_officer'],
} as const;
