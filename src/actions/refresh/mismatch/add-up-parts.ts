/** The comparisons of areas, made by adding up what is written of their parts. */
import type { Sum } from '../../../domain/mismatch/add-up';
import { combinedWay } from '../../../domain/mismatch/expected-share';
import { MISMATCHES, type MismatchDefinition } from '../../../domain/mismatch/kinds';
import type { Measured, MismatchUnit } from '../../../domain/mismatch/measure';
import { fractionOfYearPassed } from '../../../domain/period';
import { fromDecimal, type Ratio, ratio } from '../../../domain/ratio';
import type { YearWay } from '../../../domain/vocabulary';
import { PLAIN_ID, type Queries } from '../rows';
import type { Whole } from './comparisons';
import { WHOLE_YEAR } from './laid';
import { type MismatchRow } from './rows';

interface AddedUp {
  readonly id: string;
  readonly expected: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly covered: number;
  readonly coverable: number;
  readonly ways: YearWay[] | null;
  readonly planned: string | null;
  readonly plannedCovered: number;
}

/** A part counts when both its sides are known, as in addUpPairs: otherwise a missing budget would look like too much production. */
const ADD_UP = `
  select ${PLAIN_ID('mismatch_id')} as id,
    (sum(expected * weight) filter (where actual is not null))::text as expected,
    (sum(actual * weight) filter (where expected is not null))::text as actual,
    (sum(weight) filter (where expected is not null and actual is not null))::text as weight,
    sum(covered)::int as covered, sum(coverable)::int as coverable,
    array_agg(distinct way) filter (where way is not null and covered > 0) as ways,
    sum(expected)::text as planned, count(expected)::int as "plannedCovered"
  from mismatch_part`;

/** A whole, and the sum of its expected side alone: what kind 4 lays beside the budgets of municipalities. */
export interface Sums {
  readonly row: MismatchRow;
  readonly planned: Sum;
}

/** The sums of wholes: of those given, or of all that parts of some quarters are of. */
export async function addUpParts(
  tx: Queries,
  wholes: ReadonlyMap<string, Whole>,
  quarters: readonly string[] | null = null,
): Promise<Sums[]> {
  const added: AddedUp[] = quarters
    ? await tx.query(`${ADD_UP} where quarter = any ($1) group by mismatch_id`, [quarters])
    : await tx.query(`${ADD_UP} where mismatch_id = any ($1) group by mismatch_id`, [[...wholes.keys()]]);
  return added.map((sums) => sumsOf(wholes.get(sums.id) as Whole, sums));
}

function sumsOf({ id: _, unit, ...about }: Whole, sums: AddedUp): Sums {
  const { covered, coverable, planned, plannedCovered } = sums;
  const { isToDate, isForecast }: MismatchDefinition = MISMATCHES[about.kind];
  return {
    row: {
      ...about,
      sides: { unit, ...sidesOf(unit, sums), covered, coverable },
      // Over several providers, of which each may have a season of its own, the year passes evenly.
      expectedShare: isToDate || isForecast ? fractionOfYearPassed(about.quarter) : WHOLE_YEAR,
      way: combinedWay(sums.ways ?? []),
    },
    planned: {
      sum: planned === null || unit !== 'EUR_CENT' ? null : BigInt(planned),
      covered: plannedCovered,
      coverable,
    },
  };
}

/** Amounts and counts are added up; of fractions and days the mean is taken, by weight. */
function sidesOf(unit: MismatchUnit, sums: AddedUp): Pick<Measured, 'expected' | 'actual'> {
  const [expected, actual, weight] = [sums.expected, sums.actual, sums.weight].map(decimal);
  if (unit === 'EUR_CENT' || unit === 'COUNT') return { expected: expected ?? null, actual: actual ?? null };
  return { expected: quotient(expected, weight), actual: quotient(actual, weight) };
}

const decimal = (text: string | null): Ratio | null => (text === null ? null : fromDecimal(text));

function quotient(sum: Ratio | null | undefined, by: Ratio | null | undefined): Ratio | null {
  if (!sum || !by) return null;
  return ratio(sum.numerator * by.denominator, by.numerator * sum.denominator);
}
