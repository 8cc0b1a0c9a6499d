import { inkSoft, jujube, mm, Paper } from '../../files/paper/paper';

export interface CardFacts {
  readonly name: string;
  readonly villageName: string;
  /** What its QR code says. */
  readonly code: string;
}

const card = { width: 85.6 * mm, height: 54 * mm };
const onPage = { across: 2, down: 5 };

/** Cards for women without a phone (签到卡), ten on a page, to be cut along the lines. */
export function drawCards(women: readonly CardFacts[]): Paper {
  const paper = new Paper('portrait', '签到卡');
  const margin = {
    x: (paper.width - onPage.across * card.width) / 2,
    y: (paper.height - onPage.down * card.height) / 2 - 3 * mm,
  };
  const perPage = onPage.across * onPage.down;
  women.forEach((woman, index) => {
    if (index > 0 && index % perPage === 0) paper.newPage();
    const at = index % perPage;
    const x = margin.x + (at % onPage.across) * card.width;
    const y = margin.y + Math.floor(at / onPage.across) * card.height;
    drawCard(paper, x, y, woman);
  });
  paper.foot((page, pages) => `沿线剪开。第${page}页，共${pages}页`);
  return paper;
}

function drawCard(paper: Paper, x: number, y: number, { name, villageName, code }: CardFacts): void {
  paper.box(x, y, card.width, card.height, 0.3, '#b9aca3');
  const words = { x: x + 5 * mm, width: card.width - 46 * mm };
  paper.write('签到卡', { ...words, y: y + 6 * mm }, { size: 11, weight: 'bold', color: jujube });
  paper.write(name, { ...words, y: y + 17 * mm }, { size: 19, weight: 'bold' });
  paper.write(villageName, { ...words, y: y + 28 * mm }, { size: 11, color: inkSoft });
  paper.write('上课时带上，给老师扫一扫。', { ...words, y: y + 43 * mm }, { size: 8.5 });
  paper.qr(code, x + card.width - 38 * mm, y + (card.height - 33 * mm) / 2, 33 * mm);
}
