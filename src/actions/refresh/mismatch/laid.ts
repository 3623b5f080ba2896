/** One comparison of one provider in one quarter, and what of it falls to the areas that it is part of. */
import type { ProviderFacts } from '../../../domain/facts';
import type { FigureName } from '../../../domain/figures';
import type { ContractPair } from '../../../domain/mismatch/contract-pairs';
import type { Disagreement } from '../../../domain/mismatch/disagreement';
import { type Measured, measured } from '../../../domain/mismatch/measure';
import { quarterNumber } from '../../../domain/period';
import { fraction, type Ratio } from '../../../domain/ratio';
import type { MismatchAspect, MismatchKind, YearWay } from '../../../domain/vocabulary';
import { type Area, COUNTRY, regionOf } from './area';
import type { Known } from './sources';
import type { Spread } from './spread';

/** One provider at the end of one quarter. */
export interface Moment {
  readonly known: Known;
  readonly quarter: string;
  readonly year: number;
  readonly day: string;
  /** The place of the quarter among those of the window. */
  readonly at: number;
  readonly spread: Spread;
  /** Its contracts as both sides see them, of all time. */
  readonly pairs: readonly ContractPair[];
}

/** What a provider adds to an area. Where nothing is weighed, the weight is 1; null is a weight that is not known. */
export interface Added extends Omit<Measured, 'unit'> {
  readonly to: Area;
  readonly weight: bigint | null;
}

export interface Laid {
  readonly kind: MismatchKind;
  readonly aspect?: MismatchAspect;
  /** Of the provider itself. */
  readonly sides: Measured;
  readonly share: Ratio;
  readonly way: YearWay | null;
  readonly disagreements?: readonly Disagreement[];
  readonly adds: readonly Added[];
}

export const WHOLE_YEAR = fraction(1n);
export const NOTHING_WEIGHED = 1n;

/** Two amounts by themselves: what is known of one side is shown also when the other is not. */
export function alone(expected: bigint | null, actual: bigint | null): Measured {
  const covered = Number(expected !== null && actual !== null);
  return measured('EUR_CENT', { expected, actual, covered, coverable: 1 });
}

type ByRegion = ReadonlyMap<string, bigint> | null;

/** What a comparison of amounts adds to the country, and to every region that the provider works in. */
export function addsOf(sides: Measured, { regions }: Spread, expectedIn: ByRegion, actualIn: ByRegion): Added[] {
  const there = regions.map((regionCode) => ({
    to: regionOf(regionCode),
    ...alone(expectedIn?.get(regionCode) ?? null, actualIn?.get(regionCode) ?? null),
    weight: NOTHING_WEIGHED,
  }));
  return [...there, { to: COUNTRY, ...sides, weight: NOTHING_WEIGHED }];
}

type Amounts = (bigint | null)[];

/** The amounts of a figure in the quarters of this year so far. */
export function yearSoFar({ known: { facts }, at, quarter }: Moment, figure: FigureName): Amounts {
  const passed = quarterNumber(quarter);
  return Array.from({ length: passed }, (_, place) => amountAt(facts, at - passed + 1 + place, figure));
}

/** The amounts of a figure in the four quarters of last year; null when they lie before the history. */
export function lastYear({ known: { facts }, at, quarter }: Moment, figure: FigureName): Amounts | null {
  const first = at - quarterNumber(quarter) - 3;
  return first < 0 ? null : [0, 1, 2, 3].map((place) => amountAt(facts, first + place, figure));
}

const amountAt = ({ quarters }: ProviderFacts, at: number, figure: FigureName) => quarters[at]?.[figure] ?? null;

/** The sum, unknown once one is. */
export const total = (amounts: Amounts): bigint | null =>
  amounts.reduce((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0n);
