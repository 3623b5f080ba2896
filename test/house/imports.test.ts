import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(__dirname, '../..');
const FOLDERS = ['src', 'schema', 'resolvers', 'entities', 'seeds', 'test'];

/** Every violation with its sentence, as the command of `npm run check` prints them. */
async function violations(): Promise<string> {
  const command = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const run = promisify(execFile)(process.execPath, [command, '--output-type', 'err-long', ...FOLDERS], { cwd: ROOT });
  return run.then(
    () => '',
    (error: { stdout?: string; message: string }) => error.stdout || error.message,
  );
}

const sources = () =>
  FOLDERS.filter((folder) => folder !== 'test')
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(folder, String(name))))
    .filter((name) => name.endsWith('.ts'));

const filesSaying = (words: RegExp) => sources().filter((name) => words.test(readFileSync(join(ROOT, name), 'utf8')));

describe('the house', () => {
  it('has arrows that point downwards only', async () => {
    expect(await violations()).toBe('');
  }, 60_000);

  it('reads the environment in one place', () => {
    expect(filesSaying(/process\.env\b/)).toEqual(['src/config.ts']);
  });

  it('has no clock among its rules', () => {
    const withClock = filesSaying(/new Date\(\)|Date\.now\(\)/);
    expect(withClock.filter((name) => /^src\/(domain|policy)\//.test(name))).toEqual([]);
  });
});
