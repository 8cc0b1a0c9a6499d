/** The words she agrees to when her file is opened; a change of words is a new version. */
export const consentWords = {
  version: 'needs-2026-11',
  text: '我同意妇联登记我的姓名、电话、所在的村和想学的技能，只用来安排培训和通知我。我可以随时要求查看、更改或删除。',
} as const;

/** The youngest who opens a file by herself; younger girls need a guardian (PIPL art. 31). */
export const youngest = 14;

/** The smallest page of women that a list shows, and the largest it gives. */
export const pageSizes = { standard: 30, largest: 100 } as const;
