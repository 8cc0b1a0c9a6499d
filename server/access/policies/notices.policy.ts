export const noticesPolicy = {
  /** Everybody who has signed in has an inbox, and may be asked for messages. */
  'notices.own': ['anyone'],
  /** What those who work here have to do. */
  'tasks.own': ['helper', 'trainer', 'county_officer', 'city_officer', 'editor', 'auditor'],
  /** Whom nothing else reached: her helper calls her. The city names no one. */
  'calls.read': ['helper', 'county_officer'],
  'calls.tell': ['helper', 'county_officer'],
} as const;
