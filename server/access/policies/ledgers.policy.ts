export const ledgersPolicy = {
  /** Lists of women of a village, township or county as a workbook; whole numbers also want `women.reveal`. */
  'ledgers.order': ['helper', 'county_officer'],
  /** The file of a village, township or county in numbers. */
  'ledgers.regionFile': ['helper', 'county_officer', 'city_officer'],
  /** The women behind one of its numbers. The city names no one. */
  'ledgers.regionNames': ['helper', 'county_officer'],
} as const;
