/**
 * What an indicator is: one question about one provider at the end of a quarter, with its formula in words, and an answer
 * that can be worked out again by hand. Indicators stand beside the ladder (covenant ch. 3): they never change a trede.
 */
import type { Input } from '../facts';
import type { Said } from '../language';
import type { Limit, LimitCode } from '../limits';
import type { Missing } from '../missing';
import type { Ratio } from '../ratio';
import type { FigureSource, Frequency, MeasureUnit } from '../vocabulary';
import type { FactsByPeriod } from './facts-by-period';
import type { QuarterEnd } from './quarter-end';

export interface Measurement {
  /** Exact, in the unit of the indicator. Null when not assessable: never zero and never "no risk". */
  readonly value: Ratio | null;
  /** Every number that was used; when not assessable, those of them that are known. */
  readonly inputs: readonly Input[];
  /** The last day of the period it is about, or the day it was judged on. Null without a value. */
  readonly asOf: string | null;
  /** The weakest source of the inputs: an estimate before annual accounts before a delivery. Null without a value. */
  readonly source: FigureSource | null;
  /** What keeps it from being known; empty when it is known. */
  readonly missing: readonly Missing[];
}

export interface IndicatorDefinition extends Said {
  readonly code: string;
  readonly unit: MeasureUnit;
  /** The formula in words. */
  readonly formula: Said;
  /** What counts in the formula, for who wants to do it again by hand. */
  readonly note?: Said;
  /** Which direction is better for continuity. NEITHER has no thresholds: a person weighs it. */
  readonly better: 'HIGHER' | 'LOWER' | 'NEITHER';
  /** On what ground its figures are delivered. */
  readonly basis: Said;
  /** How often it is told. Of a half-year or a year, the latest one that has ended by the end of the quarter counts. */
  readonly every: Frequency;
  /** Stocks are compared with the period before; flows, which have a season, with the same period of last year. */
  readonly comparesWith: 'PREVIOUS_PERIOD' | 'SAME_PERIOD_LAST_YEAR';
  /** HIGHER is better: wrong below it. LOWER is better: wrong above it. Exactly at a threshold is never wrong. */
  readonly thresholds: readonly Limit[];
  /** Reads only periods up to and including the quarter. Never throws, whatever the figures. */
  readonly measure: (facts: FactsByPeriod, at: QuarterEnd) => Measurement;
}

export interface JudgedIndicator {
  readonly code: string;
  /** Rounded to 6 decimals, in the unit of the indicator. Null when not assessable. */
  readonly value: number | null;
  /** The value of the period it is compared with, also rounded. */
  readonly previous: number | null;
  /** By direction, from the exact values. Null when one of the two is unknown, or when neither direction is better. */
  readonly trend: 'BETTER' | 'SAME' | 'WORSE' | null;
  /** The thresholds it is on the wrong side of, in the order of the definition. Empty also when not assessable. */
  readonly crossed: readonly LimitCode[];
  readonly asOf: string | null;
  readonly source: FigureSource | null;
  readonly inputs: readonly Input[];
  /** As it is stored: "sickness 2026H1". Null when nothing is missing. */
  readonly missing: string | null;
}
