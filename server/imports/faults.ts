import { refusals } from '../http/refusals';
import { titleOf, type Field } from './headings.rules';

/** Why a row is not taken in, in the words that stand beside it; those of identity numbers are the house's own. */
export const faults = {
  'cell.broken': '表格算不出这一格（#N/A、#REF!之类），请填上内容。',
  'cell.merged': '这一格和别的行合并了，请拆开，每行各填各的。',
  'row.hidden': '这一行在表里藏起来了，没有导入。要导入请先取消隐藏。',
  'name.missing': '没有姓名。',
  'name.wrong': '姓名要1到30个字，只能有字和“·”，请核对。',
  'village.missing': '没有写村，请填乡镇和村，或填村编码。',
  'village.unknown': '本区县没有找到这个村，请对着行政区划的名称填。',
  'village.several': '本区县不止一个村叫这个名，请把乡镇也填上。',
  'village.elsewhere': '这个地方不归您负责，没有导入。',
  'identity.digits': refusals['identity.digits'][1],
  'identity.check': refusals['identity.check'][1],
  'identity.birth': refusals['identity.birth'][1],
  'identity.sex': refusals['identity.sex'][1],
  'identity.rounded': refusals['identity.rounded'][1],
  'identity.repeated': '和第{row}行的身份证号一样，只能留一行。',
  'identity.elsewhere': refusals['woman.knownElsewhere'][1],
  'phone.wrong': '手机号要11位，从13到19开头，请核对。',
  'year.wrong': '出生年份要在1930到2015之间，请核对。',
  'year.differs': '和身份证号里的出生年份不一样，请核对。',
  'word.unknown': '没有认出这个写法，请按模板里的填。',
  'text.tooLong': '写得太长了，请改短一些。',
  'poverty.sourceNeeded': '建档立卡要写名册名称。',
  'poverty.dayNeeded': '建档立卡要写名册日期，比如2026-06-30，不能晚于今天。',
} as const;

export type FaultCode = keyof typeof faults;

/** 身份证号：要十八位…… */
export function sayFault(fault: { field: Field | null; code: FaultCode; row?: number }): string {
  const words = faults[fault.code].replace('{row}', String(fault.row ?? ''));
  return fault.field === null ? words : `${titleOf(fault.field)}：${words}`;
}
