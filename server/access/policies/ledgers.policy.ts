export const ledgersPolicy = {
  /** Lists of women of a village, township or county as a workbook; whole numbers also want `women.reveal`. */
  'ledgers.order': ['helper', 'county_officer'],
} as const;
