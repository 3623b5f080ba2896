/** Which periods a definition asks for, and on which days: nothing is asked of whom it has no items for. */
import { addMonths } from '../indicators/days';
import type { UitvraagDefinition } from '../uitvraag/definition';
import { FREQUENCIES, type Frequency, type PartyKind, valuesOf } from '../vocabulary';
import { DEFAULT_TERMS, type TermDays, type Terms, termDays } from './terms';

const MONTHS = { QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const satisfies Readonly<Record<Frequency, number>>;

export interface PeriodAsked extends TermDays {
  readonly frequency: Frequency;
  /** Half-open. */
  readonly periodStart: string;
  readonly periodEnd: string;
}

/**
 * The periods that are open to deliver on a day, the oldest first. A period belongs to the definition that is in force on its
 * first day: a definition that ends halfway still gets the period that it asked for.
 * @param since only periods that are due on this day or later
 */
export function periodsAsked(
  { items, validFrom, validTo }: Pick<UitvraagDefinition, 'items' | 'validFrom' | 'validTo'>,
  kind: PartyKind,
  day: string,
  { terms = DEFAULT_TERMS, since = validFrom }: { terms?: Terms; since?: string } = {},
): PeriodAsked[] {
  const asks = (frequency: Frequency) => items.some((one) => one.askedOf === kind && one.frequency === frequency);
  const asked = valuesOf(FREQUENCIES)
    .filter(asks)
    .flatMap((frequency) => {
      const found: PeriodAsked[] = [];
      for (let start = firstFrom(validFrom, MONTHS[frequency]); ; start = addMonths(start, MONTHS[frequency])) {
        const periodEnd = addMonths(start, MONTHS[frequency]);
        const days = termDays(terms[frequency], start, periodEnd);
        if (days.opensOn > day || (validTo !== null && start >= validTo)) return found;
        if (days.dueOn >= since) found.push({ frequency, periodStart: start, periodEnd, ...days });
      }
    });
  return asked.sort((a, b) => compare(a.periodStart, b.periodStart) || compare(a.periodEnd, b.periodEnd));
}

/** The first period of so many months that starts on a day or later. */
function firstFrom(day: string, months: number): string {
  let start = `${day.slice(0, 4)}-01-01`;
  while (start < day) start = addMonths(start, months);
  return start;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
