/** Gives a party its own workbook back, with what was found written beside the cells, and all of it on a sheet at the end. */
import { CHECK_SEVERITIES, CHECK_STEPS, type CheckFinding } from '../../domain/intake/finding';
import type { Form } from '../../domain/intake/form';
import { annotateWorkbook, type Note, type SheetToWrite } from './spreadsheet';
import { FINDINGS_SHEET } from './template-layout';
import { STYLES } from './template-styles';

const AUTHOR = 'Early Warning System jeugdhulp';
const RED = 'FFC7CE';
/** As much as a comment shows without scrolling. */
const LONGEST_NOTE = 1_000;
const HEADINGS = ['Soort', 'Stap', 'Tabblad', 'Cel', 'Onderdeel', 'Gegeven', 'Bevinding', 'Verwacht', 'Regel'];
const WIDTHS = [16, 12, 26, 9, 26, 34, 90, 40, 28];

/**
 * The same file, of which the values, formulas and protection are as they were. `bytes` were found safe (guard-zip). Findings
 * without a place, and those of sheets that are not there, stand on the last sheet alone.
 */
export function writeFindings(bytes: Buffer, form: Form, findings: readonly CheckFinding[]): Promise<Buffer> {
  const added = findingsSheet(form, findings);
  return annotateWorkbook(bytes, notesOf(findings), { author: AUTHOR, fill: RED, added });
}

/** One for each cell, with all that was found in it. */
function notesOf(findings: readonly CheckFinding[]): readonly Note[] {
  const notes = new Map<string, Note>();
  // What is good to know colours no cell red.
  for (const { place, message, expected, severity } of findings) {
    if (!place?.sheet || severity === 'INFO') continue;
    const { sheet, cell } = place;
    const text = [message.nl, ...(expected ? [`Verwacht: ${expected.nl}`] : [])].join(' ');
    const key = `${cell} ${sheet}`;
    const before = notes.get(key)?.text;
    notes.set(key, { sheet, cell, text: (before ? `${before}\n${text}` : text).slice(0, LONGEST_NOTE) });
  }
  return [...notes.values()];
}

function findingsSheet(form: Form, findings: readonly CheckFinding[]): SheetToWrite {
  const rows = findings.map((finding) => {
    const { severity, step, place, message, expected, rule } = finding;
    const section = form.sections.find(({ code }) => code === finding.section);
    const field = section?.fields.find(({ code }) => code === finding.field);
    return [
      CHECK_SEVERITIES[severity].nl,
      CHECK_STEPS[step].nl,
      place?.sheet ?? '',
      place?.cell ?? '',
      section?.label.nl ?? '',
      field?.label.nl ?? '',
      message.nl,
      expected?.nl ?? '',
      rule,
    ];
  });
  const cells = new Map(
    [HEADINGS, ...rows].flatMap((row, at) =>
      row.map(
        (value, column) => [`${at},${column}`, { value, style: at === 0 ? STYLES.heading : STYLES.text }] as const,
      ),
    ),
  );
  return {
    name: FINDINGS_SHEET,
    rows: [],
    cells,
    columns: WIDTHS.map((width) => ({ width })),
    freezePane: { rows: 1 },
  };
}
