/** How the form of an item is said: "every quarter as year-to-date in euro cents". */
import type { Language, Said } from '../language';
import type { Frequency, Unit } from '../vocabulary';

export const FREQUENCY_WORDS = {
  QUARTER: { en: 'every quarter', nl: 'elk kwartaal' },
  HALF_YEAR: { en: 'every half-year', nl: 'elk halfjaar' },
  YEAR: { en: 'every year', nl: 'elk jaar' },
} as const satisfies Readonly<Record<Frequency, Said>>;

export const UNIT_WORDS = {
  EUR_CENT: { en: 'in euro cents', nl: 'in eurocenten' },
  FTE: { en: 'in full-time equivalents', nl: 'in fte' },
  COUNT: { en: 'as a number', nl: 'als aantal' },
  FRACTION: { en: 'as a fraction', nl: 'als fractie' },
  DAYS: { en: 'in days', nl: 'in dagen' },
  YES_NO: { en: 'as yes or no', nl: 'als ja of nee' },
} as const satisfies Readonly<Record<Unit, Said>>;

export const CUMULATIVE_WORDS = {
  true: { en: 'from 1 January', nl: 'vanaf 1 januari' },
  false: { en: 'for the period alone', nl: 'over de periode alleen' },
} as const satisfies Readonly<Record<'true' | 'false', Said>>;

interface Form {
  readonly unit: Unit;
  readonly frequency: Frequency;
  readonly isCumulative: boolean;
}

/** "every quarter from 1 January in euro cents". */
export function sayForm({ unit, frequency, isCumulative }: Form, language: Language): string {
  return [FREQUENCY_WORDS[frequency], CUMULATIVE_WORDS[`${isCumulative}`], UNIT_WORDS[unit]]
    .map((words) => words[language])
    .join(' ');
}
