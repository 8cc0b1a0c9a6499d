import { sayDay } from '../../calendar/days.rules';
import { gold, inkSoft, jujube, mm, Paper, type PaperSize } from '../../files/paper/paper';
import { linesOf, type BoardArticle, type BoardBatch } from './boards.rules';

export interface BoardFacts {
  readonly placeName: string;
  /** 2026年11月 */
  readonly monthName: string;
  readonly articles: readonly BoardArticle[];
  readonly batches: readonly BoardBatch[];
  /** Where the page of the article, and that of the place, are found. */
  readonly addressOf: (articleId: string) => string;
  readonly placeAddress: string;
}

const left = 15 * mm;
const right = 195 * mm;
const code = 21 * mm;

/** The village board (宣传栏): what is new and which courses are near, each with a code for the telephone. */
export function drawBoard(facts: BoardFacts, size: PaperSize): Paper {
  const { placeName, monthName, articles, batches } = facts;
  const paper = new Paper('portrait', `${placeName}宣传栏`, size);
  paper.box(8 * mm, 8 * mm, 194 * mm, 281 * mm, 2, jujube);
  const head = { x: left, width: right - left };
  paper.write(
    `${placeName}宣传栏`,
    { ...head, y: 14 * mm },
    { size: 30, weight: 'bold', color: jujube, align: 'center' },
  );
  paper.write(monthName, { ...head, y: 28 * mm }, { size: 14, color: inkSoft, align: 'center' });
  let y = 38 * mm;
  y = section(paper, '政策和故事', y);
  if (articles.length === 0) y = nothing(paper, '这个月没有新文章。', y);
  for (const article of articles) y = drawArticle(paper, article, facts.addressOf(article.id), y);
  y = section(paper, '正在报名的课', y + 2 * mm);
  if (batches.length === 0) y = nothing(paper, '现在没有正在报名的班。想学什么，告诉村里的帮办人。', y);
  for (const batch of batches) y = drawBatch(paper, batch, y);
  paper.qr(facts.placeAddress, left, 258 * mm, 25 * mm);
  const beside = { x: left + 30 * mm, width: right - left - 30 * mm };
  paper.write('用手机扫一扫，看全文、报名', { ...beside, y: 261 * mm }, { size: 16, weight: 'bold' });
  paper.write(
    '不用手机也行：找村里的妇联帮办人，她替您办。',
    { ...beside, y: 271 * mm },
    { size: 13, color: inkSoft },
  );
  paper.foot(() => '');
  return paper;
}

function section(paper: Paper, title: string, y: number): number {
  paper.write(title, { x: left, y, width: 100 * mm }, { size: 18, weight: 'bold', color: jujube });
  paper.line(left, y + 9 * mm, right, y + 9 * mm, 1, gold);
  return y + 12 * mm;
}

function nothing(paper: Paper, says: string, y: number): number {
  paper.write(says, { x: left, y, width: right - left }, { size: 13, color: inkSoft });
  return y + 10 * mm;
}

function drawArticle(
  paper: Paper,
  { title, summary, source, publishedOn }: BoardArticle,
  address: string,
  y: number,
): number {
  const words = { x: left, width: right - left - code - 6 * mm };
  paper.write(title, { ...words, y }, { size: 16, weight: 'bold' });
  linesOf(summary, 36, 2).forEach((line, at) =>
    paper.write(line, { ...words, y: y + (8 + at * 5) * mm }, { size: 11.5 }),
  );
  paper.write(`${source} ${sayDay(publishedOn)}`, { ...words, y: y + 18 * mm }, { size: 10, color: inkSoft });
  paper.qr(address, right - code, y, code - 1 * mm);
  return y + code + 3 * mm;
}

function drawBatch(paper: Paper, { title, placeName, startsOn, signUpUntil }: BoardBatch, y: number): number {
  const words = { x: left, width: right - left };
  paper.write(title, { ...words, y }, { size: 14, weight: 'bold' });
  const says = `${sayDay(startsOn)}开课，在${placeName}；${sayDay(signUpUntil)}前报名，免费`;
  paper.write(says, { ...words, y: y + 6.5 * mm }, { size: 11, color: inkSoft });
  return y + 13 * mm;
}
