import sharp from 'sharp';
import { Refusal } from '../http/refusals';

export interface CleanPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

const longestSide = 1800;
const mostPixels = 60_000_000;

/** How a JPEG, a PNG and a WebP begin. Whatever else our library could draw, an SVG for one, is not even looked into. */
const beginnings: readonly RegExp[] = [/^\xff\xd8\xff/, /^\x89PNG\r\n\x1a\n/, /^RIFF[^]{4}WEBP/];

/**
 * A photograph as it may be kept: drawn anew as a JPEG of at most 1,800 pixels a side, without what a telephone writes
 * into it of place and device.
 *
 * @throws Refusal `photo.unreadable` for what is no picture.
 */
export async function cleanPicture(photo: Buffer): Promise<CleanPicture> {
  const head = photo.toString('latin1', 0, 16);
  if (!beginnings.some((beginning) => beginning.test(head))) throw new Refusal('photo.unreadable');
  try {
    const { data, info } = await sharp(photo, { limitInputPixels: mostPixels, failOn: 'error' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 74 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    throw new Refusal('photo.unreadable');
  }
}
