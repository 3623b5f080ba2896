import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startCluster } from '../../src/database/embedded';
import { ROOT, startNode } from '../support/programs';

const MODULES = join(ROOT, 'node_modules');

/** A package as the installation leaves it, but for its modules, which it shares with ours. */
let installed: string;

function start(file: string, data: string): ChildProcess {
  const environment = { NODE_PATH: MODULES, EWS_DATA: join(installed, data), EWS_WORLD: 'small', PORT: '0' };
  return startNode([join(installed, 'dist/src', file)], environment);
}

/** Starts the API on a data folder, stops it when it answers, and gives what it said until then. */
async function saidAtStart(data: string): Promise<string> {
  const child = start('main.js', data);
  let said = '';
  const answers = new Promise<void>((done) => {
    child.stdout?.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('Ctrl-C')) done();
    });
  });
  await Promise.race([answers, once(child, 'exit')]);
  child.kill('SIGINT');
  await once(child, 'exit');
  return said;
}

/** The key that signs contexts, as the archive of a data folder has it. */
async function keyIn(data: string): Promise<Buffer> {
  const cluster = await startCluster({ dir: join(installed, data, 'pg18'), durable: true });
  const client = new Client(cluster.url('owner'));
  try {
    await client.connect();
    return (await client.query('select key from ews_sec.context_key')).rows[0].key;
  } finally {
    await client.end();
    await cluster.stop();
  }
}

beforeAll(async () => {
  installed = mkdtempSync(join(tmpdir(), 'ews-installed-'));
  chmodSync(installed, 0o711);
  copyFileSync(join(ROOT, 'package-lock.json'), join(installed, 'package-lock.json'));
  const { build } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;
  const [program, ...words] = build.replace(' dist ', ` ${join(installed, 'dist')} `).split(' ');
  execFileSync(join(MODULES, '.bin', program), words, { cwd: ROOT });
  const [code] = await once(start('cli/make-ahead.js', 'unused'), 'exit');
  expect(code).toBe(0);
}, 60_000);
afterAll(() => rmSync(installed, { recursive: true, force: true }));

describe('an archive that was made ahead', () => {
  const shelf = () => join(installed, 'node_modules/.cache/early-warning-system');

  it('is what the first start in an empty folder takes', async () => {
    expect(readdirSync(shelf())).toEqual([expect.stringMatching(/^small-[0-9a-f]{16}$/)]);
    const said = await saidAtStart('first');
    expect(said).toMatch(/answers at http/);
    expect(said).not.toMatch(/ rows/);
  });

  it('opens with passwords and a key of its own in every copy', async () => {
    await saidAtStart('second');
    const [first, second] = ['first', 'second'].map((data) => readFileSync(join(installed, data, 'pg18/secrets.json')));
    expect(second).not.toEqual(first);
    expect(await keyIn('second')).not.toEqual(await keyIn('first'));
  });

  it('is made at the start after all when what was made ahead is damaged', async () => {
    const [name = ''] = readdirSync(shelf());
    truncateSync(join(shelf(), name, 'global/pg_control'));
    expect(await saidAtStart('damaged')).toMatch(/provider: \d+ rows/);
  });

  it('is not trusted once the program has changed', async () => {
    appendFileSync(join(installed, 'dist/src/welcome.js'), '\n');
    expect(await saidAtStart('third')).toMatch(/provider: \d+ rows/);
  });
});
