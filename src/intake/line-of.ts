/** One line of a long list: checked, and as it is kept. */
import { UNKNOWN_PROVIDER } from '../delivery/draft/check-register';
import { fill } from '../domain/fill';
import type { Findings } from '../domain/intake/bounded';
import { CELL_PROBLEMS } from '../domain/intake/cell-problems';
import type { Field, Section } from '../domain/intake/form';
import { parseValue } from '../domain/intake/parse-value';
import { personalIn, shownValue } from '../domain/intake/shown-value';
import type { Said } from '../domain/language';
import { refusalOf } from '../domain/personal-data/explain';
import { found } from './files/rules';
import type { Columns } from './line-columns';

/**
 * Its number and its values, with tabs between them. What is wrong with it is found.
 * @param registered the numbers of the Chamber of Commerce that are in the register
 */
export function lineOf(
  section: Section,
  columns: Columns,
  cells: readonly string[],
  line: number,
  registered: ReadonlySet<string>,
  findings: Findings,
): string {
  let kept = String(line);
  if (!isWhole(columns, cells)) {
    findings.add(found('form.csv-columns', { section: section.code, place: { sheet: null, cell: String(line) } }));
    return kept;
  }
  for (const { field, at, index, known } of columns.all) {
    const text = at < 0 ? '' : (cells[at] ?? '');
    const before = known.get(text);
    if (before !== undefined) {
      kept += `\t${before}`;
      continue;
    }
    const parsed = parseValue(field, { text, place: null }, index);
    if (parsed && 'kept' in parsed && (field.type !== 'KVK' || registered.has(parsed.kept))) {
      if (field.type === 'CHOICE' || field.type === 'KVK') known.set(text, parsed.kept);
      kept += `\t${parsed.kept}`;
      continue;
    }
    kept += '\t';
    if (!parsed && (!field.isRequired || at < 0)) continue;
    const problem = parsed && ('problem' in parsed ? (personal(text, field) ?? parsed.problem) : NOT_REGISTERED);
    const { rule, expected, message } = problem ?? EMPTY;
    findings.add({
      ...{ severity: 'ERROR', step: 'CELL', rule, section: section.code, row: line, field: field.code },
      ...{ place: { sheet: null, cell: `${line}:${field.code}` }, expected, message },
      value: parsed && rule !== PERSONAL ? shownValue(text) : null,
    });
  }
  return kept;
}

/** A spreadsheet writes empty cells to the right of a table too. */
const isWhole = ({ width, nameless }: Columns, cells: readonly string[]) =>
  (cells.length === width || (cells.length > width && cells.slice(width).every(isEmpty))) &&
  (nameless.length === 0 || nameless.every((at) => isEmpty(cells[at] ?? '')));
const isEmpty = (cell: string) => cell.trim() === '';

interface Problem {
  readonly rule: string;
  readonly expected: Said | null;
  readonly message: Said;
}

const PERSONAL = 'cell.personal-data';
const { nl, en } = CELL_PROBLEMS[PERSONAL];

/** What could not be read may be about somebody. */
function personal(text: string, { label }: Field): Problem | null {
  const refusal = refusalOf(personalIn(text, label.nl, false));
  const message = refusal && { nl: fill(nl, { found: refusal.nl }), en: fill(en, { found: refusal.en }) };
  return message && { rule: PERSONAL, expected: null, message };
}

const NOT_REGISTERED: Problem = { rule: 'cell.unknown-provider', expected: null, message: UNKNOWN_PROVIDER };

const EMPTY: Problem = {
  rule: 'cell.required',
  expected: null,
  message: { en: 'This value must be there. Fill it in.', nl: 'Deze waarde moet er staan. Vul haar in.' },
};
