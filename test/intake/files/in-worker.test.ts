import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { annotateInWorker, readInWorker } from '../../../src/intake/files/in-worker';
import { Refusal } from '../../../src/intake/files/rules';
import { beforeEnd, inItems, put } from '../corpus/cells';
import { FORM, ground } from './ground';

const A = { party: 'provider:a' };
const rule = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.rule : error),
  );

describe('a workbook in a thread of its own', () => {
  it('is read as it is in this one', async () => {
    const made = await ground();
    const read = await readInWorker(inItems(made, put('D5', '<v>12.5</v>')), FORM, A);
    const [first] = FORM.sections;
    expect(read.meta).toEqual(made.meta);
    expect(read.sections[0]?.rows[0]?.values.get(first?.fields[0]?.code ?? '')?.number).toBe(12.5);
  });

  it('is given back with what was found', async () => {
    const { template } = await ground();
    expect((await annotateInWorker(template, FORM, [], A)).subarray(0, 2).toString()).toBe('PK');
  });

  it('is stopped when it takes too long', async () => {
    const { template } = await ground();
    expect(await rule(readInWorker(template, FORM, A, undefined, { seconds: 0.01, megabytes: 256 }))).toBe(
      'form.too-slow',
    );
  });

  it('is stopped when it takes too much memory, and the product lives on', async () => {
    const made = await ground();
    const rows = Array.from({ length: 9000 }, (_, at) => {
      const cells = Array.from(
        { length: 60 },
        (_cell, column) =>
          `<c r="${String.fromCharCode(65 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}${at + 100}"><v>1</v></c>`,
      );
      return `<row r="${at + 100}">${cells.join('')}</row>`;
    });
    const heavy = inItems(made, beforeEnd('</sheetData>', rows.join('')));
    expect(await rule(readInWorker(heavy, FORM, A, undefined, { seconds: 60, megabytes: 24 }))).toBe(
      'form.too-much-memory',
    );
    expect(await rule(readInWorker(made.template, FORM, A))).toBeNull();
  });

  it('is not read on when whoever sent it has gone, and is no burden to others', async () => {
    const made = await ground();
    const slow = inItems(
      made,
      beforeEnd(
        '</sheetData>',
        Array.from({ length: 900_000 }, (_, at) => `<row r="${at + 100}"><c r="D${at + 100}" s="1"/></row>`).join(''),
      ),
    );
    const gone = new AbortController();
    const left = Array.from({ length: 4 }, () => readInWorker(slow, FORM, { ...A, gone: gone.signal }));
    const began = performance.now();
    const all = Promise.allSettled(left);
    setTimeout(() => gone.abort(), 300);
    expect((await all).map(({ status }) => status)).toEqual(left.map(() => 'rejected'));
    expect(performance.now() - began).toBeLessThan(1_500);
    expect(await rule(readInWorker(made.template, FORM, A))).toBeNull();
  });

  it('says the line of a CSV on which it stops', async () => {
    const read = readInWorker(Buffer.from('a;b\n1;2\n3;4"5\n'), FORM, A);
    await expect(read).rejects.toMatchObject({
      rule: 'form.csv-quote',
      findings: [{ place: { sheet: null, cell: '3' } }],
    });
  });

  it('lets all have their turn', async () => {
    const { template } = await ground();
    const read = await Promise.all(Array.from({ length: 5 }, () => readInWorker(template, FORM, A)));
    expect(read.map(({ findings }) => findings)).toEqual(Array.from({ length: 5 }, () => []));
  });

  it('works as it is built for production', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ews-built-'));
    try {
      const root = resolve(__dirname, '../../..');
      const swc = join(root, 'node_modules/.bin/swc');
      execFileSync(swc, ['src', '--out-dir', folder, '--config-file', '.swcrc', '--quiet'], { cwd: root });
      writeFileSync(join(folder, 'template.xlsx'), (await ground()).template);
      writeFileSync(join(folder, 'form.json'), JSON.stringify(FORM));
      const program = `
        const { readInWorker } = require('./src/intake/files/in-worker.js');
        const { readFileSync } = require('node:fs');
        readInWorker(readFileSync('template.xlsx'), JSON.parse(readFileSync('form.json', 'utf8')), { party: 'a' })
          .then(({ meta }) => process.stdout.write(meta.uitvraagKey));`;
      const env = { ...process.env, NODE_PATH: join(root, 'node_modules'), NODE_OPTIONS: '' };
      // hucre is an ES module, which looks for packages beside itself alone.
      execFileSync('ln', ['-s', join(root, 'node_modules'), join(folder, 'node_modules')]);
      expect(execFileSync(process.execPath, ['-e', program], { cwd: folder, env }).toString()).toBe(FORM.uitvraagKey);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
