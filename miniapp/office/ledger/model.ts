import {
  allFields,
  hasNumbers,
  shortestPurpose,
  type LedgerField,
} from '../../../server/ledgers/fields.rules';

export interface LedgerDraft {
  readonly regionCode: string;
  readonly fields: readonly LedgerField[];
  readonly isWhole: boolean;
  readonly purpose: string;
}

/** What a ledger says when nobody chooses. */
export const usual: readonly LedgerField[] = ['name', 'village', 'phone', 'education', 'isPoor'];

export function toggled(fields: readonly LedgerField[], field: LedgerField): LedgerField[] {
  const chosen = fields.includes(field) ? fields.filter((one) => one !== field) : [...fields, field];
  return allFields.filter((one) => chosen.includes(one));
}

/** What is still missing, or what is sent. */
export function orderOf({
  regionCode,
  fields,
  isWhole,
  purpose,
}: LedgerDraft):
  | { readonly missing: string }
  | { readonly order: { regionCode: string; fields: LedgerField[]; isWhole: boolean; purpose?: string } } {
  if (regionCode === '') return { missing: '请选地方' };
  if (fields.length === 0) return { missing: '请至少选一项内容' };
  const wantsNumbers = isWhole && hasNumbers(fields);
  const said = purpose.trim();
  if (wantsNumbers && [...said].length < shortestPurpose) return { missing: '请写明完整号码用来做什么' };
  return {
    order: { regionCode, fields: [...fields], isWhole: wantsNumbers, ...(wantsNumbers && { purpose: said }) },
  };
}

/** The township of these in which the chosen place lies, so that one of its villages may be chosen; else nothing. */
export function townshipIn(
  regionCode: string,
  places: readonly { readonly code: string; readonly level: string }[],
) {
  return places.find(({ code, level }) => level === 'township' && regionCode.startsWith(code))?.code ?? '';
}
