/** One rule of coherence: data, and how it looks. All limits are our own defaults unless the rule names a source. */
import type { Said } from '../../language';
import type { Ratio } from '../../ratio';
import type { CheckSeverity } from '../finding';
import type { FieldType } from '../form';
import { writeValue } from '../write-value';
import type { Answered, Cell } from './answered';

export type CoherenceCode = `coherence.${string}`;

export interface CoherenceRule {
  readonly code: CoherenceCode;
  /** Unless what was found says otherwise. */
  readonly severity: CheckSeverity;
  /** What is striking and what to do about it; {words} are filled in. */
  readonly says: Said;
  readonly expected: Said | null;
  /** Codes that say more of the same cell: where one of them was found, this one is not told. */
  readonly yieldsTo?: readonly CoherenceCode[];
  readonly find: (delivery: Answered) => readonly Found[];
}

export interface Found {
  /** The first is where it is told; the values of all are what an answer is about. */
  readonly cells: readonly [Cell, ...Cell[]];
  readonly words?: Readonly<Record<string, Said | string>>;
  readonly severity?: CheckSeverity;
}

/** A value as it stands in a message: "€ 1.250.000", "18,5%", "12". */
export function said(type: FieldType, kept: string): Said {
  const euro = (text: string) => (type === 'AMOUNT' ? text.replace(/^(-?)/, '$1€ ') : text);
  return { nl: euro(writeValue({ type }, kept, 'nl')), en: euro(writeValue({ type }, kept, 'en')) };
}
export const saidCell = ({ field, kept }: Cell): Said => said(field.type, kept);
export const saidCents = (cents: bigint): Said => said('AMOUNT', String(cents));

/** "Eigen vermogen (€ 100)". */
export function named(cell: Cell): Said {
  const value = saidCell(cell);
  const { label } = cell.field;
  return { nl: `${label.nl} (${value.nl})`, en: `${label.en} (${value.en})` };
}

/** A whole number of cents or of things; fractions are rounded down towards zero. */
export const wholeOf = ({ numerator, denominator }: Ratio): bigint => numerator / denominator;
