/** One file or list that was opened behind the glass. */
export class OpenedView {
  at: Date;
  /** Null for a list. */
  womanId: string | null;
  /** As shown: 打开档案 */
  said: string;
}

/** Somebody's look into a county that is not hers. */
export class BreakGlassView {
  id: string;
  /** Who looked, and from where: 周雅茹, 延寿县 区县妇联干部 */
  name: string;
  offices: string[];
  /** The county looked into: 巴彦县 */
  regionCode: string;
  regionName: string;
  reason: string;
  since: Date;
  until: Date;
  /** Whether it still holds. */
  isOpen: boolean;
  /** Whether it is the reader's own, which she may end. */
  isHers: boolean;
  opened: OpenedView[];
}
