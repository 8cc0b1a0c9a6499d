import { StreamableFile } from '@nestjs/common';
import PDFDocument from 'pdfkit';
import { encode } from 'uqr';
import { drawable, fontOf, weights, type Weight } from './fonts';

/** Points in a millimetre. */
export const mm = 72 / 25.4;
export const ink = '#2b2320';
export const inkSoft = '#65574f';
export const jujube = '#a8323a';
export const gold = '#8a5a0b';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Writing {
  readonly size: number;
  readonly weight?: Weight;
  readonly color?: string;
  readonly align?: 'left' | 'center' | 'right';
}

export const paperSizes = ['A4', 'A3'] as const;
export type PaperSize = (typeof paperSizes)[number];

/** How much larger than on A4 all is drawn. */
const scaleOf: Readonly<Record<PaperSize, number>> = { A4: 1, A3: Math.SQRT2 };

/**
 * A sheet with our fonts inside. Everything is measured in points of A4 from the top left; on A3 the same is drawn larger.
 */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  /** Letters that no font has, each once: boxes stand in their place. */
  readonly byHand = new Set<string>();

  constructor(
    layout: 'portrait' | 'landscape',
    title: string,
    private readonly size: PaperSize = 'A4',
  ) {
    this.doc = new PDFDocument({
      ...{ size, layout, margin: 0, autoFirstPage: false, bufferPages: true },
      info: { Title: title, Producer: '巾帼培训', Creator: '巾帼培训' },
    });
    for (const weight of weights) this.doc.registerFont(weight, fontOf(weight));
    this.newPage();
  }

  get width(): number {
    return this.doc.page.width / scaleOf[this.size];
  }

  get height(): number {
    return this.doc.page.height / scaleOf[this.size];
  }

  newPage(): void {
    this.doc.addPage();
    this.doc.scale(scaleOf[this.size]);
  }

  /**
   * Writes a text that must not be cut: it becomes smaller until it fits its width, and below three fifths of its size
   * it takes a second line.
   */
  write(
    said: string,
    { x, y, width }: Place,
    { size, weight = 'regular', color = ink, align = 'left' }: Writing,
  ): void {
    const { text, byHand } = drawable(said);
    for (const letter of byHand) this.byHand.add(letter);
    this.doc.font(weight).fillColor(color);
    const natural = this.doc.fontSize(size).widthOfString(text);
    const fitting = Math.max(size * 0.6, Math.min(size, (size * width) / Math.max(natural, 1)) - 0.05);
    this.doc.fontSize(fitting);
    const isOneLine = this.doc.widthOfString(text) <= width;
    const top = isOneLine ? y + (size - fitting) / 2 : y - fitting * 0.5;
    this.doc.text(text, x, top, { width, align, lineBreak: !isOneLine, lineGap: -fitting * 0.3 });
  }

  /** A QR code, drawn as squares: sharp on any printer. */
  qr(text: string, x: number, y: number, size: number): void {
    const { data, size: cells } = encode(text, { border: 0, ecc: 'M' });
    const cell = size / cells;
    this.doc.fillColor('#000000');
    data.forEach((row, down) =>
      row.forEach((isDark, across) => {
        // A hair wider than a cell, so that no white line shows between two.
        if (isDark) this.doc.rect(x + across * cell, y + down * cell, cell + 0.05, cell + 0.05);
      }),
    );
    this.doc.fill();
  }

  line(fromX: number, fromY: number, toX: number, toY: number, width = 0.5, color = ink): void {
    this.doc.moveTo(fromX, fromY).lineTo(toX, toY).lineWidth(width).strokeColor(color).stroke();
  }

  box(x: number, y: number, width: number, height: number, thickness = 0.5, color = ink): void {
    this.doc.rect(x, y, width, height).lineWidth(thickness).strokeColor(color).stroke();
  }

  /** Says at the foot of every page what was told of it, and which letters are to be written by hand. */
  foot(say: (page: number, pages: number) => string): void {
    const { count } = this.doc.bufferedPageRange();
    const byHand = [...this.byHand].map((letter) => `U+${letter.codePointAt(0)!.toString(16).toUpperCase()}`);
    const note = byHand.length > 0 ? `□处的字字库里没有（${byHand.join('、')}），请手写。` : '';
    for (let page = 0; page < count; page += 1) {
      this.doc.switchToPage(page);
      const place = { x: 15 * mm, y: this.height - 10 * mm, width: this.width - 30 * mm };
      this.write(`${note}${say(page + 1, count)}`, place, { size: 8, color: inkSoft, align: 'center' });
    }
  }

  /** The finished document. */
  async bytes(): Promise<Buffer> {
    const parts: Buffer[] = [];
    const ended = new Promise((resolve, reject) => {
      this.doc.on('data', (part: Buffer) => parts.push(part));
      this.doc.once('end', resolve);
      this.doc.once('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(parts);
  }
}

/** A PDF as the answer to a request. */
export async function pdf(paper: Paper, fileName: string): Promise<StreamableFile> {
  return new StreamableFile(await paper.bytes(), {
    type: 'application/pdf',
    disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${fileName}.pdf`)}`,
  });
}
