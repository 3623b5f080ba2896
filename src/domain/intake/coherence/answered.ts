/** One delivery as the rules read it: its sound values as exact numbers, beside what is known. */
import { fromDecimal, type Ratio } from '../../ratio';
import type { KeptValue, Place } from '../filled';
import type { Field, Form } from '../form';
import type { KeptSections } from '../kept';
import type { ListCode } from '../lists';
import type { Known } from './known';

/** A value in its place. */
export interface Cell {
  readonly section: string;
  readonly row: number;
  readonly field: Field;
  readonly kept: KeptValue;
  readonly place: Place | null;
}

/** One that can be reckoned with: cents, a count, days, a fraction. */
export interface NumberCell extends Cell {
  readonly value: Ratio;
}

export interface ListRow {
  readonly row: number;
  cell(code: string): Cell | null;
  number(code: string): NumberCell | null;
}

export interface Answered {
  readonly form: Form;
  readonly known: Known;
  /** All single items that are numbers. */
  readonly numbers: readonly NumberCell[];
  /** By figure item, or by code for what becomes no figure. */
  number(item: string): NumberCell | null;
  item(item: string): Cell | null;
  rows(list: ListCode): readonly ListRow[];
}

const NUMBERS: ReadonlySet<string> = new Set(['AMOUNT', 'NUMBER', 'DECIMAL', 'PERCENTAGE']);

/** What an item is called in what is known. */
export const itemOf = ({ figureItem, code }: Field): string => figureItem ?? code;

export function answered(form: Form, kept: KeptSections, known: Known): Answered {
  const byItem = new Map<string, Cell>();
  const lists = new Map<string, readonly ListRow[]>();
  for (const { code: section, kind, fields } of form.sections) {
    const rows = (kept.get(section) ?? []).map(({ row, values, places }): ListRow => {
      const cell = (code: string): Cell | null => {
        const [value, field] = [values.get(code), fields.find((one) => one.code === code)];
        return value === undefined || !field
          ? null
          : { section, row, field, kept: value, place: places?.get(code) ?? null };
      };
      return { row, cell, number: (code) => asNumber(cell(code)) };
    });
    if (kind === 'LIST') lists.set(section, rows);
    for (const field of kind === 'ITEMS' ? fields : []) {
      const cell = rows[0]?.cell(field.code);
      if (cell) byItem.set(itemOf(field), cell);
    }
  }
  return {
    form,
    known,
    numbers: [...byItem.values()].flatMap((cell) => asNumber(cell) ?? []),
    number: (item) => asNumber(byItem.get(item) ?? null),
    item: (item) => byItem.get(item) ?? null,
    rows: (list) => lists.get(list) ?? [],
  };
}

function asNumber(cell: Cell | null): NumberCell | null {
  return cell && NUMBERS.has(cell.field.type) ? { ...cell, value: fromDecimal(cell.kept) } : null;
}
