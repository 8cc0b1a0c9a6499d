import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { wxmlToJs } from 'miniprogram-compiler';

const folderOf: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'mac',
  linux: 'linux',
  win32: 'windows',
};
const maxBuffer = 256 * 1024 * 1024;

/**
 * Compiles every .wxml and .wxss of a build with WeChat's own compilers, as the upload would.
 *
 * @throws with the compiler's words, which name the file.
 */
export function compileBuild(folder: string): { wxml: number; wxss: number } {
  const wxss = filesOf(folder, '.wxss');
  compileStyles(resolve(folder), wxss);
  compileTemplates(folder);
  return { wxml: filesOf(folder, '.wxml').length, wxss: wxss.length };
}

/** The build's templates as WeChat's compiler makes them: the body of a function that returns `$gwx`. */
export function compileTemplates(folder: string): string {
  return wxmlToJs(resolve(folder), { maxBuffer });
}

function compileStyles(folder: string, files: readonly string[]): void {
  const program = join(
    dirname(require.resolve('miniprogram-compiler')),
    'bin',
    folderOf[process.platform] ?? 'linux',
    'wcsc',
  );
  makeExecutable(program);
  const { status, error, stderr } = spawnSync(program, ['-db', '-pc', '0', ...files], {
    cwd: folder,
    maxBuffer,
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`A style sheet does not compile: ${stderr.toString()}`);
}

/** The package leaves this to its caller; where it may not be changed, it is hoped to be so already. */
function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    return;
  }
}

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => extname(file) === ending,
  );
}
