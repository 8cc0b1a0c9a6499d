import { setTimeout as pause } from 'node:timers/promises';
import { checkOf } from '../../../server/women/identity.rules';
import type { ImportView } from '../../../server/imports/imports.view';
import { consentWords } from '../../../server/women/women.rules';
import { granted, type Answer, type Caller, type Sent } from './caller';
import { aWorkbook, type SaidCell, type SaidSheet } from './workbook';

export const columnsOfRegister = ['姓名', '身份证号', '手机号', '乡镇', '村', '文化程度', '备注'];

/** An identity number of a woman, a different one for each number below 100,000; area 239901 does not exist. */
export function anIdentity(number: number): string {
  const day = `${1950 + (number % 50)}${String(1 + (number % 12)).padStart(2, '0')}${String(1 + (number % 28)).padStart(2, '0')}`;
  const sequence = String((Math.floor(number / 50) % 500) * 2).padStart(3, '0');
  const seventeen = `2399${String(1 + (Math.floor(number / 25_000) % 90)).padStart(2, '0')}${day}${sequence}`;
  return `${seventeen}${checkOf(seventeen)}`;
}

/** The row of a woman of 永兴村, with whatever the spec says otherwise. */
export function aRegisterRow(
  number: number,
  name = '王秀英',
  other: Partial<Record<string, SaidCell>> = {},
): SaidCell[] {
  const cells: Record<string, SaidCell> = {
    ...{ 姓名: name, 身份证号: anIdentity(number), 手机号: `139${String(10_000_000 + number)}` },
    ...{ 乡镇: '六团镇', 村: '永兴村', 文化程度: '初中', 备注: null },
  };
  return columnsOfRegister.map((title) => (title in other ? other[title]! : cells[title]!));
}

export function aRegister(rows: SaidSheet['rows'], more: Partial<SaidSheet> = {}): Buffer {
  return aWorkbook({ rows: [columnsOfRegister, ...rows], ...more });
}

export async function send(by: Caller, workbook: Buffer, name = '名册.xlsx'): Promise<Answer<ImportView>> {
  const sent = await by.upload<ImportView>('/imports', workbook, name);
  if (sent.status >= 400) return sent;
  return until(by, sent.body.id, (one) => one.stage !== 'reading');
}

/** Sends a register and waits until it is looked through. */
export async function lookedThrough(by: Caller, workbook: Buffer, name?: string): Promise<Sent<ImportView>> {
  return granted(await send(by, workbook, name));
}

export const agreed = { consentWords: consentWords.version, agrees: true };

export async function confirm(by: Caller, id: string): Promise<Sent<ImportView>> {
  granted(await by.post(`/imports/${id}/confirmation`, agreed));
  return written(by, id);
}

/** Waits until nothing is written any more. */
export async function written(by: Caller, id: string): Promise<Sent<ImportView>> {
  return granted(await until(by, id, (one) => one.stage !== 'writing'));
}

async function until(
  by: Caller,
  id: string,
  isSo: (one: Sent<ImportView>) => boolean,
): Promise<Answer<ImportView>> {
  for (let tries = 0; tries < 400; tries += 1) {
    const answer = await by.get<ImportView>(`/imports/${id}`);
    if (isSo(granted(answer))) return answer;
    await pause(50);
  }
  throw new Error('the import did not come to an end');
}
