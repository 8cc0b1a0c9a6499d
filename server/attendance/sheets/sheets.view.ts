import type { Half } from '../../calendar/days.rules';
import type { Standing } from '../attendance.rules';

export class NewSheetView {
  id: string;
}

/** A printed sheet on the list of a half day. */
export class SheetSummaryView {
  id: string;
  printedAt: Date;
  /** Rows with a name. */
  women: number;
  photos: number;
}

/** One numbered row of a printed sheet. */
export class SheetRowView {
  /** As it is printed, from 1. */
  number: number;
  womanId: string;
  name: string;
  villageName: string;
  standing: Standing | null;
}

/** A printed sheet, to be entered row by row. */
export class SheetView {
  id: string;
  sessionId: string;
  title: string;
  heldOn: string;
  half: Half;
  printedAt: Date;
  rows: SheetRowView[];
  photoIds: string[];
}

export class SheetPhotoView {
  id: string;
}
