import sharp from 'sharp';
import { Refusal } from '../http/refusals';
import { keptWidths, pictureWidths, type PictureWidth } from './files.rules';
import { drawUpright } from './upright';

export interface Drawings {
  /** Of the widest drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly { readonly width: PictureWidth; readonly bytes: Buffer }[];
}

/** More than any telephone of these years takes, and less than what would fill the memory: about 160 MB when drawn. */
const bounds = { width: pictureWidths.at(-1)!, height: 6_000, mostPixels: 40_000_000, quality: 90 };
const refusals = { unreadable: 'picture.unreadable', tooMuch: 'picture.tooMuch' } as const;

/**
 * A picture drawn anew as JPEGs of several widths.
 *
 * @throws Refusal `picture.unreadable` for what is no picture, `picture.tooMuch` for more than 40 million pixels.
 */
export async function drawPicture(sent: Buffer): Promise<Drawings> {
  const { bytes, width, height } = await drawUpright(sent, bounds, refusals);
  try {
    const drawn = await Promise.all(
      keptWidths(width).map(async (one) => ({
        width: one,
        bytes: await sharp(bytes)
          .resize({ width: one, withoutEnlargement: true })
          .jpeg({ quality: 74, progressive: true })
          .toBuffer(),
      })),
    );
    return { width, height, drawn };
  } catch {
    throw new Refusal('picture.unreadable');
  }
}
