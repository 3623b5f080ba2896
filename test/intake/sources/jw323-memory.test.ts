/** Reading a message in a process of its own, whose memory is searched afterwards. */
import { execFileSync } from 'node:child_process';
import { cpSync, createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ended, ROOT, startNode } from '../../support/programs';
import { writeLongMessage } from './write-long-message';

const MEGABYTE = 1_000_000;
/** Passes the eleven test, and stands nowhere else in this repository. */
const MARKER = ['9876', '54329'].join('');

const folder = mkdtempSync(join(tmpdir(), 'ews-jw323-'));
const file = join(folder, 'long.xml');
const heap = join(folder, 'after.heapsnapshot');
const built = join(folder, 'built');
let lines: number;

beforeAll(async () => {
  // A compiler in the same process would fill the memory that is searched.
  const swc = join(ROOT, 'node_modules/.bin/swc');
  const rooms = ['src/intake/sources', 'src/domain', 'src/errors.ts', 'seeds/reference-data.ts', 'seeds/csv.ts'];
  execFileSync(swc, [...rooms, '--out-dir', built, '--config-file', '.swcrc', '--quiet'], { cwd: ROOT });
  cpSync(join(ROOT, 'seeds/reference'), join(built, 'seeds/reference'), { recursive: true });
  lines = await writeLongMessage(file, 24 * MEGABYTE, MARKER);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads, says what it found, and writes down all of its memory. */
const PROGRAM = `
  const { readDeclarations } = require(process.env.BUILT + '/src/intake/sources/ijw');
  const { careFormsByCategory } = require(process.env.BUILT + '/src/intake/sources/ijw/care-forms');
  const { careForms } = require(process.env.BUILT + '/seeds/reference-data');
  const known = { municipalities: new Map([['GM0014', null]]), careForms: careFormsByCategory(careForms()) };
  let most = 0;
  const watch = setInterval(() => { most = Math.max(most, process.memoryUsage().heapUsed); }, 20);
  readDeclarations([process.argv[1]], known).then((declared) => {
    clearInterval(watch);
    globalThis.kept = declared;
    if (process.argv[2]) require('node:v8').writeHeapSnapshot(process.argv[2]);
    console.log(JSON.stringify({ lines: declared.all.lines, wrong: declared.wrongTotals, most }));
    console.log([...declared.rows.values()].map((rows) => [...rows.keys()].join()).join());
  });`;
const read = (heapMegabytes: number, ...words: string[]) =>
  ended(
    startNode([`--max-old-space-size=${heapMegabytes}`, '-e', PROGRAM, ...words], {
      BUILT: built,
      NODE_PATH: join(ROOT, 'node_modules'),
    }),
  );

async function holds(path: string, text: string): Promise<boolean> {
  let end = '';
  for await (const piece of createReadStream(path, 'latin1')) {
    if ((end + piece).includes(text)) return true;
    end = String(piece).slice(-text.length);
  }
  return false;
}

it('keeps no number of a client: not in its memory, its rows or what it says', async () => {
  const { code, stdout, stderr } = await read(100, file, heap);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout.split('\n')[0] as string)).toMatchObject({ lines, wrong: 0 });
  expect(await holds(file, MARKER)).toBe(true);
  // That the snapshot holds texts at all.
  expect(await holds(heap, 'GM0014')).toBe(true);
  expect(await holds(heap, MARKER)).toBe(false);
  expect(stdout).not.toContain(MARKER);
});

it('reads a message that is longer than its memory', async () => {
  const { code, stdout } = await read(16, file);
  expect(code).toBe(0);
  expect(JSON.parse(stdout.split('\n')[0] as string)).toMatchObject({ lines, wrong: 0 });
});
