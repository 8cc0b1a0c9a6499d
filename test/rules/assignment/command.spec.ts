import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assign } from '../../../server/assignment/engine/assign';
import { madeUpInstance } from './reference/made-up-instance';

const root = join(__dirname, '../../..');
const instance = madeUpInstance(300, 'B', 7);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Building may have to come first, once. */
jest.setTimeout(300_000);

function run(text: string | undefined, ...more: string[]) {
  if (text !== undefined) writeFileSync(join(folder, 'instance.json'), text);
  const command = join(root, 'scripts/assign.mjs');
  const env = { ...process.env, INIT_CWD: folder };
  return spawnSync(process.execPath, [command, 'instance.json', ...more], {
    encoding: 'utf8',
    env,
    cwd: root,
  });
}

describe('`npm run assign -- instance.json`', () => {
  it('prints the result as JSON and nothing else, needing no database', () => {
    const { status, stdout } = run(JSON.stringify(instance));
    expect(status).toBe(0);
    expect(stdout).toBe(`${JSON.stringify(assign(instance))}\n`);
  });

  it('prints the same bytes when the rows of the file stand in another order', () => {
    const women = [...instance.women].reverse();
    const turned = { ...instance, women, batches: [...instance.batches].reverse() };
    expect(run(JSON.stringify(turned)).stdout).toBe(run(JSON.stringify(instance)).stdout);
  });

  it.each([
    ['a row contradicts another', JSON.stringify({ ...instance, waived: ['b99'] }), /waived batch "b99"/],
    ['a row has the wrong form', JSON.stringify({ ...instance, women: [{ id: 'w1' }] }), /women\[0\] "w1"/],
    ['the file is no JSON', '{"seed":\n"spring",', /instance\.json: /],
    ['the file is empty', '', /instance\.json: /],
  ])(
    'says what is wrong in one line, prints nothing, and ends with status 2 when %s',
    (_when, text, message) => {
      const { status, stdout, stderr } = run(text);
      expect(stdout).toBe('');
      expect(stderr).toMatch(message);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(status).toBe(2);
    },
  );

  it('ends with status 2 when there is no such file, or more than one', () => {
    rmSync(join(folder, 'instance.json'));
    expect(run(undefined)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/no such file/),
    });
    expect(run('{}', 'other.json')).toMatchObject({ status: 2, stdout: '' });
  });
});
