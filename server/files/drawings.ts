import sharp from 'sharp';
import { Refusal } from '../http/refusals';
import { keptWidths, pictureWidths, type PictureWidth } from './files.rules';

export interface Drawings {
  /** Of the widest drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly { readonly width: PictureWidth; readonly bytes: Buffer }[];
}

/** More than any telephone of these years takes, and less than what would fill the memory: about 160 MB when drawn. */
const mostPixels = 40_000_000;
const tallest = 6_000;
const longestSeconds = 15;

/** How a JPEG, a PNG and a WebP begin. What else our library could draw, an SVG for one, is not even looked into. */
const beginnings: readonly RegExp[] = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^RIFF[^]{4}WEBP/];

/**
 * A picture drawn anew as JPEGs of several widths, upright, on white where it had holes, and without what a telephone
 * writes into it of place and device. Its pixels are counted by its head before any of them is drawn.
 *
 * @throws Refusal `picture.unreadable` for what is no picture, `picture.tooMuch` for more than 40 million pixels.
 */
export async function drawPicture(sent: Buffer): Promise<Drawings> {
  const head = sent.toString('latin1', 0, 16);
  if (!beginnings.some((beginning) => beginning.test(head))) throw new Refusal('picture.unreadable');
  const { width, height } = await sharp(sent, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Refusal('picture.unreadable');
    });
  if (width * height > mostPixels) throw new Refusal('picture.tooMuch');
  try {
    const upright = await sharp(sent, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: pictureWidths.at(-1)!, height: tallest, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .timeout({ seconds: longestSeconds })
      .jpeg({ quality: 90 })
      .toBuffer({ resolveWithObject: true });
    const drawn = await Promise.all(
      keptWidths(upright.info.width).map(async (one) => ({
        width: one,
        bytes: await sharp(upright.data)
          .resize({ width: one, withoutEnlargement: true })
          .jpeg({ quality: 74, progressive: true })
          .toBuffer(),
      })),
    );
    return { width: upright.info.width, height: upright.info.height, drawn };
  } catch {
    throw new Refusal('picture.unreadable');
  }
}
