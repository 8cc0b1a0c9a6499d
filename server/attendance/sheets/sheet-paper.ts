import { sayDayWithWeekday, sayHalf, type Half } from '../../calendar/days.rules';
import { inkSoft, jujube, mm, Paper } from '../../files/paper/paper';

export interface SheetFacts {
  readonly title: string;
  readonly countyName: string;
  readonly venueName: string;
  readonly trainerName: string;
  readonly heldOn: string;
  readonly half: Half;
  /** 第几次课, from 1, and of how many. */
  readonly number: number;
  readonly of: number;
  /** What its QR code says. */
  readonly code: string;
  /** Row by row. */
  readonly women: readonly { readonly name: string; readonly villageName: string }[];
}

const left = 12 * mm;
const rowHeight = 9.5 * mm;
const tableTop = 52 * mm;
const rowsOnPage = 23;
/** Rows at the end for women who come without being on the list: at least so many, and to the foot of the page. */
const leastToFill = 3;
const marks = ['到了', '晚到', '请假', '没来'] as const;
const widths = {
  number: 12 * mm,
  name: 50 * mm,
  village: 36 * mm,
  mark: 13 * mm,
  signature: 36 * mm,
} as const;

/** The printed register of one half day (签到表): numbers to read aloud, boxes to tick, room to sign. */
export function drawSheet(facts: SheetFacts): Paper {
  const paper = new Paper('portrait', `${facts.title}签到表`);
  const pages = Math.ceil((facts.women.length + leastToFill) / rowsOnPage);
  const empty = Array.from({ length: pages * rowsOnPage - facts.women.length }, () => ({
    ...{ name: '', villageName: '' },
  }));
  const rows = [...facts.women, ...empty];
  for (let from = 0; from < rows.length; from += rowsOnPage) {
    if (from > 0) paper.newPage();
    drawHead(paper, facts);
    rows.slice(from, from + rowsOnPage).forEach((row, at) => {
      drawRow(paper, tableTop + (at + 1) * rowHeight, from + at + 1, row);
    });
  }
  paper.foot((page, pages) => `空行留给没在名单上的人。第${page}页，共${pages}页`);
  return paper;
}

function drawHead(paper: Paper, facts: SheetFacts): void {
  const { title, countyName, venueName, trainerName, heldOn, half, number, of, code } = facts;
  const width = paper.width - 2 * left;
  const wide = { x: left, width: width - 36 * mm };
  paper.write(`${title} 签到表`, { ...wide, y: 12 * mm }, { size: 19, weight: 'bold', color: jujube });
  paper.write(
    `${sayDayWithWeekday(heldOn)}${sayHalf(half)}　第${number}次课，共${of}次`,
    { ...wide, y: 23 * mm },
    { size: 12, weight: 'bold' },
  );
  paper.write(`${venueName}（${countyName}妇联）`, { ...wide, y: 31 * mm }, { size: 11 });
  paper.write(`教师：${trainerName}　　教师签名：`, { ...wide, y: 38.5 * mm }, { size: 11 });
  paper.qr(code, paper.width - left - 30 * mm, 11 * mm, 30 * mm);
  paper.write(
    '课后用手机扫这个码录入',
    { x: paper.width - left - 34 * mm, y: 42.5 * mm, width: 38 * mm },
    { size: 7.5, color: inkSoft, align: 'center' },
  );
  drawCells(paper, tableTop, (name, x, cell) =>
    paper.write(
      name,
      { x, y: tableTop + 2.6 * mm, width: cell },
      { size: 10, weight: 'bold', align: 'center' },
    ),
  );
}

function drawRow(
  paper: Paper,
  top: number,
  number: number,
  { name, villageName }: { name: string; villageName: string },
): void {
  drawCells(paper, top, (column, x, width) => {
    const place = { x: x + 1.5 * mm, y: top + 2.2 * mm, width: width - 3 * mm };
    if (column === '序号') paper.write(String(number), place, { size: 13, weight: 'bold', align: 'center' });
    else if (column === '姓名') paper.write(name, place, { size: 13 });
    else if (column === '村') paper.write(villageName, { ...place, y: top + 2.8 * mm }, { size: 10 });
    else if (column !== '本人签名')
      paper.box(x + width / 2 - 2.2 * mm, top + rowHeight / 2 - 2.2 * mm, 4.4 * mm, 4.4 * mm, 0.8);
  });
}

function drawCells(
  paper: Paper,
  top: number,
  fill: (column: string, x: number, width: number) => void,
): void {
  const columns: [string, number][] = [
    ['序号', widths.number],
    ['姓名', widths.name],
    ['村', widths.village],
    ...marks.map((mark): [string, number] => [mark, widths.mark]),
    ['本人签名', widths.signature],
  ];
  let x = left;
  for (const [column, width] of columns) {
    paper.box(x, top, width, rowHeight);
    fill(column, x, width);
    x += width;
  }
}
