/** What is shown of each of two files, and may be marked as differing. */
export const sideFields = {
  name: '姓名',
  village: '所在的村',
  born: '出生',
  phone: '手机号',
  identity: '身份证号',
  household: '户编号',
  relation: '与户主关系',
  education: '文化程度',
} as const;

export type SideField = keyof typeof sideFields;

export type SideFacts = Readonly<Record<SideField, string | null>>;

/** Where both files say something, and not the same; what only one of them says contradicts nothing. */
export function differing(one: SideFacts, other: SideFacts): SideField[] {
  return (Object.keys(sideFields) as SideField[]).filter(
    (field) => one[field] !== null && other[field] !== null && !saysSame(field, one[field], other[field]),
  );
}

/** A birth date and its year say the same. */
function saysSame(field: SideField, one: string, other: string): boolean {
  const isYear = field === 'born' && (one.endsWith('年') || other.endsWith('年'));
  return isYear ? one.slice(0, 4) === other.slice(0, 4) : one === other;
}

export interface StandingFacts {
  readonly id: string;
  readonly hasWechat: boolean;
  readonly hasIdentity: boolean;
  readonly enrolments: number;
}

/** Which of two files stays, unless the helper says otherwise: hers in WeChat, with her number, in use, the older one. */
export function whichStays(one: StandingFacts, other: StandingFacts): string {
  const order = (file: StandingFacts) => [
    ...[Number(file.hasWechat), Number(file.hasIdentity), file.enrolments],
  ];
  const [first, second] = [order(one), order(other)];
  const place = first.findIndex((value, index) => value !== second[index]);
  if (place === -1) return one.id < other.id ? one.id : other.id;
  return first[place]! > second[place]! ? one.id : other.id;
}
