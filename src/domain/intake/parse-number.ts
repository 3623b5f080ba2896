/**
 * Reads a number as people write it, exactly: the Dutch way (1.250,50) and the English way (1,250.50). The rules, in order:
 *
 * - When the file itself says which number it is, that counts, and nothing is guessed.
 * - Of a point and a comma together the last is the decimal sign. One of them more than once groups thousands.
 * - One sign followed by three digits, after one to three digits that do not start with a zero ("1.250", "1,250"), may be a
 *   thousand or a fraction. A type without three decimals reads a thousand; a percentage reads decimals, because a percentage
 *   of a thousand cannot be; a number with decimals refuses it.
 */
import { legible } from '../personal-data/legible';
import type { RawValue } from './filled';
import type { ValueRule } from './value-problems';

/** units / 10^decimals, as it was written: "12,50" has two decimals. */
export interface WrittenNumber {
  readonly units: bigint;
  readonly decimals: number;
}

/** What "1.250" is taken for. */
export type WhenAmbiguous = 'THOUSANDS' | 'DECIMALS' | 'REFUSE';

export type NumberRead = { readonly number: WrittenNumber; readonly isPercent: boolean; readonly isMoney: boolean };

const NOT_A_NUMBER = /^[+-]?(?:infinity|inf|nan|oneindig|∞|#.*)$/i;
const SCIENTIFIC = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const ABBREVIATED = /\d\s*(?:mln|miljoen|mio|million|dzd|duizend|thousand|k|m|mld|miljard|bn)\.?$/i;
const EURO = /€|\b(?:eur|euro)\b/gi;
/** What a file means by a number is sure to fifteen digits; what comes after is how computers count. */
const SURE_DIGITS = 15;

/** A rule that is broken, or the number. */
export function readNumber({ text, number }: RawValue, whenAmbiguous: WhenAmbiguous): NumberRead | ValueRule {
  if (number === undefined) return readText(text, whenAmbiguous);
  const exact = fromFile(number);
  if (exact === null) return 'cell.not-a-number';
  const isPercent = text.trim().endsWith('%');
  return { number: isPercent ? asPercentage(exact, text) : exact, isPercent, isMoney: text.includes('€') };
}

/** A cell that is shown as 18,5% holds 0.185; but when its "%" is only painted on, it holds 18.5: what is shown decides. */
function asPercentage(exact: WrittenNumber, text: string): WrittenNumber {
  const times100 = normal({ units: exact.units * 100n, decimals: exact.decimals });
  const shown = readText(text, 'DECIMALS');
  if (typeof shown === 'string') return times100;
  return distance(exact, shown.number) < distance(times100, shown.number) ? exact : times100;
}

function distance(a: WrittenNumber, b: WrittenNumber): number {
  return Math.abs(Number(a.units) / 10 ** a.decimals - Number(b.units) / 10 ** b.decimals);
}

/** Null for what no amount of digits can write. */
function fromFile(number: number): WrittenNumber | null {
  if (!Number.isFinite(number)) return null;
  const [, sign = '', digits = '', fraction = '', exponent = '0'] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(number.toExponential(SURE_DIGITS - 1)) ?? [];
  const units = BigInt(`${sign}${digits}${fraction}`);
  const decimals = fraction.length - Number(exponent);
  return normal(decimals < 0 ? { units: units * 10n ** BigInt(-decimals), decimals: 0 } : { units, decimals });
}

/** Without zeros at the end of its decimals. */
function normal({ units, decimals }: WrittenNumber): WrittenNumber {
  let [rest, left] = [units, decimals];
  while (left > 0 && rest % 10n === 0n) [rest, left] = [rest / 10n, left - 1];
  return { units: rest, decimals: left };
}

/** What most numbers are: it can be read in one way only, and a list has hundreds of thousands of them. */
const SIMPLE = /^(-?)(\d{1,15})(?:[.,](\d{1,2}))?$/;

function readText(given: string, whenAmbiguous: WhenAmbiguous): NumberRead | ValueRule {
  const [, sign, size, rest = ''] = SIMPLE.exec(given) ?? [];
  if (size !== undefined) {
    const number = { units: BigInt(`${sign}${size}${rest}`), decimals: rest.length };
    return { number, isPercent: false, isMoney: false };
  }
  const whole = legible(given).text.trim();
  if (NOT_A_NUMBER.test(whole)) return 'cell.not-a-number';
  const isMoney = whole.search(EURO) >= 0;
  const bare = whole.replace(EURO, '').trim();
  const isPercent = bare.endsWith('%');
  const { isBelowZero, body } = withoutSign(
    bare
      .replace(/%$/, '')
      .trim()
      .replace(/,-{1,2}$/, ''),
  );
  if (SCIENTIFIC.test(body)) return 'cell.scientific';
  if (ABBREVIATED.test(body)) return 'cell.abbreviated';
  const number = readBody(body, whenAmbiguous);
  if (typeof number === 'string') return number;
  return { number: { ...number, units: isBelowZero ? -number.units : number.units }, isPercent, isMoney };
}

/** "-125", "125-" and "(125)" are all below zero; "(-125)" is nothing. Long texts are read once, from both ends. */
function withoutSign(text: string): { isBelowZero: boolean; body: string } {
  if (text.startsWith('(') && text.endsWith(')') && !/[()-]/.test(text.slice(1, -1))) {
    return { isBelowZero: true, body: text.slice(1, -1).trim() };
  }
  const before = /^[+-]/.exec(text)?.[0] ?? '';
  const after = text.length > before.length && text.endsWith('-') ? '-' : '';
  const body = text.slice(before.length, text.length - after.length).trim();
  if ((before && after) || /[+-]/.test(body)) return { isBelowZero: false, body: text };
  return { isBelowZero: before === '-' || after === '-', body: body || text };
}

const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:([., ])\d{3})(?:\1\d{3})*$/;
const WITH_DECIMALS = /^(\d+|\d{1,3}(?:[., ]\d{3})+)([.,])(\d+)$/;
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** So many digits are no number of anything here, and would cost time. */
const LENGTH_MAX = 60;

function readBody(body: string, whenAmbiguous: WhenAmbiguous): WrittenNumber | ValueRule {
  if (body.length > LENGTH_MAX) return 'cell.too-large';
  if (PLAIN.test(body)) return { units: BigInt(body), decimals: 0 };
  if (EITHER.test(body) && whenAmbiguous === 'REFUSE') return 'cell.ambiguous';
  const isGrouped = EITHER.test(body)
    ? whenAmbiguous === 'THOUSANDS'
    : GROUPED.test(body) && !/^0\d*[.,]\d+$/.test(body);
  if (isGrouped) return { units: digitsOf(body), decimals: 0 };
  const [, whole = '', sign = '', decimals = ''] = WITH_DECIMALS.exec(body) ?? [];
  if (decimals === '' || whole.includes(sign) || !isOneGrouping(whole)) return 'cell.not-a-number';
  return { units: digitsOf(`${whole}${decimals}`), decimals: decimals.length };
}

const digitsOf = (text: string) => BigInt(text.replace(/\D/g, ''));
const isOneGrouping = (whole: string) => PLAIN.test(whole) || GROUPED.test(whole);
