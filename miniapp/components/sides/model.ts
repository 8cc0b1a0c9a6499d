import { sideFields, type SideField } from '../../../server/duplicates/sides.rules';
import type { components } from '../../api/schema';

export type FileSide = components['schemas']['FileSideView'];

/** One fact of two files. A blank is a dash, so that the eye does not take the other one for both. */
export interface SideRow {
  readonly name: string;
  readonly first: string;
  readonly second: string;
  readonly differs: boolean;
}

const none = '—';

/** What two files say, fact by fact; what neither of them says is left out. */
export function sideRows(first: FileSide, second: FileSide, differs: readonly SideField[]): SideRow[] {
  const told = (name: string, of: (file: FileSide) => string | null, isApart = false): SideRow[] => {
    const [one, other] = [of(first), of(second)];
    if (!one && !other) return [];
    return [{ name, first: one || none, second: other || none, differs: isApart }];
  };
  const field = (key: SideField, of: (file: FileSide) => string | null) =>
    told(sideFields[key], of, differs.includes(key));
  return [
    ...field('name', ({ name }) => name),
    ...field('village', ({ villageName }) => villageName),
    ...field('born', ({ born }) => born),
    ...field('phone', ({ phone }) => phone),
    ...field('identity', ({ identity }) => identity),
    ...field('household', ({ householdCode }) => householdCode),
    ...field('relation', ({ relation }) => relation),
    ...field('education', ({ education }) => education),
    ...told('建档立卡', ({ isRegisteredPoor }) => (isRegisteredPoor ? '在册' : null)),
    ...told('微信', ({ hasWechat }) => (hasWechat ? '本人在用' : null)),
    ...told('想学', ({ needs }) => needs.join('、')),
    ...told('报名', ({ enrolments }) => (enrolments > 0 ? `${enrolments}次` : null)),
    ...told('证书', ({ certificates }) => (certificates > 0 ? `${certificates}张` : null)),
    ...told('建档', ({ openedAt, openedByName }) => `${openedAt.slice(0, 10)} ${openedByName}`.trim()),
  ];
}
