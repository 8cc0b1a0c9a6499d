/** What a ledger may say of a woman, in the order of its columns. Her health and the notes about her never leave in one. */
export const ledgerFields = {
  name: '姓名',
  village: '所在的村',
  identity: '身份证号',
  phone: '手机号',
  bornInYear: '出生年份',
  householdCode: '户编号',
  relation: '与户主关系',
  education: '文化程度',
  isPoor: '建档立卡',
  povertySource: '名册名称',
  povertyAsOf: '名册日期',
  isLeader: '带头人',
} as const;

export type LedgerField = keyof typeof ledgerFields;

export const allFields = Object.keys(ledgerFields) as LedgerField[];

/** Whole numbers of people leave the server only for a purpose that somebody wrote down. */
export const shortestPurpose = 4;

/** The fields in the order of the columns, each once. */
export function inOrder(fields: readonly LedgerField[]): LedgerField[] {
  return allFields.filter((field) => fields.includes(field));
}

/** Whether asking for whole numbers makes a difference. */
export function hasNumbers(fields: readonly LedgerField[]): boolean {
  return fields.includes('identity') || fields.includes('phone');
}

/** A ledger is taken away soon after it was ordered; afterwards it is ordered anew, and on record anew. */
export const takenWithinMs = 60 * 60 * 1000;
