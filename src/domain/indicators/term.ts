/** The numbers that a formula is made of, each with where it comes from; and what is missing when one is not there. */
import type { Input } from '../facts';
import type { FigureName, QuarterFigures } from '../figures';
import { type Missing, useless } from '../missing';
import { fraction, type Ratio, toNumber } from '../ratio';
import type { FigureSource } from '../vocabulary';
import type { InputName } from './names';
import type { Ended } from './quarter-end';

export interface Term {
  readonly name: string;
  /** Null when it was not delivered, or is of no use. */
  readonly value: Ratio | null;
  /** "2026Q3", "2026H1" or "2026". */
  readonly period: string;
  readonly source: FigureSource;
  /** Delivered, but below zero where nothing can be: not usable, and said so. */
  readonly isBelowZero: boolean;
}

/** An amount in cents of the quarter, which may be below zero. */
export function figure(name: FigureName, figures: QuarterFigures | undefined, { label }: Ended): Term {
  const amount = figures?.[name] ?? null;
  return {
    name,
    value: amount === null ? null : fraction(amount),
    period: label,
    source: figures?.sources?.[name] ?? 'DELIVERY',
    isBelowZero: false,
  };
}

/** An amount in cents beside the books, which may be below zero. */
export function amount(name: InputName, cents: bigint | null | undefined, { label }: Ended): Term {
  return term(name, cents === null || cents === undefined ? null : fraction(cents), label, false);
}

/** A number of people, days or hours, or a share: something that cannot be below zero. */
export function quantity(name: InputName, value: number | Ratio | null | undefined, { label }: Ended): Term {
  const exact = typeof value === 'number' ? exactly(value) : (value ?? null);
  const isBelowZero = exact !== null && exact.numerator < 0n;
  return term(name, isBelowZero ? null : exact, label, isBelowZero);
}

const MILLIONTHS = 1_000_000;

/** A number as an exact fraction of whole millionths. Null when it is not finite. */
function exactly(value: number): Ratio | null {
  if (Number.isInteger(value)) return fraction(BigInt(value));
  return Number.isFinite(value) ? fraction(BigInt(Math.round(value * MILLIONTHS)), BigInt(MILLIONTHS)) : null;
}

function term(name: InputName, value: Ratio | null, period: string, isBelowZero: boolean): Term {
  return { name, value, period, source: 'DELIVERY', isBelowZero };
}

/** A known number as it is shown beside the outcome; null when it is not known. */
export function inputOf({ name, value, period, source }: Term): Input | null {
  return value && { name, value: value.denominator === 1n ? Number(value.numerator) : toNumber(value), period, source };
}

const BELOW_ZERO = ' (below zero)';

/** "sickness 2026H1", or "sickness 2026H1 (below zero)" when it was delivered but cannot be true. */
export function missedTerm({ name, period, isBelowZero }: Term): Missing {
  return isBelowZero ? `${name} ${period}${BELOW_ZERO}` : `${name} ${period}`;
}

/** Delivered, but useless as a denominator. */
export function uselessTerm({ name, period }: Term): Missing {
  return useless(`${name} ${period}`);
}
