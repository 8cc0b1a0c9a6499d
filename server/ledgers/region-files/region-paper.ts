import { inkSoft, jujube, mm, Paper } from '../../files/paper/paper';
import { familyNames } from '../../needs/families.rules';
import { measureNames } from './measures.rules';
import type { RegionWoman } from './region-files.queries';
import type { RegionCountView, RegionFileView } from './region-files.view';

export type WomanOnPaper = Omit<RegionWoman, 'womanId' | 'villageCode'>;

export interface RegionPaperFacts extends Omit<RegionFileView, 'regionCode'> {
  /** Of a village, where the reader may name them. */
  readonly women: readonly WomanOnPaper[];
  /** Who printed it and when. */
  readonly printed: string;
}

interface Column {
  readonly title: string;
  readonly width: number;
}

const left = 12 * mm;
const wide = 186 * mm;
const rowHeight = 8 * mm;
const bottom = 280 * mm;

/** The file of a region as a sheet for the folder: its numbers, then its parts, or the women of a village. */
export function drawRegionFile(facts: RegionPaperFacts): Paper {
  const { regionName, level, counts, parts, women, mayName, printed } = facts;
  const paper = new Paper('portrait', `${regionName}妇女档案`);
  const line = { x: left, width: wide };
  paper.write(`${regionName} 妇女档案`, { ...line, y: 14 * mm }, { size: 20, weight: 'bold', color: jujube });
  paper.write(
    '由档案和需求卡算出，合并和删除的档案不算。',
    { ...line, y: 25 * mm },
    { size: 9, color: inkSoft },
  );
  const top = drawNumbers(paper, counts, 33 * mm) + 4 * mm;
  if (level !== 'village') drawTable(paper, partColumns(counts), parts.map(partCells), top);
  else if (mayName) drawTable(paper, womanColumns, women.map(womanCells), top);
  else paper.write('姓名由村里和区县保管，市里只看人数。', { ...line, y: top }, { size: 11 });
  paper.foot((page, pages) => `${printed}。第${page}页，共${pages}页`);
  return paper;
}

/** The numbers in boxes, six to a row. */
function drawNumbers(paper: Paper, counts: readonly RegionCountView[], top: number): number {
  const across = 6;
  const box = { width: wide / across, height: 17 * mm };
  counts.forEach(({ of, women }, at) => {
    const x = left + (at % across) * box.width;
    const y = top + Math.floor(at / across) * box.height;
    paper.box(x, y, box.width, box.height);
    const inside = { x: x + mm, width: box.width - 2 * mm };
    paper.write(String(women), { ...inside, y: y + 2 * mm }, { size: 15, weight: 'bold', align: 'center' });
    paper.write(measureNames[of], { ...inside, y: y + 10 * mm }, { size: 9.5, align: 'center' });
  });
  return top + Math.ceil(counts.length / across) * box.height;
}

function partColumns(counts: readonly RegionCountView[]): Column[] {
  const width = (wide - 32 * mm) / counts.length;
  return [{ title: '地方', width: 32 * mm }, ...counts.map(({ of }) => ({ title: measureNames[of], width }))];
}

function partCells({ regionName, counts }: RegionFileView['parts'][number]): string[] {
  return [regionName, ...counts.map(({ women }) => String(women))];
}

const womanColumns: readonly Column[] = [
  { title: '序号', width: 14 * mm },
  { title: '姓名', width: 38 * mm },
  { title: '建档立卡', width: 20 * mm },
  { title: '想学', width: 74 * mm },
  { title: '本季确认过', width: 22 * mm },
  { title: '培训过', width: 18 * mm },
];

function womanCells(woman: WomanOnPaper, at: number): string[] {
  const tick = (is: boolean) => (is ? '是' : '');
  return [
    ...[String(at + 1), woman.name, tick(woman.isRegisteredPoor)],
    ...[woman.families.map((family) => familyNames[family]).join('、'), tick(woman.isConfirmed)],
    tick(woman.isTrained),
  ];
}

/** As many rows as the page holds, then a new page with the same head. */
function drawTable(
  paper: Paper,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  top: number,
): void {
  const titles = columns.map(({ title }) => title);
  let y = top;
  drawRow(paper, columns, titles, y, true);
  for (const row of rows) {
    y += rowHeight;
    if (y + rowHeight > bottom) {
      paper.newPage();
      y = 14 * mm;
      drawRow(paper, columns, titles, y, true);
      y += rowHeight;
    }
    drawRow(paper, columns, row, y, false);
  }
}

function drawRow(
  paper: Paper,
  columns: readonly Column[],
  cells: readonly string[],
  y: number,
  isHead: boolean,
): void {
  let x = left;
  columns.forEach(({ width }, at) => {
    paper.box(x, y, width, rowHeight);
    const place = { x: x + mm, y: y + 2 * mm, width: width - 2 * mm };
    paper.write(cells[at] ?? '', place, { size: isHead ? 9 : 11, weight: isHead ? 'bold' : 'regular' });
    x += width;
  });
}
