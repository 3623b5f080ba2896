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
import { type PlainSheet, readWorkbook } from './spreadsheet';
import { CODES_SHEET, FINDINGS_SHEET, META_SHEET, READ_ME_SHEET } from './template-layout';
import { readMeta, type TemplateMeta } from './template-meta';

const READERS = { ITEMS: readItems, LIST: readList } as const;

/** Of bytes that were found safe (guard-zip). Throws when they are no workbook after all. */
export async function readTemplate(bytes: Buffer, form: Form): Promise<FileRead> {
  const sheets = await readWorkbook(bytes);
  const findings = new Findings();
  const meta = metaOf(sheets);
  if (!meta) findings.add('form.not-our-template');
  for (const rule of farValues(bytes)) findings.add(rule);
  if (hiddenTextsHoldPersonal(bytes)) findings.add('form.hidden-personal-data');
  const answered = answeredSheets(sheets, form, findings);
  const sections = [...answered].map(([section, sheet]) => readSection(section, sheet, findings));
  for (const section of form.sections)
    if (!section.isBulk && !answered.has(section))
      findings.add('form.missing-sheet', { section: section.code, severity: section.isRequired ? 'ERROR' : 'INFO' });
  findMixedDecimals(form, sections, findings);
  return { meta, sections, findings: findings.all() };
}

function metaOf(sheets: readonly PlainSheet[]): TemplateMeta | null {
  const rows = sheets.find(({ name }) => name === META_SHEET)?.rows ?? [];
  return readMeta(new Map(rows.map(([key, value]) => [key?.text ?? '', value?.text ?? ''])));
}

/** Sheets without codes that the template has. */
const OURS: ReadonlySet<string> = new Set([READ_ME_SHEET, CODES_SHEET, FINDINGS_SHEET]);

function answeredSheets(
  sheets: readonly PlainSheet[],
  { sections }: Form,
  findings: Findings,
): ReadonlyMap<Section, MarkedSheet> {
  const answered = new Map<Section, MarkedSheet>();
  for (const sheet of sheets.filter(({ name }) => name !== META_SHEET)) {
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
  lookBeside(section, mark, findings);
  return READERS[section.kind](section, mark, findings);
}
