export const attendancePolicy = {
  /** Only the trainer of the batch keeps its register. */
  'attendance.mark': ['trainer'],
  'attendance.read': ['trainer', 'county_officer'],
} as const;
