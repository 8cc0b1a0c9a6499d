import type { ConsentPurpose } from '../women/consents.rules';

/** One thing she may agree to, with what holds now and how it came to that. */
export class ConsentView {
  purpose: ConsentPurpose;
  /** As shown: 登记和安排培训 */
  name: string;
  /** The words of today. */
  text: string;
  /** What happens when she takes it back. */
  withdrawal: string;
  holds: boolean;
  /** Every yes and no, the latest first. */
  history: ConsentRowView[];
}

export class ConsentRowView {
  at: Date;
  isWithdrawal: boolean;
  /** 本人, or 纸上签名，由帮办人登记 */
  byHand: string;
  /** The version of the words. */
  words: string;
}

/** One part of all that is kept of her. */
export class HoldingView {
  /** As shown: 报名 */
  title: string;
  lines: HoldingLineView[];
}

export class HoldingLineView {
  what: string;
  value: string;
}
