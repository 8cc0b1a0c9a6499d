/**
 * A UUIDv7 made on the phone, also without a signal. WeChat has no synchronous source of strong chance;
 * an id must be unique, not secret.
 */
export function newId(now = Date.now(), chance: () => number = Math.random): string {
  const hex = (length: number) =>
    Array.from({ length }, () => Math.floor(chance() * 16).toString(16)).join('');
  const time = now.toString(16).padStart(12, '0');
  const variant = '89ab'.charAt(Math.floor(chance() * 4));
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
}
