import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { entities } from '../server/database/entities';

/** The rooms from the ground up: a room imports from those before it, never from those after it. */
const rooms = [
  'women',
  'needs',
  'notices',
  'courses',
  'enrolments',
  'certificates',
  'planning',
  'assignment',
  'attendance',
  'feedback',
  'duplicates',
  'imports',
  'ledgers',
  'articles',
  'stories',
  'rights',
];

/** What every room stands on. */
const ground = [
  'calendar',
  'secrecy',
  'regions',
  'http',
  'database',
  'wechat',
  'access',
  'accounts',
  'records',
  'files',
  'checks',
];

const longestFile = 260;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const code = files.filter((file) => /^(server|miniapp)\/.*\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const imports = code.flatMap(importsOf);
const rules = (file: string) => file.endsWith('.rules') || file.endsWith('.rules.ts');

describe('The architecture', () => {
  it('lets rules import only rules, and types', () => {
    const stray = imports.filter(({ from, to, isType }) => rules(from) && !isType && !rules(to));
    expect(stray.map(say)).toEqual([]);
  });

  it('gives rules neither a clock nor chance', () => {
    const impure = code.filter(
      (file) =>
        rules(file) && /new Date\(\)|Date\.now|Math\.random|process\.env/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });

  it('lets a room import from earlier rooms only', () => {
    const roomOf = (path: string) => rooms.indexOf(path.split('/')[1] ?? '');
    const upward = imports.filter(
      ({ from, to }) =>
        from.startsWith('server/') &&
        to.startsWith('server/') &&
        roomOf(from) >= 0 &&
        roomOf(to) > roomOf(from),
    );
    expect(upward.map(say)).toEqual([]);
  });

  it('keeps the ground free of the rooms that stand on it, but for their tables and facts of rows', () => {
    const isGround = (path: string) => ground.includes(path.split('/')[1] ?? '');
    const isRoom = (path: string) => rooms.includes(path.split('/')[1] ?? '');
    const upward = imports.filter(
      ({ from, to, isType }) =>
        isGround(from) && isRoom(to) && !isType && !from.startsWith('server/database/'),
    );
    expect(upward.map(say)).toEqual([]);
  });

  it('lets the mini-program import from the server only rules', () => {
    const stray = imports.filter(
      ({ from, to, isType }) =>
        from.startsWith('miniapp/') && to.startsWith('server/') && !isType && !rules(to),
    );
    expect(stray.map(say)).toEqual([]);
  });

  it('lets nothing import the mini-program, and no product code import a test', () => {
    const stray = imports.filter(
      ({ from, to }) => (!from.startsWith('miniapp/') && to.startsWith('miniapp/')) || to.startsWith('test/'),
    );
    expect(stray.map(say)).toEqual([]);
  });

  it('has no names that say nothing', () => {
    const vague = /(^|\/)(utils?|common|helpers?|misc|manager|shared)(\/|\.)/;
    expect(files.filter((file) => vague.test(file))).toEqual([]);
    const hollow = code.filter((file) =>
      /\b(interface I[A-Z][a-z]|class \w+Impl\b)/.test(readFileSync(file, 'utf8')),
    );
    expect(hollow).toEqual([]);
    expect(code.filter((file) => /^server\/.*\/index\.ts$/.test(file))).toEqual([]);
  });

  it('has pages that all stand in the list of pages, each with its title', () => {
    const listed = readFileSync('miniapp/app.config.ts', 'utf8');
    const pages = code.filter((file) => /^miniapp\/(pages|trainer|office)\/[^/]+\/index\.tsx$/.test(file));
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) {
      const path = page.replace(/^miniapp\/(?:trainer\/|office\/)?/, '').replace(/\.tsx$/, '');
      expect(listed).toContain(`'${path}'`);
      expect(files).toContain(join(dirname(page), 'index.config.ts'));
    }
  });

  it('knows every table', () => {
    const tables = code
      .filter((file) => file.endsWith('.entity.ts'))
      .flatMap((file) =>
        [...readFileSync(file, 'utf8').matchAll(/@Entity\([^)]*\)[\s\S]*?export class (\w+)/g)].map(
          ([, name]) => name,
        ),
      );
    expect(entities.map(({ name }) => name).sort()).toEqual(tables.sort());
  });

  it('has files short enough to be read', () => {
    const isProse = (file: string) =>
      file === 'miniapp/api/schema.ts' || file.startsWith('server/database/demo/content/');
    const long = code.filter(
      (file) => !isProse(file) && readFileSync(file, 'utf8').split('\n').length > longestFile,
    );
    expect(long).toEqual([]);
  });
});

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.filter(ts.isImportDeclaration).map((statement) => {
    const target = (statement.moduleSpecifier as ts.StringLiteral).text;
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    const onlyTypes =
      named !== undefined &&
      ts.isNamedImports(named) &&
      named.elements.every((element) => element.isTypeOnly);
    const to = target.startsWith('.') ? normalize(join(dirname(file), target)) : target;
    return {
      from: file,
      to,
      isType: clause?.isTypeOnly === true || (onlyTypes && clause?.name === undefined),
    };
  });
}

function say({ from, to }: Import): string {
  return `${from} imports ${to}`;
}
