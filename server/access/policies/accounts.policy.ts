export const accountsPolicy = {
  /** Somebody who signs in sees who she is and where she is signed in, leaves, and takes over an account made for her. */
  'account.self': ['anyone'],
  /** Password, one-time codes, letting a browser in by scanning. */
  'account.staff': ['helper', 'trainer', 'county_officer', 'city_officer', 'editor', 'auditor'],
  /** Who works here, appointing below oneself, suspending; whom in detail is said by the rules of staff. */
  'staff.list': ['county_officer', 'city_officer'],
  'staff.appoint': ['county_officer', 'city_officer'],
  /** Reading another county for a written reason. The city names no one, so it breaks no glass either. */
  'glass.break': ['county_officer'],
  /** Who looked into her region, why, and what they opened. */
  'glass.list': ['county_officer', 'auditor'],
  'records.read': ['auditor'],
} as const;
