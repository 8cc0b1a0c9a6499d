/** What a woman may agree to, each with words of its own; a change of words is a new version. */
export const consentPurposes = {
  needs: {
    name: '登记和安排培训',
    version: 'needs-2026-11',
    text: '我同意妇联登记我的姓名、电话、所在的村和想学的技能，只用来安排培训和通知我。我可以随时要求查看、更改或删除。',
    withdrawal: '撤回后，您想学的不再算进需求，没开课的报名会退掉，也不再找您。正在上的课可以上完。',
  },
  messages: {
    name: '发消息提醒我',
    version: 'messages-2026-11',
    text: '我同意妇联用微信消息、短信或电话提醒我录取和上课的事。',
    withdrawal: '撤回后，不再给您发消息、打电话。通知还可以在“我的”里看。',
  },
  health: {
    name: '登记我的健康情况',
    version: 'health-2026-11',
    text: '我同意妇联登记我干不了哪些活，只用来给我安排合适的课。',
    withdrawal: '撤回后，登记的健康情况马上删掉。',
  },
  story_words: {
    name: '把我的故事写出来',
    version: 'story-words-2026-11',
    text: '我同意妇联把我的经历写成故事，给姐妹们看。',
    withdrawal: '撤回后，写您的故事马上不再让人看到。',
  },
  story_photo: {
    name: '故事里用我的照片',
    version: 'story-photo-2026-11',
    text: '我同意妇联在故事里用我的照片。',
    withdrawal: '撤回后，您的照片马上不再让人看到。',
  },
} as const;

export type ConsentPurpose = keyof typeof consentPurposes;

export const purposes = Object.keys(consentPurposes) as ConsentPurpose[];

/** By whose hand: she tapped it herself, or signed a paper that her helper keeps. */
export const hands = { herself: '本人', on_paper: '纸上签名，由帮办人登记' } as const;

interface ConsentFact {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly isWithdrawal: boolean;
  readonly givenAt: Date;
}

/** What holds now: for each purpose the latest row decides; where none was ever written, nothing holds. */
export function consentsHeld(rows: readonly ConsentFact[]): Set<ConsentPurpose> {
  const latest = new Map<ConsentPurpose, ConsentFact>();
  for (const row of rows) {
    const known = latest.get(row.purpose);
    if (!known || isLater(row, known)) latest.set(row.purpose, row);
  }
  return new Set([...latest.values()].filter(({ isWithdrawal }) => !isWithdrawal).map((row) => row.purpose));
}

/** Ids are made in the order of time, so they decide within one millisecond. */
function isLater(one: ConsentFact, other: ConsentFact): boolean {
  const apart = one.givenAt.getTime() - other.givenAt.getTime();
  return apart > 0 || (apart === 0 && one.id > other.id);
}
