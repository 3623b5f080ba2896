/** The same item in earlier periods, in the amounts that can be compared: of each period alone, and since 1 January. */
import { addQuarters, isQuarter, quarterEnd, quarterIndex, quarterNumber } from '../../period';
import { fromDecimal, type Ratio } from '../../ratio';
import { type Answered, itemOf, type NumberCell } from './answered';
import { minus } from './compare';

/** Periods follow each other by their length: a quarter after a quarter, a half-year after a half-year. */
interface Span {
  readonly start: string;
  /** In quarters: 1, 2 or 4. */
  readonly length: number;
}

/** Null for a period that is not made of whole quarters. */
function spanOf(start: string, end: string): Span | null {
  if (!isQuarter(start) || !isQuarter(end)) return null;
  return { start, length: quarterIndex(end) - quarterIndex(start) };
}

/** As delivered for the period that lies so many quarters earlier; null when that is not known. */
export function deliveredEarlier({ form, known }: Answered, { field }: NumberCell, quarters: number): Ratio | null {
  const span = spanOf(form.periodStart, form.periodEnd);
  if (span === null || quarterIndex(span.start) < quarters) return null;
  const start = addQuarters(span.start, -quarters);
  const end = addQuarters(start, span.length);
  const found = known.figures.find(
    (one) => one.item === itemOf(field) && one.periodStart === start && one.periodEnd === end,
  );
  return found ? fromDecimal(found.value) : null;
}

/** What it was in a period alone: a year to date less that of the quarter before it in the same year. 0 is this period. */
export function alone(delivery: Answered, cell: NumberCell, quarters: number): Ratio | null {
  const at = (back: number) => (back === 0 ? cell.value : deliveredEarlier(delivery, cell, back));
  const value = at(quarters);
  if (!cell.field.isCumulative || value === null) return value;
  const start = addQuarters(delivery.form.periodStart, -quarters);
  if (quarterNumber(start) === 1) return value;
  const before = at(quarters + 1);
  return before && minus(value, before);
}

/** The length of the period in quarters; 0 when it is not made of quarters. */
export const lengthOf = ({ form }: Answered): number => spanOf(form.periodStart, form.periodEnd)?.length ?? 0;

/** 1 to 4 for a quarter; null for any other period. */
export const quarterOfForm = ({ form: { periodStart, periodEnd } }: Answered): number | null =>
  isQuarter(periodStart) && periodEnd === quarterEnd(periodStart) ? quarterNumber(periodStart) : null;
