/** Why a woman's need is met by none of the batches, the first that holds. */
export const unmetReasons = ['trainer', 'distance', 'time', 'busy', 'few', 'budget'] as const;
export type UnmetReason = (typeof unmetReasons)[number];

export const unmetSentences: Readonly<Record<UnmetReason, string>> = {
  trainer: '她们想学的，还没有教师能教',
  distance: '上课的地点都比她们能去的远',
  time: '她们有空的日子排不了课，或正是农忙',
  busy: '教师或地点那些日子都排满了',
  few: '能凑到一起的人不够最低开班人数',
  budget: '班数用完了，再多开班就能照顾到',
};
