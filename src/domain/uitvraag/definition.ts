/** A versioned definition of what is asked: data, not code (covenant Bijlage 4; Regeling Jeugdwet 8g). */
import type { Terms } from '../intake/terms';
import type { Frequency, PartyKind, Unit } from '../vocabulary';

/** One item that is asked, and the figure it becomes: as in seeds/reference/uitvraag and entities/uitvraag-item.ts. */
export interface UitvraagItemDefinition {
  /** The item's own number in the source, such as "A2.1" or "b4". */
  readonly code: string;
  readonly askedOf: PartyKind;
  /** The Dutch label on screens and templates. */
  readonly label: string;
  /** Null when it is delivered as a list of its own, such as contracts. */
  readonly figureItem: string | null;
  readonly unit: Unit;
  readonly frequency: Frequency;
  /** Delivered as year-to-date. */
  readonly isCumulative: boolean;
  readonly isRequired: boolean;
  readonly legalBasis: string;
}

export interface UitvraagDefinition {
  readonly key: string;
  /** 1 and up. A change is a new version. */
  readonly version: number;
  readonly name: string;
  readonly legalBasis: string;
  /** Half-open, in days of the calendar; null while it has no end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** When it opens, is due, is reminded of; without them the terms by default. */
  readonly terms?: Terms | null;
  readonly items: readonly UitvraagItemDefinition[];
}

/** The definitions in force on a day: of each the newest version that is valid then. */
export function inForceOn(definitions: readonly UitvraagDefinition[], day: string): UitvraagDefinition[] {
  const valid = definitions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo));
  return valid.filter((one) => !valid.some(({ key, version }) => key === one.key && version > one.version));
}
