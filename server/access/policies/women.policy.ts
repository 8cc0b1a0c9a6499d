export const womenPolicy = {
  /** A newcomer opens her own file; a helper opens one for a woman of her villages. */
  'women.register': ['anyone'],
  /** She reads her own file; her helper and her county read those of their region. The city names no one. */
  'women.read': ['woman', 'helper', 'county_officer'],
  'women.list': ['helper', 'county_officer'],
} as const;
