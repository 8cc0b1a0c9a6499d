import { sayDate } from '../calendar/days.rules';
import { gold, ink, inkSoft, jujube, mm, Paper } from '../files/paper/paper';

export interface CertificateFacts {
  readonly name: string;
  readonly title: string;
  readonly startsOn: string;
  readonly completedOn: string;
  /** Half days of the whole course. */
  readonly halfDays: number;
  readonly countyName: string;
  readonly number: string;
  /** Where anybody may check it. */
  readonly address: string;
}

/** Certificates of completion (结业证书), one on a page. */
export function drawCertificates(all: readonly CertificateFacts[]): Paper {
  const paper = new Paper('landscape', '结业证书');
  all.forEach((one, index) => {
    if (index > 0) paper.newPage();
    draw(paper, one);
  });
  return paper;
}

function draw(paper: Paper, facts: CertificateFacts): void {
  const { name, title, startsOn, completedOn, halfDays, countyName, number, address } = facts;
  const { width, height } = paper;
  paper.box(10 * mm, 10 * mm, width - 20 * mm, height - 20 * mm, 2.5, jujube);
  paper.box(12.5 * mm, 12.5 * mm, width - 25 * mm, height - 25 * mm, 0.7, gold);
  const middle = { x: 30 * mm, width: width - 60 * mm };
  paper.write(
    '结业证书',
    { ...middle, y: 28 * mm },
    { size: 42, weight: 'bold', color: jujube, align: 'center' },
  );
  paper.write(name, { ...middle, y: 62 * mm }, { size: 30, weight: 'bold', color: ink, align: 'center' });
  paper.line(width / 2 - 60 * mm, 77 * mm, width / 2 + 60 * mm, 77 * mm, 0.7, gold);
  paper.write(
    `于${sayDate(startsOn)}至${sayDate(completedOn)}参加`,
    { ...middle, y: 84 * mm },
    { size: 15, align: 'center' },
  );
  paper.write(`“${title}”`, { ...middle, y: 96 * mm }, { size: 22, weight: 'bold', align: 'center' });
  paper.write(
    `培训，共${halfDays}个半天，到课达到结业要求，准予结业。`,
    { ...middle, y: 111 * mm },
    { size: 15, align: 'center' },
  );
  paper.qr(address, 30 * mm, height - 62 * mm, 32 * mm);
  paper.write(
    '扫码可查真假',
    { x: 26 * mm, y: height - 28 * mm, width: 40 * mm },
    { size: 9, color: inkSoft, align: 'center' },
  );
  const right = { x: width - 130 * mm, width: 100 * mm };
  paper.write(
    `${countyName}妇女联合会`,
    { ...right, y: height - 54 * mm },
    { size: 16, weight: 'bold', align: 'right' },
  );
  paper.write(sayDate(completedOn), { ...right, y: height - 43 * mm }, { size: 13, align: 'right' });
  paper.write(
    `证书编号　${number}`,
    { ...right, y: height - 32 * mm },
    { size: 10.5, color: inkSoft, align: 'right' },
  );
}
