import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatQuarter, parseQuarter } from '../domain/period';
import { Invalid, NotFound } from '../errors';
import { knownIn, readDeclarations } from '../intake/sources/ijw';
import type { Declared } from '../intake/sources/ijw/declared';
import { findingsOf } from '../intake/sources/ijw/findings';
import { csvOf, euros, rowsOf } from '../intake/sources/ijw/rows';
import { inArchive } from './archive';
import type { Command } from './command';
import { Progress } from './progress';

const MEGABYTE = 1_000_000;

export const jw323Command: Command = {
  says: 'declared production from iJw declaration messages, without any client: <file.xml>... [--quarter 2026Q3] [--csv]',
  async run(config, words) {
    const { values, positionals } = parseArgs({
      args: words,
      options: { quarter: { type: 'string' }, csv: { type: 'boolean' } },
      allowPositionals: true,
    });
    const asked = values.quarter === undefined ? null : quarterIn(values.quarter);
    const sizes = positionals.map(sizeOf);
    if (sizes.length === 0) throw NO_FILE;
    const progress = new Progress('MB');
    const total = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / MEGABYTE);
    let [read, shown] = [0, 0];
    progress.of(0, total);
    const declared = await inArchive(config, async (archive) =>
      readDeclarations(positionals, await knownIn(archive), (bytes) => {
        read += bytes;
        if (Math.floor(read / MEGABYTE / STEP) === shown) return;
        shown = Math.floor(read / MEGABYTE / STEP);
        progress.of(Math.floor(read / MEGABYTE), total);
      }),
    ).finally(() => progress.done());
    const quarter = asked ?? onlyQuarter(declared);
    if (values.csv && quarter === null) throw WHICH_QUARTER;
    for (const { severity, message } of findingsOf(declared, quarter))
      process.stderr.write(`${severity}: ${message.en}\n`);
    process.stdout.write(values.csv ? csvOf(rowsOf(declared, quarter as string)) : told(declared));
    if (declared.unplaced.size > 0 || declared.wrongTotals + declared.repeated > 0) process.exitCode = 1;
  },
};

/** A line per so many megabytes where there is no bar. */
const STEP = 10;

function sizeOf(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw NOT_THERE;
  return size;
}

function quarterIn(text: string): string {
  const quarter = parseQuarter(text);
  if (quarter === null) throw WRONG_QUARTER;
  return quarter;
}

const onlyQuarter = ({ rows }: Declared): string | null => (rows.size === 1 ? ([...rows.keys()][0] as string) : null);

function told(declared: Declared): string {
  const { messages, all } = declared;
  const lines = [...declared.rows.keys()].sort().map((quarter) => {
    const rows = rowsOf(declared, quarter);
    const cents = rows.reduce((sum, row) => sum + row.cents, 0n);
    return `${formatQuarter(quarter)}: ${rows.length} rows, EUR ${euros(`${cents}`)}.`;
  });
  const first = `Read ${all.lines} lines in ${messages} messages, EUR ${euros(`${all.cents}`)}. No client was kept.`;
  return `${[first, ...lines].join('\n')}\n`;
}

const NO_FILE = new Invalid([
  { field: 'file', en: 'name one or more JW323 messages.', nl: 'noem een of meer JW323-berichten.' },
]);
const NOT_THERE = new NotFound({ en: 'There is no such file.', nl: 'Dit bestand bestaat niet.' });
const WRONG_QUARTER = new Invalid([
  { field: '--quarter', en: 'must look like 2026Q3.', nl: 'moet de vorm 2026Q3 hebben.' },
]);
const WHICH_QUARTER = new Invalid([
  {
    field: '--quarter',
    en: 'is needed: the messages are not about one quarter. Run without --csv to see which.',
    nl: 'is nodig: de berichten gaan niet over één kwartaal. Draai zonder --csv om te zien over welke.',
  },
]);
