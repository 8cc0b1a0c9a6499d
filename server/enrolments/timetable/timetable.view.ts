/** Whom a change of the timetable concerned. */
export class TimetableChangeView {
  /** So many women were told. */
  told: number;
}
