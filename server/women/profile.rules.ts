/** How far she went to school. */
export const educations = {
  none: '没上过学',
  primary: '小学',
  junior: '初中',
  senior: '高中、中专',
  college: '大专及以上',
} as const;

export type Education = keyof typeof educations;

/** What she is to the head of her household (户). */
export const relations = {
  head: '户主',
  spouse: '配偶',
  daughter: '女儿',
  daughter_in_law: '儿媳',
  mother: '母亲',
  other: '其他',
} as const;

export type Relation = keyof typeof relations;

/** The longest that is written down, in characters. */
export const longest = {
  householdCode: 30,
  healthLimits: 100,
  notes: 200,
  povertySource: 60,
  reason: 60,
} as const;

/** What a change of a file may be about, and what it is called in her history. */
export const changedFields = {
  opened: '建立档案',
  name: '姓名',
  identity: '身份证号',
  phone: '手机号',
  villageCode: '所在的村',
  bornInYear: '出生年份',
  householdCode: '户编号',
  relation: '与户主关系',
  education: '文化程度',
  healthLimits: '健康情况',
  notes: '备注',
  poverty: '建档立卡',
  leader: '带头人',
  merged: '合并档案',
  parted: '分开档案',
  claimed: '本人微信认领',
  erased: '删除个人信息',
} as const;

export type ChangedField = keyof typeof changedFields;
