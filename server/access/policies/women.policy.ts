export const womenPolicy = {
  /** A newcomer opens her own file; a helper opens one for a woman of her villages. */
  'women.register': ['anyone'],
  /** A file that her helper opened becomes hers. */
  'women.claim': ['anyone'],
  /** She reads her own file; her helper and her county read those of their region. The city names no one. */
  'women.read': ['woman', 'helper', 'county_officer'],
  /** The whole file with its history; no glass is broken for it. */
  'women.profile': ['woman', 'helper', 'county_officer'],
  'women.edit': ['helper', 'county_officer'],
  /** She moved house: whoever serves both villages takes her file there. */
  'women.relocate': ['helper', 'county_officer'],
  /** Poverty status comes from the register, which the county keeps. */
  'women.poverty': ['county_officer'],
  /** A whole number, for a purpose, on record. */
  'women.reveal': ['helper', 'county_officer'],
  /** What she agreed to, all that is stored of her, her wish to be forgotten: hers, or her helper's for her. */
  'women.rights': ['woman', 'helper', 'county_officer'],
  /** Registers as workbooks: looked at, written, undone. */
  'women.import': ['county_officer'],
  'women.list': ['helper', 'county_officer'],
} as const;
