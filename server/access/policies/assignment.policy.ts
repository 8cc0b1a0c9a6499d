export const assignmentPolicy = {
  'runs.draft': ['county_officer'],
  'runs.read': ['county_officer'],
  'runs.publish': ['county_officer'],
} as const;
