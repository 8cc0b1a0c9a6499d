import decodeQr from 'qr/decode.js';
import sharp from 'sharp';

/** What a camera reads off a picture: an SVG as a data address, or the bytes of any picture. */
export async function readQr(picture: string | Buffer): Promise<string> {
  const bytes = typeof picture === 'string' ? Buffer.from(picture.split(',')[1]!, 'base64') : picture;
  const { data, info } = await sharp(bytes, { density: 300 })
    .resize({ width: 600, kernel: 'nearest' })
    .flatten({ background: '#ffffff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return decodeQr({ width: info.width, height: info.height, data });
}
