/**
 * What a party fills in for one uitvraag and one period: sections of fields. The form on the screen, the workbook, the CSV and
 * the programs of a party all follow from it, and from nothing else.
 */
import type { Said } from '../language';
import type { Unit, Words } from '../vocabulary';

/** What may be filled in, as people write it; see parse-value for the way it is kept. */
export const FIELD_TYPES = {
  AMOUNT: { nl: 'bedrag', says: 'Euros, at most two decimals. Kept as whole cents.' },
  NUMBER: { nl: 'aantal', says: 'A whole number, not below zero.' },
  DECIMAL: { nl: 'getal', says: 'A number with at most four decimals, not below zero.' },
  PERCENTAGE: { nl: 'percentage', says: 'A percentage: 18.5 or 18,5 is 18.5 %. Kept as a fraction: 0.185.' },
  YES_NO: { nl: 'ja/nee', says: 'Yes or no. Kept as 1 or 0.' },
  CHOICE: { nl: 'keuze', says: 'A code of a list.' },
  DAY: { nl: 'datum', says: 'A day of the calendar: 31-12-2026 or 2026-12-31. Kept as 2026-12-31.' },
  KVK: { nl: 'KvK-nummer', says: 'The number of the Chamber of Commerce: eight digits.' },
  TEXT: { nl: 'tekst', says: 'Text of at most 1,000 characters, without personal data.' },
} as const satisfies Words;
export type FieldType = keyof typeof FIELD_TYPES;

/** The lists of which the codes may be chosen. What they hold is reference data, or words of the vocabulary. */
export const CHOICE_LISTS = [
  'careForms',
  'clientKinds',
  'clients',
  'contractTypes',
  'fundings',
  'municipalities',
  'procurements',
  'referrers',
  'regions',
  'trends',
  'volumeUnits',
] as const;
export type ChoiceList = (typeof CHOICE_LISTS)[number];

export interface Choice {
  readonly code: string;
  /** As people choose it in a workbook. */
  readonly label: string;
}

export interface Field {
  /** Of the item ("A2.1", "b4"), or of the column of a list ("annualValue"). Unique within its section. */
  readonly code: string;
  readonly label: Said;
  readonly type: FieldType;
  /** Of a CHOICE. */
  readonly list?: ChoiceList;
  /** An error when it is empty; in a list: when the row is not empty. */
  readonly isRequired: boolean;
  /** Amounts and results that may be below zero. */
  readonly mayBeNegative?: boolean;
  /** Year-to-date. */
  readonly isCumulative?: boolean;
  /** Contact data that the uitvraag itself asks for: an office's address may stand here (8g b2). */
  readonly isContact?: boolean;
  /** The figure that it becomes, and its unit there. */
  readonly figureItem?: string | null;
  readonly unit?: Unit;
  /** Why it is asked. */
  readonly legalBasis?: string;
}

export const SECTION_KINDS = {
  ITEMS: { nl: 'losse gegevens', says: 'One value per field.' },
  LIST: { nl: 'lijst', says: 'Rows, of which each has a value per field.' },
} as const satisfies Words;
export type SectionKind = keyof typeof SECTION_KINDS;

export interface Section {
  readonly code: string;
  readonly label: Said;
  readonly kind: SectionKind;
  readonly fields: readonly Field[];
  /** The fields of a list that together name a row: no two rows may have the same. */
  readonly key: readonly string[];
  /** May be confirmed as it was ("no change"), because it is a list that is asked for every year. */
  readonly mayStayAsItWas: boolean;
  /** Too long for a workbook: by CSV alone. */
  readonly isBulk: boolean;
  /** A list may be left out altogether, when nothing in it is required by the definition. */
  readonly isRequired: boolean;
}

export interface Form {
  readonly uitvraagKey: string;
  readonly uitvraagVersion: number;
  /** Half-open, days of the calendar. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly sections: readonly Section[];
}
