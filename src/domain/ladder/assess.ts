/**
 * Puts a provider on the ladder (covenant ch. 3: "en/of", so the highest criterion that holds decides).
 *
 * - The trede is the highest trede with a criterion that is known to hold. What is known suffices to act: a fifth quarter
 *   of loss is trede 5, whatever else is missing.
 * - A criterion of a higher trede that could not be judged makes the trede a lower bound. It is listed with what it misses.
 * - When no criterion is known to hold and one or more could not be judged, the provider is not assessable: a missing
 *   figure is never read as "no risk".
 * - Trede 1 means that everything needed was known and no criterion holds.
 * - Trede 6 is never given: people decide it.
 */
import type { FigureName, QuarterFigures } from '../figures';
import { writeMissing } from '../missing';
import { isQuarter, lastDayOf } from '../period';
import type { Basis, FigureSource, LadderSubject, MeasureUnit } from '../vocabulary';
import { weakestSource } from '../weakest-source';
import type { ComputedTrede } from './criteria';
import { KRUGER, type Ladder, type ReadyCriterion } from './ladder';
import { type Standing, walkHistory } from './standing';

/** One criterion as it was judged for a quarter. */
export interface JudgedCriterion {
  readonly code: string;
  readonly trede: Exclude<ComputedTrede, 1>;
  readonly subject: LadderSubject;
  readonly figure: string;
  readonly en: string;
  readonly nl: string;
  readonly basis: Basis;
  /** Null when a figure it needs is missing. */
  readonly holds: boolean | null;
  /** In the unit: a fraction, a number of times, cents, days, quarters or years. */
  readonly value: number | null;
  readonly limit: number;
  readonly unit: MeasureUnit;
  /** The day the value was measured; null when there is none. */
  readonly asOf: string | null;
  /** The weakest source of the figures of the quarter: an estimate before annual accounts before a delivery. */
  readonly source: FigureSource | null;
  /** What kept it from being judged: "equity 2026Q3, balanceTotal 2026Q3". */
  readonly missing: string | null;
}

export interface Assessment {
  /** The first day of the quarter. */
  readonly quarter: string;
  readonly modelVersion: string;
  readonly isAssessable: boolean;
  /** Null when not assessable. */
  readonly trede: ComputedTrede | null;
  /** Every criterion of the ladder, the gravest first. */
  readonly criteria: readonly JudgedCriterion[];
}

/** The assessment of one quarter. Only figures up to and including that quarter count. */
export function assess(history: readonly QuarterFigures[], quarter: string, ladder: Ladder = KRUGER): Assessment {
  return assessEach(history, [quarter], ladder)[0] as Assessment;
}

/** The assessments of several quarters from one walk through the history: as assess, one quarter at a time. */
export function assessEach(
  history: readonly QuarterFigures[],
  quarters: readonly string[],
  ladder: Ladder = KRUGER,
): Assessment[] {
  if (!quarters.every(isQuarter)) throw new RangeError('A quarter is written as its first day, such as 2026-07-01.');
  if (quarters.length === 0) return [];
  const last = quarters.reduce((latest, quarter) => (quarter > latest ? quarter : latest));
  const first = quarters.reduce((earliest, quarter) => (quarter < earliest ? quarter : earliest));
  const standings = walkHistory(history, first, last, ladder.arrearsBelow);
  return quarters.map((quarter) => conclude(standings.get(quarter) as Standing, ladder));
}

function conclude(standing: Standing, { version, criteria }: Ladder): Assessment {
  const asOf = lastDayOf(standing.quarter);
  const judged = criteria.map((criterion) => judge(criterion, standing, asOf));
  const trede = tredeOf(judged);
  return { quarter: standing.quarter, modelVersion: version, isAssessable: trede !== null, trede, criteria: judged };
}

function judge(criterion: ReadyCriterion, standing: Standing, asOf: string): JudgedCriterion {
  const { holds, value, missing } = criterion.judge(standing, criterion.limit);
  return {
    code: criterion.code,
    trede: criterion.trede,
    subject: criterion.subject,
    figure: criterion.figure,
    en: criterion.en,
    nl: criterion.nl,
    basis: criterion.basis,
    holds,
    value,
    limit: criterion.limitNumber,
    unit: criterion.unit,
    asOf: value === null ? null : asOf,
    source: value === null ? null : sourceOf(criterion.needs, standing.figures),
    missing: writeMissing(missing),
  };
}

function tredeOf(judged: readonly JudgedCriterion[]): ComputedTrede | null {
  const holding = judged.filter(({ holds }) => holds === true).map(({ trede }) => trede);
  if (holding.length > 0) return Math.max(...holding) as ComputedTrede;
  return judged.some(({ holds }) => holds === null) ? null : 1;
}

/** Of the figures that a criterion needs; nearly always the provider's own deliveries. */
function sourceOf(needs: readonly FigureName[], { sources }: QuarterFigures): FigureSource {
  return sources ? weakestSource(needs.map((name) => sources[name] ?? 'DELIVERY')) : 'DELIVERY';
}
