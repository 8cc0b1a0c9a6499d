export const certificatesPolicy = {
  'certificates.read': ['woman', 'helper', 'county_officer'],
  /** All certificates of a batch of her own county. */
  'certificates.print': ['county_officer'],
} as const;
