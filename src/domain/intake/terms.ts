/**
 * When what is asked opens, is due, is reminded of and is escalated: data per uitvraag and frequency, in its definition as
 * `terms`. A definition without terms has DEFAULT_TERMS, which are those of the invented world. Neither covenant nor Regeling gives the days: they are our own.
 */
import { addMonths } from '../indicators/days';
import { addDays } from '../period';
import type { Frequency } from '../vocabulary';

/** A day of a period: so many months and days after its first day, or after its end (half-open: the first day after it). */
export interface Moment {
  readonly from: 'START' | 'END';
  readonly months: number;
  readonly days: number;
}

export interface FrequencyTerms {
  readonly opens: Moment;
  readonly due: Moment;
  /** Days before the due date. */
  readonly remindDaysBefore: readonly number[];
  /** Days after the due date. */
  readonly remindDaysAfter: readonly number[];
  /** After so many days of silence the JA is told. */
  readonly escalateDaysAfter: number;
}

export type Terms = Readonly<Record<Frequency, FrequencyTerms>>;

const REMINDING = { remindDaysBefore: [14, 3], remindDaysAfter: [1, 7], escalateDaysAfter: 14 } as const;
/** The last day of the month after the period. */
const MONTH_AFTER = {
  opens: { from: 'END', months: 0, days: 0 },
  due: { from: 'END', months: 1, days: -1 },
  ...REMINDING,
} as const;

export const DEFAULT_TERMS: Terms = {
  QUARTER: MONTH_AFTER,
  HALF_YEAR: MONTH_AFTER,
  // 31 March of the year itself: a budget is for the year that runs.
  YEAR: { opens: { from: 'START', months: 0, days: 0 }, due: { from: 'START', months: 3, days: -1 }, ...REMINDING },
};

export interface TermDays {
  readonly opensOn: string;
  readonly dueOn: string;
}

/** The days for one half-open period. */
export function termDays({ opens, due }: FrequencyTerms, periodStart: string, periodEnd: string): TermDays {
  const dayOf = ({ from, months, days }: Moment) =>
    addDays(addMonths(from === 'START' ? periodStart : periodEnd, months), days);
  return { opensOn: dayOf(opens), dueOn: dayOf(due) };
}

export interface ReminderDays {
  /** In their order. */
  readonly remindOn: readonly string[];
  readonly escalateOn: string;
}

/**
 * When one delivery is reminded of, and its silence told to the JA. Who was asked after the due date has the same days from then
 * on; nobody is reminded of what was before it was asked, nor once the JA is told: then the JA calls.
 * @param openedOn when it was asked; null when that is not known
 */
export function reminderDays(
  { remindDaysBefore, remindDaysAfter, escalateDaysAfter }: FrequencyTerms,
  dueOn: string,
  openedOn: string | null,
): ReminderDays {
  const since = openedOn !== null && openedOn > dueOn ? openedOn : dueOn;
  const escalateOn = addDays(since, escalateDaysAfter);
  const days = [
    ...remindDaysBefore.map((count) => addDays(dueOn, -count)),
    ...remindDaysAfter.map((count) => addDays(since, count)),
  ];
  const isInTime = (day: string) => day < escalateOn && (openedOn === null || day >= openedOn);
  return { remindOn: [...new Set(days)].filter(isInTime).sort(), escalateOn };
}

/** What is wrong with terms that somebody wrote; none when they can be used. */
export function termProblems(
  terms: Terms,
): { readonly frequency: Frequency; readonly nl: string; readonly en: string }[] {
  return (Object.keys(terms) as Frequency[]).flatMap((frequency) => {
    const { opens, due, remindDaysBefore, remindDaysAfter, escalateDaysAfter } = terms[frequency];
    const numbers = [
      opens.months,
      opens.days,
      due.months,
      due.days,
      ...remindDaysBefore,
      ...remindDaysAfter,
      escalateDaysAfter,
    ];
    const isWhole = numbers.every(Number.isInteger);
    const isAfter = [...remindDaysBefore, ...remindDaysAfter, escalateDaysAfter].every((days) => days >= 0);
    const example = termDays(isWhole ? terms[frequency] : DEFAULT_TERMS[frequency], '2026-01-01', '2026-04-01');
    return [
      ...(isWhole ? [] : [{ frequency, nl: 'Geef hele maanden en dagen op.', en: 'Give whole months and days.' }]),
      ...(isAfter ? [] : [{ frequency, nl: 'Geef dagen op van nul of meer.', en: 'Give days of zero or more.' }]),
      ...(example.opensOn < example.dueOn
        ? []
        : [
            {
              frequency,
              nl: 'De uitvraag moet opengaan vóór de uiterste datum.',
              en: 'It must open before it is due.',
            },
          ]),
    ];
  });
}
