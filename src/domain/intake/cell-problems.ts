/** What can be wrong in a section beside the value of one field, in words for who filled it in. */
import type { Said } from '../language';

export const CELL_PROBLEMS = {
  'cell.required': {
    nl: 'Vul “{label}” in. Is het nul? Vul dan 0 in.',
    en: 'Fill in “{label}”. Is it zero? Then fill in 0.',
  },
  'cell.section-empty': {
    nl: 'Het onderdeel “{label}” is nog leeg. Vul het in.',
    en: 'The section “{label}” is still empty. Fill it in.',
  },
  'cell.long-list': {
    nl: 'De lijst “{label}” is te lang voor een formulier. Lever haar als eigen csv-bestand aan: PUT /v1/deliveries/:id/file?section={code}.',
    en: 'The list “{label}” is too long for a form. Deliver it as a CSV of its own: PUT /v1/deliveries/:id/file?section={code}.',
  },
  'cell.unknown-section': {
    nl: 'Dit onderdeel wordt voor deze periode niet gevraagd. Haal het weg, of gebruik het sjabloon van deze periode.',
    en: 'This section is not asked for this period. Remove it, or use the template of this period.',
  },
  'cell.unknown-field': {
    nl: 'Dit gegeven wordt in “{label}” niet gevraagd. Haal het weg, of gebruik het sjabloon van deze periode.',
    en: 'This item is not asked in “{label}”. Remove it, or use the template of this period.',
  },
  'cell.more-than-once': {
    nl: 'Dit gegeven staat er meer dan één keer. Laat één waarde staan.',
    en: 'This item is there more than once. Leave one value.',
  },
  'cell.duplicate-row': {
    nl: 'Deze rij is dezelfde als rij {row}: {key} {are} gelijk. Voeg de rijen samen of haal er één weg.',
    en: 'This row is the same as row {row}: {key} {are} equal. Put the rows together or remove one.',
  },
  'cell.personal-data': {
    nl: 'Dit veld {found}',
    en: 'This field {found}',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type CellRule = keyof typeof CELL_PROBLEMS;
