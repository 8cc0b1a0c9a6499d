import type { Merge } from './merge.entity';

export class MergeView {
  id: string;
  keptId: string;
  mergedId: string;
  at: Date;
  /** Second enrolments that were ended; their seats went on to those who waited, also after the merge is undone. */
  endedEnrolments: number;
  undoneAt: Date | null;
}

export function viewMerge({ id, keptId, mergedId, at, moved, undoneAt }: Merge): MergeView {
  return { id, keptId, mergedId, at, endedEnrolments: moved.ended.length, undoneAt };
}
