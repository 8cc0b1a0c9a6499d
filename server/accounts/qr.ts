import { renderSVG } from 'uqr';

/** A QR code as an SVG that an image can show at once. */
export function qrOf(text: string): string {
  const svg = renderSVG(text, { border: 2, ecc: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
