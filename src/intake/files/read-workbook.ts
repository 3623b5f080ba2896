/** Reads a filled-in template. What stands where is told by codes, never by the place where the template had it. */
import type { FilledSection } from '../../domain/intake/filled';
import type { Form, Section } from '../../domain/intake/form';
import { findMixedDecimals } from './decimals';
import { farValues } from './far-values';
import type { FileRead } from './file-read';
import { Findings } from './findings';
import { hiddenTextsHoldPersonal } from './hidden-texts';
import { type MarkedSheet, marked } from './marked-sheet';
import { lookBeside, lookIntoSheet } from './read-beside';
import { readItems } from './read-items';
import { readList } from './read-list';
import { readMetaSheet } from './read-meta-sheet';
import { type PlainSheet, readWorkbook } from './spreadsheet';
import { CODES_SHEET, FINDINGS_SHEET, META_SHEET, READ_ME_SHEET } from './template-layout';

const READERS = { ITEMS: readItems, LIST: readList } as const;

/** Of bytes that were found safe (guard-zip). Throws when they are no workbook after all. */
export async function readTemplate(bytes: Buffer, form: Form): Promise<FileRead> {
  const sheets = await readWorkbook(bytes);
  const findings = new Findings();
  const hidden = sheets.find(({ name }) => name === META_SHEET);
  const meta = hidden ? readMetaSheet(hidden, findings) : null;
  if (!meta) findings.add('form.not-our-template');
  for (const rule of farValues(bytes)) findings.add(rule);
  if (hiddenTextsHoldPersonal(bytes)) findings.add('form.hidden-personal-data');
  const others = sheets.filter((sheet) => sheet !== hidden);
  const answered = answeredSheets(others, form, findings);
  const sections = [...answered].map(([section, sheet]) => readSection(section, sheet, findings));
  for (const section of form.sections)
    if (!section.isBulk && !answered.has(section))
      findings.add('form.missing-sheet', { section: section.code, severity: section.isRequired ? 'ERROR' : 'INFO' });
  findMixedDecimals(form, sections, findings);
  return { meta, sections, findings: findings.all() };
}

/** Sheets without codes that the template has. */
const OURS: ReadonlySet<string> = new Set([READ_ME_SHEET, CODES_SHEET, FINDINGS_SHEET]);

function answeredSheets(
  sheets: readonly PlainSheet[],
  { sections }: Form,
  findings: Findings,
): ReadonlyMap<Section, MarkedSheet> {
  const answered = new Map<Section, MarkedSheet>();
  for (const sheet of sheets) {
    const mark = marked(sheet);
    const section = sections.find(({ code, isBulk }) => code === mark?.code && !isBulk);
    const place = { sheet: sheet.name, cell: 'A1' };
    if (mark && section && !answered.has(section)) answered.set(section, mark);
    else {
      if (section) findings.add('form.sheet-twice', { section: section.code, place });
      else if (!OURS.has(sheet.name) && !isEmpty(sheet)) findings.add('form.unknown-sheet', { place });
      lookIntoSheet(sheet, findings);
    }
  }
  return answered;
}

/** Some programs add empty sheets of their own accord. */
const isEmpty = ({ rows }: PlainSheet) => rows.every((cells) => cells.every((cell) => cell === null));

function readSection(section: Section, mark: MarkedSheet, findings: Findings): FilledSection {
  if (mark.sheet.isHidden)
    findings.add('form.hidden-sheet', { section: section.code, place: { sheet: mark.sheet.name, cell: 'A1' } });
  const filled = READERS[section.kind](section, mark, findings);
  lookBeside(filled, mark, findings);
  return filled;
}
