export const storiesPolicy = {
  /** Her helper writes it, or the county for her, from her woman's page. */
  'stories.write': ['helper', 'county_officer'],
  /** Which stories, and at which stage, is said in `stories.rules.ts`; so is who recommends. */
  'stories.read': ['helper', 'county_officer', 'city_officer'],
  'stories.target': ['county_officer', 'city_officer'],
} as const;
