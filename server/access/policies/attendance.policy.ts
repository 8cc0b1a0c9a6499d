export const attendancePolicy = {
  /** A trainer's own half days, the list she opens in the morning. */
  'attendance.own': ['trainer'],
  /** The trainer of the batch keeps its register; an officer of its county enters what came on paper. */
  'attendance.mark': ['trainer', 'county_officer'],
  'attendance.read': ['trainer', 'county_officer'],
  /** A second person, never the one who made the mark. */
  'attendance.confirm': ['trainer', 'county_officer'],
  /** A woman says that she is there, by scanning the trainer's screen. */
  'attendance.checkIn': ['woman'],
} as const;
