import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { Invalid } from '../errors';
import { importExport, trustedIn } from '../intake/sources/digimv';
import { filesAt } from '../intake/sources/digimv/read-export';
import { reportOf } from '../intake/sources/digimv/report';
import { inArchive } from './archive';
import type { Command } from './command';

const MEGABYTE = 1_000_000;
/** How often a line is written; how large the unpacked tables are is not known beforehand. */
const STEP = 100;

export const digimvCommand: Command = {
  says: 'annual accounts from the public DigiMV files: <file.ods|file.csv|folder>... --year 2024 [--checked <variable>] [--dry-run]',
  async run(config, words) {
    const { values, positionals } = parseArgs({
      args: words,
      options: {
        year: { type: 'string' },
        checked: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const files = positionals.flatMap(filesAt);
    const wish = { bookYear: Number(values.year), checked: values.checked ?? [] };
    // Before anything is opened.
    trustedIn(wish);
    if (files.length === 0) throw NO_FILE;
    const digest = await digestOf(files);
    const report = await inArchive(config, (archive) =>
      importExport(archive, { ...wish, files, digest, isDryRun: values['dry-run'] ?? false }, new Date(), progress()),
    );
    process.stdout.write(reportOf(report));
  },
};

function progress() {
  let read = 0;
  return (bytes: number) => {
    const before = Math.floor(read / MEGABYTE / STEP);
    read += bytes;
    if (Math.floor(read / MEGABYTE / STEP) > before) process.stderr.write(`${Math.floor(read / MEGABYTE)} MB read\n`);
  };
}

async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) for await (const piece of createReadStream(file)) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

const NO_FILE = new Invalid([
  { field: 'file', en: 'name the files of the export.', nl: 'noem de bestanden van de export.' },
]);
