import type { NoticeEvent } from './notices.rules';

export class NoticeView {
  id: string;
  event: NoticeEvent;
  /** The batch it speaks of. */
  batchId: string | null;
  sentence: string;
  createdAt: Date;
}
