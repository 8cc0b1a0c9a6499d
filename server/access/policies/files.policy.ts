export const filesPolicy = {
  /** Pictures and papers of articles: whoever writes them. */
  'files.add': ['city_officer', 'county_officer', 'editor'],
} as const;
