/** The three ways in which an indicator is worked out: a number as delivered, a quotient of sums, or a named ratio. */
import type { Input } from '../facts';
import { missedFor } from '../missing';
import { fraction, type Ratio, ratio } from '../ratio';
import { RATIOS, type RatioCode, type RatioDefinition, ratioOf } from '../ratios';
import { weakestSource } from '../weakest-source';
import type { IndicatorDefinition, Measurement } from './indicator';
import type { Ended } from './quarter-end';
import { figure, inputOf, missedTerm, type Term, uselessTerm } from './term';

/** A number as it was delivered. */
export function asDelivered(term: Term, { lastDay }: Ended): Measurement {
  return term.value ? known(term.value, inputsOf([term]), lastDay) : unknown([missedTerm(term)]);
}

/** A sum of numbers divided by a sum of numbers, exactly. Not assessable when one is missing or the divisor is not above 0. */
export function quotient(
  above: readonly Term[],
  below: readonly Term[],
  { lastDay }: Ended,
  times: bigint = 1n,
): Measurement {
  const terms = [...above, ...below];
  const dividend = sumOf(above);
  const divisor = sumOf(below);
  if (!dividend || !divisor) return unknown(terms.filter(({ value }) => !value).map(missedTerm), inputsOf(terms));
  const value = ratio(dividend.numerator * divisor.denominator * times, dividend.denominator * divisor.numerator);
  return value ? known(value, inputsOf(terms), lastDay) : unknown(below.map(uselessTerm), inputsOf(terms));
}

/** A ratio of ratios.ts: the formula is written there, and nowhere else. */
export function namedRatio<Code extends RatioCode>(code: Code, { basis, comparesWith, thresholds = [] }: RestOfNamed) {
  const { en, nl, unit, formula, better, limits, numerator, denominator }: RatioDefinition = RATIOS[code];
  const names = [...new Set([...numerator.sum, ...denominator.sum])];
  const measure: IndicatorDefinition['measure'] = (facts, at) => {
    const figures = facts.quarters.get(at.index);
    const value = figures ? ratioOf(code, figures) : null;
    const inputs = inputsOf(names.map((name) => figure(name, figures, at)));
    return value ? known(value, inputs, at.lastDay) : unknown(missedFor(code, at.index, figures ?? null), inputs);
  };
  return {
    ...{ code, en, nl, unit, formula, better, basis, comparesWith, measure },
    every: 'QUARTER' as const,
    thresholds: [...limits, ...thresholds],
  };
}

/** The thresholds are beside the limits of the ratio itself. */
type RestOfNamed = Pick<IndicatorDefinition, 'basis' | 'comparesWith'> &
  Partial<Pick<IndicatorDefinition, 'thresholds'>>;

export function known(value: Ratio, inputs: readonly Input[], asOf: string): Measurement {
  return { value, inputs, asOf, source: weakestSource(inputs.map((input) => input.source)), missing: NOTHING };
}

export function unknown(missing: Measurement['missing'], inputs: readonly Input[] = NOTHING): Measurement {
  return { value: null, inputs, asOf: null, source: null, missing };
}

const NOTHING: readonly never[] = [];
const ZERO = fraction(0n);

function sumOf(terms: readonly Term[]): Ratio | null {
  let sum = ZERO;
  for (const { value } of terms) {
    if (!value) return null;
    sum =
      sum.denominator === value.denominator
        ? { numerator: sum.numerator + value.numerator, denominator: sum.denominator }
        : {
            numerator: sum.numerator * value.denominator + value.numerator * sum.denominator,
            denominator: sum.denominator * value.denominator,
          };
  }
  return sum;
}

function inputsOf(terms: readonly Term[]): Input[] {
  return terms.map(inputOf).filter((input) => input !== null);
}
