import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where `TARO_APP_CLOUD` stands in a finished build that was made without it; see `miniapp/api/cloud.ts`. */
const unset = /\((\w+)=""\)(?=&&void 0!==\1\?\1:""\)\.split\("\/"\))/g;

/**
 * The same build as `TARO_APP_CLOUD=ENVIRONMENT/SERVICE` would make: it differs in this one text, so it is written into a
 * copy instead of building all of it once more.
 *
 * @returns the copy's folder, and what takes it away.
 */
export function cloudTwin(folder: string, setting: string): { folder: string; remove(): void } {
  const twin = mkdtempSync(join(tmpdir(), 'jinguo-cloud-'));
  cpSync(folder, twin, { recursive: true });
  const file = join(twin, 'common.js');
  const code = readFileSync(file, 'utf8');
  const places = code.match(unset)?.length ?? 0;
  if (places !== 1) throw new Error(`TARO_APP_CLOUD stands in ${places} places of the build, not in one`);
  writeFileSync(
    file,
    code.replace(unset, (_, name: string) => `(${name}=${JSON.stringify(setting)})`),
  );
  return { folder: twin, remove: () => rmSync(twin, { recursive: true, force: true }) };
}
