import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { annotateInWorker, readInWorker } from '../../../src/intake/files/in-worker';
import { Refusal } from '../../../src/intake/files/rules';
import { beforeEnd, inItems, put } from '../corpus/cells';
import { FORM, ground } from './ground';

const rule = (reading: Promise<unknown>) =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof Refusal ? error.rule : error),
  );

describe('a workbook in a thread of its own', () => {
  it('is read as it is in this one', async () => {
    const made = await ground();
    const read = await readInWorker(inItems(made, put('D5', '<v>12.5</v>')), FORM);
    const [first] = FORM.sections;
    expect(read.meta).toEqual(made.meta);
    expect(read.sections[0]?.rows[0]?.values.get(first?.fields[0]?.code ?? '')?.number).toBe(12.5);
  });

  it('is given back with what was found', async () => {
    const { template } = await ground();
    expect((await annotateInWorker(template, FORM, [])).subarray(0, 2).toString()).toBe('PK');
  });

  it('is stopped when it takes too long', async () => {
    const { template } = await ground();
    expect(await rule(readInWorker(template, FORM, { seconds: 0.01, megabytes: 256 }))).toBe('form.too-slow');
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
    expect(await rule(readInWorker(heavy, FORM, { seconds: 60, megabytes: 24 }))).toBe('form.too-much-memory');
    expect(await rule(readInWorker(made.template, FORM))).toBeNull();
  });

  it('lets no more than two run at the same time, and all have their turn', async () => {
    const { template } = await ground();
    const read = await Promise.all(Array.from({ length: 5 }, () => readInWorker(template, FORM)));
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
        readInWorker(readFileSync('template.xlsx'), JSON.parse(readFileSync('form.json', 'utf8')))
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
