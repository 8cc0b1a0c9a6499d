import sharp from 'sharp';
import { Refusal, type RefusalCode } from '../http/refusals';

/** How a JPEG, a PNG and a WebP begin. What else our library could draw, an SVG for one, is not even looked into. */
const beginnings: readonly RegExp[] = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^RIFF[^]{4}WEBP/];
const longestSeconds = 15;

export interface Bounds {
  readonly width: number;
  readonly height: number;
  /** More pixels are not drawn; they are counted by the head, before any of them takes up memory. */
  readonly mostPixels: number;
  /** Of the JPEG, of 100. */
  readonly quality: number;
}

export interface Upright {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * The one way in for pictures from outside: drawn anew as a JPEG within bounds, upright, on white where it had holes, and
 * without what a telephone writes into it of place and device.
 *
 * @throws Refusal, `unreadable` for what is no picture and `tooMuch` for one of too many pixels.
 */
export async function drawUpright(
  sent: Buffer,
  { width, height, mostPixels, quality }: Bounds,
  { unreadable, tooMuch }: { unreadable: RefusalCode; tooMuch: RefusalCode },
): Promise<Upright> {
  const head = sent.toString('latin1', 0, 16);
  if (!beginnings.some((beginning) => beginning.test(head))) throw new Refusal(unreadable);
  const size = await sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refusal(unreadable);
    });
  if (size.width * size.height > mostPixels) throw new Refusal(tooMuch);
  try {
    const { data, info } = await sharp(sent, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: longestSeconds })
      .jpeg({ quality })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw new Refusal(unreadable);
  }
}
