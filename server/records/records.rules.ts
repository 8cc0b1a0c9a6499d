/** What is put on record, and what it is called on the auditor's list. */
export const recordedDeeds = {
  reveal: '查看完整号码',
  export: '导出名单',
  import: '导入名单',
  undo_import: '撤回导入',
  break_glass: '越区查看',
  read_beyond: '越区看到的档案',
  merge: '合并档案',
  undo_merge: '撤回合并',
  two_people: '认定不是同一人',
  erase: '删除个人信息',
  relocate: '改所在的村',
  appoint: '任命人员',
  end_role: '免去职务',
  invite: '补发邀请码',
  suspend: '停用账号',
  restore: '恢复账号',
  decide_check: '人工审看内容',
} as const;

export type RecordedDeed = keyof typeof recordedDeeds;
