/** A list that is too long for a form: read line by line into the draft, in memory that does not grow with it. */
import { createReadStream } from 'node:fs';
import type { Draft } from '../actions/in-draft';
import { Findings } from '../domain/intake/bounded';
import { type ChoiceIndex, type Choices, indexOf } from '../domain/intake/choices';
import type { CheckFinding } from '../domain/intake/finding';
import type { Field, Section } from '../domain/intake/form';
import { parseValue } from '../domain/intake/parse-value';
import { shownValue } from '../domain/intake/shown-value';
import { csvRows } from './files/csv-rows';
import { CSV_MARK } from './files/read-csv';
import { found, Refusal } from './files/rules';
import { isError, type OnStage, type SpooledFile } from './received';

/** As many lines as are written at once: a statement for each would cost more than the lines. */
const BLOCK = 4_000;

/** The lines could not be taken; nothing of them stays. */
export class LinesRefused extends Error {
  constructor(readonly findings: readonly CheckFinding[]) {
    super('The lines of a file were refused.');
  }
}

/**
 * Reads the lines of a file in place of those that the draft had, in the transaction of the draft.
 * @returns how many there were, and what there is to say of the file
 * @throws LinesRefused when a line is wrong: a list lands whole or not at all
 */
export async function receiveLines(
  { tx, delivery, party }: Draft,
  section: Section,
  file: SpooledFile,
  choices: Choices,
  onStage: OnStage,
): Promise<{ lines: number; findings: readonly CheckFinding[] }> {
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
    let columns: Column[] | null = null;
    for await (const { rows, lines: numbers } of batches) {
      for (const [at, cells] of rows.entries()) {
        if (cells[0] === CSV_MARK || cells.every((cell) => cell === '')) continue;
        if (columns === null) {
          columns = columnsOf(section, cells, choices, findings);
          continue;
        }
        lines += 1;
        waiting.push(lineOf(section, columns, cells, numbers[at] ?? 0, findings));
        if (waiting.length === BLOCK) await write();
      }
    }
    await write();
  } catch (error) {
    if (error instanceof Refusal) throw new LinesRefused([...findings.all(), ...error.findings]);
    throw error;
  }
  if (lines === 0) findings.add(found('form.only-header', { section: section.code }));
  const all = findings.all();
  if (all.some(isError)) throw new LinesRefused(all);
  return { lines, findings: all };
}

interface Column {
  readonly field: Field;
  /** Where it stands in a line; -1 when it is not there. */
  readonly at: number;
  readonly index: ChoiceIndex;
  /** What was read of a code before: there are few of them, and many lines. */
  readonly known: Map<string, string>;
}

/** The fields of the list, in the order of the form, and where each stands. Columns are called by code or label. */
function columnsOf(section: Section, headings: readonly string[], choices: Choices, findings: Findings): Column[] {
  const plain = headings.map((heading) => heading.trim().toLowerCase());
  const names = ({ code, label }: Field) => [code, label.nl, label.en].map((name) => name.toLowerCase());
  for (const [at, heading] of plain.entries()) {
    if (heading === '' || section.fields.some((field) => names(field).includes(heading))) continue;
    findings.add(found('form.unknown-field', { section: section.code, place: { sheet: null, cell: `1:${at + 1}` } }));
  }
  return section.fields.map((field) => {
    const at = plain.findIndex((heading) => names(field).includes(heading));
    if (at < 0 && field.isRequired) {
      findings.add(found('form.missing-field', { section: section.code, field: field.code }));
    }
    return { field, at, index: indexOf((field.list && choices.get(field.list)) ?? []), known: new Map() };
  });
}

/** One line as it is kept: its number and its values, with tabs between them. */
function lineOf(
  section: Section,
  columns: readonly Column[],
  cells: readonly string[],
  line: number,
  findings: Findings,
): string {
  let kept = String(line);
  for (const { field, at, index, known } of columns) {
    const text = at < 0 ? '' : (cells[at] ?? '');
    const before = known.get(text);
    if (before !== undefined) {
      kept += `\t${before}`;
      continue;
    }
    const parsed = parseValue(field, { text, place: null }, index);
    if (parsed && 'kept' in parsed) {
      if (field.type === 'CHOICE' || field.type === 'KVK') known.set(text, parsed.kept);
      kept += `\t${parsed.kept}`;
      continue;
    }
    kept += '\t';
    if (!parsed && (!field.isRequired || at < 0)) continue;
    const problem = parsed?.problem ?? EMPTY;
    findings.add({
      ...{ severity: 'ERROR', step: 'CELL', rule: problem.rule, section: section.code, row: line, field: field.code },
      ...{ place: { sheet: null, cell: `${line}:${field.code}` }, value: parsed ? shownValue(text) : null },
      ...{ expected: problem.expected, message: problem.message },
    });
  }
  return kept;
}

const EMPTY = {
  rule: 'cell.required',
  expected: null,
  message: { en: 'This value must be there. Fill it in.', nl: 'Deze waarde moet er staan. Vul haar in.' },
} as const;
