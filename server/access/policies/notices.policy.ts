export const noticesPolicy = {
  /** Everybody who has signed in has an inbox, and may be asked for messages. */
  'notices.own': ['anyone'],
  /** Whom nothing else reached: her helper calls her. The city names no one. */
  'calls.read': ['helper', 'county_officer'],
  'calls.tell': ['helper', 'county_officer'],
} as const;
