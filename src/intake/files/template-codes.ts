/** The sheet with the lists to choose from: the words that cells for input point at, with their codes. */
import type { Choice, ChoiceList, Form } from '../../domain/intake/form';
import { choiceLabels } from './choice-labels';
import { CODES_SHEET } from './template-layout';
import { choiceListName, namedCells } from './template-names';
import { type Made, TemplateSheet } from './template-sheet';
import { STYLES } from './template-styles';

const TITLES: Readonly<Record<ChoiceList, string>> = {
  careForms: 'Zorgvormen',
  clientKinds: 'Soorten opdrachtgever',
  clients: 'Opdrachtgevers',
  contractTypes: 'Soorten contract',
  fundings: 'Bekostiging',
  municipalities: 'Gemeenten',
  procurements: 'Inkoopvormen',
  referrers: 'Verwijzers',
  regions: "Jeugdregio's",
  trends: 'Trends',
  volumeUnits: 'Eenheden',
};

/** The lists that the sheets of a form choose from. */
export const listsOf = ({ sections }: Form): readonly ChoiceList[] => [
  ...new Set(
    sections
      .filter(({ isBulk }) => !isBulk)
      .flatMap(({ fields }) => fields.flatMap(({ list }) => (list ? [list] : []))),
  ),
];

export function codesSheet(form: Form, choices: ReadonlyMap<ChoiceList, readonly Choice[]>): Made {
  const lists = listsOf(form);
  const sheet = new TemplateSheet(
    CODES_SHEET,
    lists.flatMap(() => [38, 12]),
  );
  for (const [at, list] of lists.entries()) {
    const column = at * 2;
    const labels = [...choiceLabels(choices.get(list) ?? [])];
    sheet.put(0, column, TITLES[list], STYLES.heading).put(0, column + 1, 'Code', STYLES.heading);
    for (const [index, [code, label]] of labels.entries())
      sheet.put(index + 1, column, label, STYLES.label).put(index + 1, column + 1, code, STYLES.code);
    // A name of no cells is an error in a spreadsheet: an empty list points at the empty cell under its heading.
    sheet.call(namedCells(choiceListName(list), CODES_SHEET, column, 1, Math.max(1, labels.length)));
  }
  return sheet.made({ freezePane: { rows: 1 } });
}
