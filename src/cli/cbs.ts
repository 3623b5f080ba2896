import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Invalid } from '../errors';
import { check, readMergers } from '../intake/sources/cbs';
import { readTable } from '../intake/sources/cbs/read-table';
import { inArchive } from './archive';
import type { Command } from './command';

export const cbsCommand: Command = {
  says: 'check a new list of municipalities, code lists or forms of care, and tell what it changes: <file.csv> [--mergers <file.csv>] [--on 2027-01-01] [--version <name>] [--adopt]',
  async run(config, words) {
    const { values, positionals } = parseArgs({
      args: words,
      options: {
        mergers: { type: 'string' },
        on: { type: 'string' },
        version: { type: 'string' },
        adopt: { type: 'boolean' },
      },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw NO_FILE;
    const wish = {
      table: readTable(file),
      mergers: values.mergers === undefined ? [] : readMergers(values.mergers),
      on: values.on ?? null,
      listVersion: values.version ?? null,
      digest: digestOf([file, ...(values.mergers === undefined ? [] : [values.mergers])]),
    };
    const lines = await inArchive(config, (archive) =>
      archive.transaction(async (tx) => {
        const { told, isNothing, adopt } = await check(tx, wish, new Date());
        if (values.adopt && !isNothing) await adopt();
        return [...told, isNothing ? 'It changes nothing.' : values.adopt ? ADOPTED : TRIED];
      }),
    );
    process.stdout.write(`${lines.join('\n')}\n`);
  },
};

const ADOPTED = 'It was adopted.';
const TRIED = 'Nothing was changed: add --adopt to use it.';

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return `sha256:${hash.digest('hex')}`;
}

const NO_FILE = new Invalid([{ field: 'file', en: 'name one list.', nl: 'noem één lijst.' }]);
