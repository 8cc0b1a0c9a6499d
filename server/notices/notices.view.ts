import type { NoticeEvent } from './notices.rules';

export class NoticeView {
  id: string;
  event: NoticeEvent;
  /** The batch it speaks of. */
  batchId: string | null;
  /** The article it speaks of. */
  articleId: string | null;
  sentence: string;
  createdAt: Date;
}

export class SubscriptionsView {
  /** Ids of templates for `requestSubscribeMessage`; none where no template is set. */
  templateIds: string[];
  /** What she agrees to with it, in the words of the consent to messages. */
  words: string;
  /** The same for who works here: one message of each task. */
  taskTemplateIds: string[];
}
