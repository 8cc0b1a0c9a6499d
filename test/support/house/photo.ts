import sharp from 'sharp';

/** A photograph as a telephone takes it: with the place where it was taken written into it. */
export function aPhoto(width = 2400, height = 3200): Promise<Buffer> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#ffffff', noise } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 48/1 0/1' }, IFD0: { Make: 'HONOR' } })
    .jpeg({ quality: 60 })
    .toBuffer();
}
