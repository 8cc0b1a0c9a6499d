/** Larger than this, WeChat itself does not go; smaller than normal, nobody could read it. */
export const largest = 1.6;

export function withinBounds(scale: number): number {
  return Math.min(largest, Math.max(1, scale));
}
