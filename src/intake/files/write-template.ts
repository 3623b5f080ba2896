/** Writes the workbook in which a party fills in a form: what is known stands in it, and what may be chosen can be chosen. */
import type { ChoiceList } from '../../domain/intake/form';
import { choiceLabels } from './choice-labels';
import { type SheetToWrite, writeWorkbook } from './spreadsheet';
import { codesSheet } from './template-codes';
import { lastRow, lookup, type TemplateInput } from './template-input';
import { itemsSheet, type Values } from './template-items';
import { META_SHEET, sheetNames } from './template-layout';
import { listSheet } from './template-list';
import { META_KEYS, metaTexts, type TemplateMeta } from './template-meta';
import { readMeSheet } from './template-read-me';
import { PROTECTION } from './template-styles';

/** An .xlsx. Sections that are too long for a workbook are named on its first sheet, not in it. */
export function writeTemplate(input: TemplateInput): Promise<Buffer> {
  const { form, choices, meta, partyName } = input;
  const labels = new Map([...choices].map(([list, all]) => [list, choiceLabels(all)]));
  const values: Values = {
    known: lookup(input.known),
    filled: lookup(input.filled),
    previous: lookup(input.previous),
    labels: (list) => labels.get(list as ChoiceList) ?? new Map(),
  };
  const sections = [...sheetNames(form)].map(([section, name]) => {
    const last = Math.max(lastRow(input.known, section.code), lastRow(input.filled, section.code));
    return section.kind === 'ITEMS' ? itemsSheet(section, name, values) : listSheet(section, name, last, values);
  });
  const made = [readMeSheet(form, partyName), ...sections, codesSheet(form, choices)];
  return writeWorkbook(
    [...made.map(({ sheet }) => sheet), metaSheet(meta)],
    made.flatMap(({ names }) => names),
    { title: 'Sjabloon aanlevering', creator: 'Early Warning System jeugdhulp' },
  );
}

const metaSheet = (meta: TemplateMeta): SheetToWrite => ({
  name: META_SHEET,
  rows: metaTexts(meta).map((text, at) => [META_KEYS[at] ?? '', text]),
  veryHidden: true,
  protection: PROTECTION,
});
