import type { Reason } from './near.rules';
import type { SideField } from './sides.rules';

/** One of two files that are put side by side. */
export class FileSideView {
  id: string;
  name: string;
  /** 延寿县 六团镇 团山村 */
  villageName: string;
  /** A birth date, or a year alone: 1974年 */
  born: string | null;
  /** Masked. */
  phone: string | null;
  /** Masked. */
  identity: string | null;
  householdCode: string | null;
  /** As shown: 儿媳 */
  relation: string | null;
  /** As shown: 小学 */
  education: string | null;
  isRegisteredPoor: boolean;
  /** She signs in with her own WeChat. */
  hasWechat: boolean;
  /** As shown: 手工编织 */
  needs: string[];
  enrolments: number;
  certificates: number;
  openedAt: Date;
  openedByName: string;
}

/** Two files that may be one woman. */
export class NearPairView {
  id: string;
  first: FileSideView;
  second: FileSideView;
  reasons: Reason[];
  /** As shown: 姓名同音 */
  why: string[];
  isVeryNear: boolean;
  /** What both say, and not alike. */
  differs: SideField[];
  /** Which of them stays when they are merged, unless somebody says otherwise. */
  staysId: string;
  /** Somebody said "two people" before a fact of one of them changed. */
  parted: PartedView | null;
}

export class PartedView {
  at: Date;
  byName: string;
}

export class NearPairsPageView {
  pairs: NearPairView[];
  /** How many there are in all, over all pages. */
  total: number;
  /** Files that are still to be compared. */
  waiting: number;
}

export class NearCountView {
  total: number;
}

/** A file near to what is being entered. */
export class NearFileView {
  file: FileSideView;
  /** As shown: 姓名同音 */
  why: string[];
  isVeryNear: boolean;
}
