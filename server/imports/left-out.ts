import type { StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { sayInstant } from '../calendar/days.rules';
import { readRows } from '../database/plain-rows';
import { brokenCell, type Cell } from '../files/sheets/cells.rules';
import { workbook } from '../files/sheets/sheet-writer';
import type { Seal } from '../secrecy/seal';
import { reasons } from '../duplicates/near.rules';
import { sayFault } from './faults';
import { fields, titleOf, type Field } from './headings.rules';
import { Import, ImportPart } from './import.entity';
import { openCells } from './reading/row-bodies';
import { isLeftOut, type Judged } from './verdicts.rules';

const reasonTitle = '没有导入的原因（改好后这一列不用删）';

/** The rows that were not taken in, as they came, with the reason beside each: to be mended and sent again. */
export function leftOutWorkbook(rows: EntityManager, seal: Seal, one: Import, at: Date): StreamableFile {
  const { titles } = one.layout!;
  return workbook({
    fileName: `没有导入的行-${one.fileName.replace(/\.xlsx$/i, '')}`,
    notes: [`“${one.fileName}”里没有导入的行，${sayInstant(at)}下载。里面有身份证号和电话，用完请删除。`],
    columns: [
      { title: '原来的行号', width: 12 },
      { title: reasonTitle, width: 50 },
      ...titles.map((title) => ({ title, width: 20 })),
    ],
    rows: leftOutRows(rows, seal, one, titles.length),
  });
}

async function* leftOutRows(
  rows: EntityManager,
  seal: Seal,
  { id: importId }: Import,
  columns: number,
): AsyncGenerator<Cell[]> {
  for (let last = -1; ;) {
    const next = 'AND place > ? AND wrongRows + nearRows > 0 ORDER BY place LIMIT 1';
    const [part] = await readRows(rows, ImportPart, { importId }, next, [last]);
    if (!part) return;
    last = part.place;
    const cells = openCells(seal, part.sealed);
    for (const [place, judged] of part.judged.entries())
      if (isLeftOut(judged)) yield [judged.n, sayWhy(judged), ...asSent(cells[place] ?? [], columns)];
  }
}

export function sayWhy({ v, faults = [], row, known = [], why = [] }: Judged): string {
  if (v !== 'near') return faults.map(sayFault).join(' ');
  const others = [
    ...(known.length > 0 ? [`已有的档案（${why.map((one) => reasons[one]).join('、')}）`] : []),
    ...(row === undefined ? [] : [`表里第${row}行`]),
  ];
  return `可能和${others.join('、')}是同一个人，请核对；填上身份证号就能分清。`;
}

/** Texts, so that what looks like a formula stays what it was. A number of sixteen digits was lost before it came. */
function asSent(cells: readonly Cell[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, column) => {
    const cell = cells[column] ?? null;
    if (cell === brokenCell) return '#N/A';
    return typeof cell === 'number' ? String(cell) : cell;
  });
}

const columnWidths: { readonly [Of in Field]?: number } = {
  identity: 24,
  phone: 16,
  notes: 30,
  villageCode: 16,
};

/** The columns that we read, to be filled in; all of them text, so that no number is rounded. */
export function templateWorkbook(): StreamableFile {
  const asked = fields.filter((field) => field !== 'bornInYear');
  return workbook({
    fileName: '妇女名册模板',
    notes: [
      '姓名和村必须填；村可以填“乡镇”加“村”，也可以只填“村编码”。列的先后、多出的列都不要紧。',
      '身份证号请整列设成“文本”再填（这份模板已经设好），不然Excel会把后几位改成0。建档立卡填“是”，要写名册名称和日期（2026-06-30）。',
    ],
    columns: asked.map((field) => ({ title: titleOf(field), width: columnWidths[field] ?? 14 })),
    rows: [],
  });
}
