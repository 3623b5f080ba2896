import type { Language } from './language';
import type { MeasureUnit } from './vocabulary';

const COUNTED = {
  DAYS: { en: ['day', 'days'], nl: ['dag', 'dagen'] },
  QUARTERS: { en: ['quarter', 'quarters'], nl: ['kwartaal', 'kwartalen'] },
  YEARS: { en: ['year', 'years'], nl: ['jaar', 'jaar'] },
} as const;

/** A measured value as people read it: "8,3%", "0,94", "-€ 12.300", "4 kwartalen". */
export function inWords(value: number, unit: MeasureUnit, language: Language, decimals = 1): string {
  if (unit === 'FRACTION') return `${decimal(value * 100, decimals, language)}%`;
  if (unit === 'TIMES' || unit === 'INDEX') return decimal(value, decimals + 1, language);
  if (unit === 'EUR_CENT') return euros(value, decimals, language);
  const counted = decimal(value, Number.isInteger(value) ? 0 : decimals, language);
  if (unit === 'COUNT') return counted;
  const [one, many] = COUNTED[unit][language];
  return `${counted} ${value === 1 ? one : many}`;
}

/** A limit, with as few decimals as tell it exactly: 10% and 0.5%. */
export function limitInWords(limit: number, unit: MeasureUnit, language: Language): string {
  const shown = unit === 'FRACTION' ? limit * 100 : limit;
  const decimals = [0, 1, 2].find((count) => Math.abs(Number(shown.toFixed(count)) - shown) < 1e-9) ?? 3;
  // Times and indices are written with one decimal more than asked.
  return inWords(limit, unit, language, unit === 'TIMES' || unit === 'INDEX' ? Math.max(0, decimals - 1) : decimals);
}

/** Numbers that are divided have six decimals: with so many everything that differs reads differently. */
const DECIMALS_MAX = 6;

/** With how many decimals a value reads as another than each of these, as far as it is another. */
export function decimalsApart(value: number, others: readonly (number | null)[], unit: MeasureUnit): number {
  const different = others.filter((other) => other !== null && other !== value) as number[];
  let decimals = 1;
  // 30.0 days reads as 30 days.
  const read = (one: number) => inWords(one, unit, 'en', decimals).replace(/\.0+\b/, '');
  while (decimals < DECIMALS_MAX && different.some((other) => read(other) === read(value))) decimals++;
  return decimals;
}

/** A value beside its limit: with as many decimals as it takes to see that 19.96% is not 20%. */
export function besideLimit(value: number, limit: number | null, unit: MeasureUnit, language: Language): string {
  return inWords(value, unit, language, decimalsApart(value, [limit], unit));
}

/** Whole euros; the cents as well below one euro, so that a negative equity of one cent does not read as zero, and where they tell amounts apart. */
function euros(cents: number, decimals: number, language: Language): string {
  const size = Math.abs(cents);
  const amount =
    size < 100 || decimals > 1 ? decimal(size / 100, 2, language) : decimal(Math.round(size / 100), 0, language);
  return `${cents < 0 ? '-' : ''}€ ${amount}`;
}

function decimal(value: number, decimals: number, language: Language): string {
  const [whole = '', rest] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',');
  const written = rest ? `${grouped}${language === 'nl' ? ',' : '.'}${rest}` : grouped;
  return value < 0 && /[1-9]/.test(written) ? `-${written}` : written;
}
