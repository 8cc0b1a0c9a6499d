export const enrolmentsPolicy = {
  /** She signs up, answers and gives up herself, or her helper does it after talking with her. */
  'enrolments.apply': ['woman', 'helper', 'county_officer'],
  'enrolments.read': ['woman', 'helper', 'county_officer'],
  /** Takes her out of a batch, with a reason. */
  'enrolments.remove': ['helper', 'county_officer'],
  /** Who is in a batch, with the state of each. */
  'enrolments.list': ['county_officer'],
} as const;
