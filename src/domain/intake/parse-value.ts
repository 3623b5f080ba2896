/**
 * Makes of what a person wrote the text that is kept, or says what is wrong with it. What is kept has one way of writing, so
 * that equal values are equal texts:
 *
 * AMOUNT "125050" (cents) · NUMBER "12" · DECIMAL "12.5" · PERCENTAGE "0.185" (a fraction) · YES_NO "1" · CHOICE its code ·
 * DAY "2026-12-31" · KVK "01234567" · TEXT itself, without space around it.
 */
import type { Said } from '../language';
import { type ChoiceIndex, codesFor } from './choices';
import type { KeptValue, RawValue } from './filled';
import type { Field, FieldType } from './form';
import { readDay } from './parse-day';
import { readNumber, type WhenAmbiguous, type WrittenNumber } from './parse-number';
import { type ValueProblem, type ValueRule, valueProblem } from './value-problems';

export type Parsed = { readonly kept: KeptValue } | { readonly problem: ValueProblem };
type Parse = (raw: RawValue, field: Field, index: ChoiceIndex) => Parsed;

const kept = (value: KeptValue): Parsed => ({ kept: value });

export const TEXT_MAX = 1000;

interface NumberType {
  /** Decimals that may be written. */
  readonly decimals: number;
  /** How many places the decimal point moves to the right in what is kept: 2 makes cents. */
  readonly shift: number;
  readonly whenAmbiguous: WhenAmbiguous;
  /** The size that is too large, in what was written. */
  readonly below: bigint;
  readonly allows: 'MONEY' | 'PERCENT' | 'NEITHER';
}

/** No amount here is above what all care in the Netherlands costs in a year, no count above that of everybody who lives there. */
// biome-ignore format: it is a table, and is read as one
export const NUMBER_TYPES = {
  AMOUNT:     { decimals: 2, shift: 2,  whenAmbiguous: 'THOUSANDS', below: 10n ** 11n, allows: 'MONEY' },
  NUMBER:     { decimals: 0, shift: 0,  whenAmbiguous: 'THOUSANDS', below: 2n * 10n ** 7n, allows: 'NEITHER' },
  DECIMAL:    { decimals: 4, shift: 0,  whenAmbiguous: 'REFUSE',    below: 10n ** 8n,  allows: 'NEITHER' },
  PERCENTAGE: { decimals: 4, shift: -2, whenAmbiguous: 'DECIMALS',  below: 1000n,      allows: 'PERCENT' },
} as const satisfies Readonly<Partial<Record<FieldType, NumberType>>>;

const YES_NO: ReadonlyMap<string, KeptValue> = new Map([
  ...['ja', 'j', 'yes', 'y', 'waar', 'true', '1'].map((said) => [said, '1'] as const),
  ...['nee', 'n', 'no', 'onwaar', 'false', '0'].map((said) => [said, '0'] as const),
]);

const PARSERS: Readonly<Record<FieldType, Parse>> = {
  AMOUNT: asNumber(NUMBER_TYPES.AMOUNT),
  NUMBER: asNumber(NUMBER_TYPES.NUMBER),
  DECIMAL: asNumber(NUMBER_TYPES.DECIMAL),
  PERCENTAGE: asNumber(NUMBER_TYPES.PERCENTAGE),
  YES_NO: ({ text }) => {
    const read = YES_NO.get(text.trim().toLowerCase());
    return read === undefined ? refused('cell.not-yes-no') : kept(read);
  },
  CHOICE: ({ text }, _field, index) => {
    const [code, ...others] = codesFor(index, text);
    if (code === undefined) return refused('cell.not-a-choice');
    return others.length > 0 ? refused('cell.choice-ambiguous') : kept(code);
  },
  DAY: (raw) => {
    const read = readDay(raw);
    return typeof read === 'string' ? refused(read) : kept(read.day);
  },
  // A lost zero is said and not put back: seven digits may as well be a digit that was forgotten.
  KVK: ({ text }) => {
    const digits = text.replace(/[\s.]/gu, '');
    if (/^\d{8}$/.test(digits) && !/^0+$/.test(digits)) return kept(digits);
    return refused(/^\d{7}$/.test(digits) ? 'cell.kvk-lost-zero' : 'cell.not-a-kvk');
  },
  TEXT: ({ text }) => {
    const tidy = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
    if (HIDDEN.test(tidy)) return refused('cell.control-characters');
    return tidy.length > TEXT_MAX ? refused('cell.text-too-long') : kept(tidy);
  },
};

/** Control characters but tab and new line, halves of characters, and marks that turn the direction of reading. */
export const HIDDEN = /(?![\t\n])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** Null when nothing was filled in. */
export function parseValue(field: Field, raw: RawValue, index: ChoiceIndex = new Map()): Parsed | null {
  return raw.text.trim() === '' && raw.number === undefined && raw.day === undefined
    ? null
    : PARSERS[field.type](raw, field, index);
}

const refused = (rule: ValueRule, expected: Said | null = null): Parsed => ({ problem: valueProblem(rule, expected) });

function asNumber({ decimals, shift, whenAmbiguous, below, allows }: NumberType): Parse {
  return (raw, { mayBeNegative = false }) => {
    const read = readNumber(raw, whenAmbiguous);
    if (typeof read === 'string') return refused(read);
    if (read.isPercent && allows !== 'PERCENT') return refused('cell.percent-sign');
    if (read.isMoney && allows !== 'MONEY') return refused('cell.currency');
    const { units, decimals: written } = shortened(read.number, decimals);
    if (written > decimals) return refused(decimals === 0 ? 'cell.not-whole' : 'cell.decimals', sayDecimals(decimals));
    if (units < 0n && !mayBeNegative) return refused('cell.below-zero');
    const size = units < 0n ? -units : units;
    if (size >= below * 10n ** BigInt(written)) return refused('cell.too-large');
    return kept(decimalText(units, written - shift));
  };
}

/** A number from a file, or "12,000", may end in zeros that say nothing. */
function shortened({ units, decimals }: WrittenNumber, most: number): WrittenNumber {
  let [rest, left] = [units, decimals];
  while (left > most && rest % 10n === 0n) [rest, left] = [rest / 10n, left - 1];
  return { units: rest, decimals: left };
}

/** Exactly, with no more decimals than it takes; also with fewer than none. */
function decimalText(units: bigint, decimals: number): string {
  if (decimals <= 0) return String(units * 10n ** BigInt(-decimals));
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}${rest && `.${rest}`}`;
}

const sayDecimals = (decimals: number): Said | null =>
  decimals === 0 ? null : { nl: `ten hoogste ${decimals} cijfers achter de komma`, en: `at most ${decimals} decimals` };
