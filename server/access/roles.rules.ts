/** Who somebody is in the house. A role always holds for one region and everything below it. */
export const roles = [
  'woman',
  'helper',
  'trainer',
  'county_officer',
  'city_officer',
  'editor',
  'auditor',
] as const;

export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  woman: '妇女',
  helper: '帮办人',
  trainer: '教师',
  county_officer: '区县妇联干部',
  city_officer: '市妇联干部',
  editor: '编辑',
  auditor: '审计',
};
