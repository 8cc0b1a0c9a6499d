/** What a file that was erased says: nothing of who she is. Village and poverty status stay for numbers already closed. */
export const erasedColumns = {
  ...{ name: '已删除', sound: '', initials: '' },
  ...{ phoneSealed: null, phoneMark: null, identitySealed: null, identityMark: null },
  ...{ bornOn: null, bornInYear: null, householdCode: null, relation: null, education: null },
  ...{ healthSealed: null, notesSealed: null, isLeader: false },
} as const;
