/**
 * What is said of a figure that cannot be right, or hardly. Such a figure is kept as it was delivered and shown with the
 * finding; whether it counts is told by the severity (vocabulary: SEVERITIES). The rules are our own: no source gives them.
 */
import type { Input } from '../facts';
import { FIGURES } from '../figures';
import { fill } from '../fill';
import type { Language, Said } from '../language';
import type { Missing } from '../missing';
import { inWords } from '../quantity';
import type { MeasureUnit, Severity } from '../vocabulary';

/** {a}, {b} are the figures with their values; {usual} is the median of before, {times} how much of it {a} is. */
export const FINDINGS = {
  NEGATIVE: { en: '{a} cannot be below zero', nl: '{a} kan niet lager dan nul zijn' },
  OVERDRAWN: { en: '{a} is below zero', nl: '{a} is lager dan nul' },
  CUMULATIVE_FELL: {
    en: '{a}: the year to date is lower than at the quarter before',
    nl: '{a}: het jaar tot en met dit kwartaal is lager dan tot en met het vorige',
  },
  AFTER_IMPLAUSIBLE: {
    en: '{a} is the difference with a quarter before that cannot be right',
    nl: '{a} is het verschil met een vorig kwartaal dat niet kan kloppen',
  },
  PART_ABOVE_WHOLE: {
    en: '{a} is above {b}, of which it is a part',
    nl: '{a} is hoger dan {b}, waar het een deel van is',
  },
  RESULT_ABOVE_REVENUE: { en: '{a} is above {b}', nl: '{a} is hoger dan {b}' },
  LOSS_ABOVE_REVENUE: { en: 'the loss in {a} is larger than {b}', nl: 'het verlies in {a} is groter dan {b}' },
  FACTOR_100_HIGH: {
    en: '{a} is {times} times the usual {usual}: euros given as cents?',
    nl: '{a} is {times} maal het gebruikelijke {usual}: euro’s als centen opgegeven?',
  },
  FACTOR_1000_HIGH: {
    en: '{a} is {times} times the usual {usual}: another unit?',
    nl: '{a} is {times} maal het gebruikelijke {usual}: een andere eenheid?',
  },
  FACTOR_100_LOW: {
    en: '{a}, where {usual} is usual: another unit, or really so little?',
    nl: '{a}, terwijl {usual} gebruikelijk is: een andere eenheid, of werkelijk zo weinig?',
  },
  FACTOR_1000_LOW: {
    en: '{a}, where {usual} is usual: another unit, or really so little?',
    nl: '{a}, terwijl {usual} gebruikelijk is: een andere eenheid, of werkelijk zo weinig?',
  },
  ZERO: { en: '{a}, where {usual} is usual', nl: '{a}, terwijl {usual} gebruikelijk is' },
  OUTSIDE_FRACTION: {
    en: '{a} cannot be below 0% or above 100%',
    nl: '{a} kan niet lager dan 0% of hoger dan 100% zijn',
  },
} as const satisfies Readonly<Record<string, Said>>;
export type FindingCode = keyof typeof FINDINGS;

export interface Finding extends Said {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** "2026Q3" or "2026H1". */
  readonly period: string;
  /** The figures it is about, as delivered. With DO_NOT_COUNT none of them counts. */
  readonly figures: readonly Input[];
}

/** How a figure is called and written. */
export interface Naming {
  readonly words: Readonly<Record<string, Said>>;
  unitOf(figure: string): MeasureUnit;
}

/** The amounts of a quarter: all are cents. */
export const IN_CENTS: Naming = { words: FIGURES, unitOf: () => 'EUR_CENT' };

/** A finding in words. The usual amount is in cents. */
export function finding(
  code: FindingCode,
  severity: Severity,
  figures: readonly Input[],
  { usual, naming = IN_CENTS }: { usual?: number; naming?: Naming } = {},
): Finding {
  const say = (language: Language) => {
    const [a = '', b = ''] = figures.map(({ name, value }) => {
      return `${naming.words[name]?.[language] ?? name} (${inWords(value, naming.unitOf(name), language)})`;
    });
    const amount = usual === undefined ? '' : inWords(usual, 'EUR_CENT', language);
    const times = usual ? inWords(Math.round(Math.abs(figures[0]?.value ?? 0) / usual), 'COUNT', language) : '';
    return fill(FINDINGS[code][language], { a, b, usual: amount, times });
  };
  return { code, severity, period: figures[0]?.period ?? '', figures, en: say('en'), nl: say('nl') };
}

/** The figures that do not count, written as missing figures are: "equity 2026Q3". */
export function notCounted(findings: readonly Finding[]): ReadonlySet<Missing> {
  const severe = findings.filter(({ severity }) => severity === 'DO_NOT_COUNT');
  return new Set(severe.flatMap(({ figures }) => figures.map(({ name, period }) => `${name} ${period}`)));
}
