import type { Merge } from './merge.entity';
import { FileSideView } from './near.view';

export class MergeView {
  id: string;
  keptId: string;
  mergedId: string;
  at: Date;
  /** Second enrolments that were ended; their seats went on to those who waited, also after the merge is undone. */
  endedEnrolments: number;
  undoneAt: Date | null;
}

/** What a merge would do; nothing has been done yet. */
export class MergePreviewView {
  kept: FileSideView;
  merged: FileSideView;
  /** Facts that only the second file knows, as shown: 手机号 */
  comes: string[];
  /** Rows of the second file that come over. */
  enrolments: number;
  needs: number;
  marks: number;
  certificates: number;
  /** Her WeChat is tied to the second file, and comes over. */
  bringsWechat: boolean;
  /** Courses of which she has two enrolments, or two at one time: the second one ends for good. */
  ends: string[];
}

/** A merge of the reader's region. */
export class PastMergeView {
  id: string;
  keptId: string;
  keptName: string;
  mergedName: string;
  villageName: string;
  at: Date;
  byName: string;
  undoneAt: Date | null;
}

export function viewMerge({ id, keptId, mergedId, at, moved, undoneAt }: Merge): MergeView {
  return { id, keptId, mergedId, at, endedEnrolments: moved.ended.length, undoneAt };
}
