import { gold, inkSoft, jujube, mm, Paper } from '../../files/paper/paper';
import { linesOf } from './boards.rules';

export interface PosterFacts {
  readonly kindName: string;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly address: string;
}

/** One article as a poster: what it says in a line, and the code that opens it. */
export function drawPoster({ kindName, title, summary, source, address }: PosterFacts): Paper {
  const paper = new Paper('portrait', title);
  const { width } = paper;
  paper.box(10 * mm, 10 * mm, width - 20 * mm, 277 * mm, 2.5, jujube);
  const middle = { x: 22 * mm, width: width - 44 * mm };
  paper.write(kindName, { ...middle, y: 34 * mm }, { size: 20, color: jujube, align: 'center' });
  paper.write(title, { ...middle, y: 56 * mm }, { size: 40, weight: 'bold', align: 'center' });
  paper.line(width / 2 - 40 * mm, 86 * mm, width / 2 + 40 * mm, 86 * mm, 1, gold);
  linesOf(summary, 25, 4).forEach((line, at) =>
    paper.write(line, { ...middle, y: (94 + at * 8.5) * mm }, { size: 18, align: 'center' }),
  );
  const size = 90 * mm;
  paper.qr(address, (width - size) / 2, 132 * mm, size);
  paper.write(
    '用手机扫一扫，看全文',
    { ...middle, y: 232 * mm },
    { size: 20, weight: 'bold', align: 'center' },
  );
  paper.write(source, { ...middle, y: 256 * mm }, { size: 14, color: inkSoft, align: 'center' });
  paper.foot(() => '');
  return paper;
}
