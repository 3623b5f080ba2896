import type { Said } from '../language';

/** What may never be in a text or file that is sent to us (covenant: "nooit persoonsgegevens"), as far as a rule can find it. */
export const PERSONAL_DATA = {
  BSN: { en: 'a citizen service number', nl: 'een burgerservicenummer' },
  EMAIL: { en: 'an e-mail address of a person', nl: 'een e-mailadres van een persoon' },
  PHONE: { en: 'a telephone number', nl: 'een telefoonnummer' },
  IBAN: { en: 'a bank account', nl: 'een bankrekening' },
  BIRTH_DATE: { en: 'a date of birth', nl: 'een geboortedatum' },
} as const satisfies Readonly<Record<string, Said>>;
export type PersonalDataKind = keyof typeof PERSONAL_DATA;

/** Where something is: from `start` up to `end`, counted in UTF-16 units as the text was given. Never what it is. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export interface Found extends Place {
  readonly kind: PersonalDataKind;
}

/** Finds one kind in a text that was made legible, or in a cell of which the heading is the context. */
export interface Finder {
  readonly inText: (text: string) => readonly Place[];
  /** Whether a cell holds one, given the heading of its column. Both were made legible. */
  readonly inCell: (cell: string, heading: string) => boolean;
}
