import { readFileSync } from 'node:fs';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

/** Every page of the mini-program, as its own configuration lists them: a new one is among them by itself. */
export function pagesOfTheApp(): string[] {
  const source = readFileSync('miniapp/app.config.ts', 'utf8');
  const defined = /defineAppConfig\(([\s\S]*)\);/.exec(source)?.[1];
  if (defined === undefined) throw new Error('miniapp/app.config.ts does not define the pages any more');
  const { pages, subPackages } = new Function(`return ${defined}`)() as AppConfig;
  return [
    ...pages,
    ...subPackages.flatMap(({ root, pages: inside }) => inside.map((page) => `${root}/${page}`)),
  ];
}
