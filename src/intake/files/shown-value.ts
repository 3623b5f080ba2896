/** A kept value as it is shown in a workbook, and back in the words of a cell: euros for cents, percents for fractions. */
import type { KeptValue } from '../../domain/intake/filled';
import type { Field, FieldType } from '../../domain/intake/form';
import { writableText } from './writable-text';

export type Shown = string | number | Date | null;

/** By the code of a choice. */
export type Labels = ReadonlyMap<string, string>;

type Show = (kept: KeptValue, labels: Labels) => Shown;

const text = writableText;
const number: Show = (kept) => Number(kept);

const SHOW = {
  AMOUNT: (kept) => Number(kept) / 100,
  NUMBER: number,
  DECIMAL: number,
  // Shown with a percent sign by the format of the cell, as which people type it.
  PERCENTAGE: number,
  YES_NO: (kept) => (kept === '1' ? 'ja' : 'nee'),
  CHOICE: (kept, labels) => labels.get(kept) ?? text(kept),
  // Spreadsheets count days from 1 March 1900 in the same way; before it they differ.
  DAY: (kept) => (kept >= '1900-03-01' ? new Date(`${kept}T00:00:00Z`) : text(kept)),
  KVK: text,
  TEXT: text,
} as const satisfies Readonly<Record<FieldType, Show>>;

export const shown = ({ type }: Field, kept: KeptValue, labels: Labels): Shown => SHOW[type](kept, labels);

/** How a cell of a type looks: its number format, its width in characters and what is asked, in Dutch. */
export const LOOKS = {
  AMOUNT: { format: '#,##0.00', width: 20, unit: 'euro' },
  NUMBER: { format: '#,##0', width: 14, unit: 'aantal' },
  DECIMAL: { format: '#,##0.####', width: 14, unit: 'getal' },
  PERCENTAGE: { format: '0.0##%', width: 14, unit: '%' },
  YES_NO: { format: '@', width: 10, unit: 'ja of nee' },
  CHOICE: { format: '@', width: 30, unit: 'keuze' },
  DAY: { format: 'dd-mm-yyyy', width: 14, unit: 'datum' },
  KVK: { format: '@', width: 14, unit: 'acht cijfers' },
  TEXT: { format: '@', width: 40, unit: 'tekst' },
} as const satisfies Readonly<Record<FieldType, { format: string; width: number; unit: string }>>;
