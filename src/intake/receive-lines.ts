/** A list that is too long for a form: read line by line into the draft, in memory that does not grow with it. */
import { createReadStream } from 'node:fs';
import type { Draft } from '../actions/in-draft';
import { Findings } from '../domain/intake/bounded';
import { type Choices, indexOf } from '../domain/intake/choices';
import type { CheckFinding } from '../domain/intake/finding';
import type { Section } from '../domain/intake/form';
import { readMark } from './files/csv-mark';
import { csvRows } from './files/csv-rows';
import { found, Refusal } from './files/rules';
import { type Columns, columnsOf } from './line-columns';
import { lineOf } from './line-of';
import { FileRefused, isError, type OnStage, type SpooledFile } from './received';
import { checkMeta, type Seal } from './template-token';

/** As many lines as are written at once: a statement for each would cost more than the lines. */
const BLOCK = 4_000;

export interface ReadLines {
  readonly lines: number;
  /** What there is to say of the file. */
  readonly findings: readonly CheckFinding[];
}

/**
 * Reads the lines of a file in place of those that the draft had, in the transaction of the draft.
 * @throws FileRefused when a line is wrong: a list lands whole or not at all
 */
export async function receiveLines(
  draft: Draft,
  section: Section,
  file: SpooledFile,
  { choices, seal, onStage }: { choices: Choices; seal: Seal; onStage: OnStage },
): Promise<ReadLines> {
  const { tx, delivery, party } = draft;
  const findings = new Findings();
  await tx.query('delete from draft_lines where delivery_id = $1 and section = $2', [delivery.id, section.code]);
  const insert =
    'insert into draft_lines (delivery_id, party_id, section, block, count, lines) values ($1, $2, $3, $4, $5, $6)';
  let [block, lines] = [0, 0];
  let waiting: string[] = [];
  const write = async () => {
    if (waiting.length === 0) return;
    block += 1;
    await tx.query(insert, [delivery.id, party.id, section.code, block, waiting.length, waiting]);
    waiting = [];
    onStage('CELL', lines);
  };
  try {
    const { batches } = await csvRows(createReadStream(file.path), (rule) => findings.add(found(rule)));
    const [registered, indexOfField] = [await providersFor(draft, section), indexes(choices)];
    let columns: Columns | null = null;
    let isFirst = true;
    for await (const { rows, lines: numbers } of batches) {
      for (const [at, cells] of rows.entries()) {
        const mark = isFirst ? readMark(cells) : null;
        isFirst = false;
        if (mark) {
          const wrong = mark.meta ? checkMeta(mark.meta, draft, seal) : [found('form.changed-mark')];
          if (wrong.length > 0) throw new FileRefused(wrong);
          continue;
        }
        if (cells.every((cell) => cell === '')) continue;
        const line = numbers[at] ?? 0;
        if (columns === null) {
          columns = columnsOf(section, cells, line, indexOfField, findings);
          continue;
        }
        lines += 1;
        waiting.push(lineOf(section, columns, cells, line, registered, findings));
        if (waiting.length === BLOCK) await write();
      }
    }
    await write();
  } catch (error) {
    if (error instanceof Refusal) throw new FileRefused([...findings.all(), ...error.findings]);
    throw error;
  }
  if (lines === 0) findings.add(found('form.only-header', { section: section.code }));
  const all = findings.all();
  if (all.some(isError)) throw new FileRefused(all);
  return { lines, findings: all };
}

const indexes = (choices: Choices) => (list: Parameters<Choices['get']>[0] | undefined) =>
  indexOf((list && choices.get(list)) ?? []);

/** The numbers of the register, for a list that names providers: there are thousands of them, and millions of lines. */
async function providersFor({ tx }: Draft, { fields }: Section): Promise<ReadonlySet<string>> {
  if (!fields.some(({ type }) => type === 'KVK')) return new Set();
  const rows: { number: string }[] = await tx.query('select kvk_number as number from provider');
  return new Set(rows.map(({ number }) => number));
}
