import type { Half } from '../../calendar/days.rules';
import type { MarkView } from '../attendance.view';

/** A mark that came after its batch was closed, and waits for a second person. */
export class CorrectionView {
  mark: MarkView;
  /** Whether the reader made it herself: then somebody else must decide. */
  isOwn: boolean;
  womanName: string;
  villageName: string;
  sessionId: string;
  title: string;
  heldOn: string;
  half: Half;
}
