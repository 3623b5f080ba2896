/**
 * Solvency rests on annual accounts, a delivery, or a flagged estimate, never on silence (Regeling Jeugdwet 8g asks for
 * neither equity nor balance total). How the estimate is made is our own default, and it has the source ESTIMATE:
 *
 * - equity = the last known equity + the results of every quarter since. An unknown result stops it; a later year-to-date
 *   result closes the gap when no equity is known since 1 January.
 * - The operating result (8g b4) stands in for a net result that was not asked. It is before interest, so equity mostly is
 *   somewhat lower (invented world, after six quarters: 0.4 % of revenue); the inputs name the result that was used.
 * - balance total = the last known one + what equity rose since. A profit is taken to stay on the balance (debts stay
 *   equal), a loss to be borrowed (the balance stays equal): of these two plain assumptions each time the one with the
 *   lower solvency, for an estimate must not make anybody look safer. It is no lower bound: a new loan is not seen.
 * - An estimate never replaces what is known and is never the last known figure. It is made afresh every time: an estimate
 *   that was given and can no longer be made is taken away.
 */
import type { Input } from './facts';
import { FIGURES, type FigureName, type QuarterFigures } from './figures';
import type { Language, Said } from './language';
import { type Missing, missed, missingInWords, writeMissing } from './missing';
import { formatQuarter, labelAt, quarterIndex } from './period';
import type { Observation } from './series';
import type { FigureSource } from './vocabulary';

/**
 * For how many quarters after the last known figure an estimate is made: our own default. Annual accounts have to last for
 * the four quarters of the next year, and for two more until the accounts of that year are published, around June.
 */
export const ROLL_FORWARD_QUARTERS_MAX = 6;

export interface RollForwardOptions {
  readonly quartersMax?: number;
  /** Operating results of single quarters in cents (operational_result, made discrete), for where the net result is null. */
  readonly operationalResults?: readonly Observation[];
}

export type EstimatedFigure = 'equity' | 'balanceTotal';

/** A figure that was estimated, with everything it was made from. */
export interface Estimate {
  /** The first day of the quarter. */
  readonly quarter: string;
  readonly figure: EstimatedFigure;
  /** In cents. */
  readonly value: bigint;
  /** For equity the amounts add up to it. For the balance total: the last known one, equity then, and equity now. */
  readonly inputs: readonly Input[];
}

/** A figure that is not known and could not be estimated, and why. */
export interface NotEstimated extends Said {
  readonly quarter: string;
  readonly figure: EstimatedFigure;
  readonly reason: keyof typeof REASONS;
  /** What would have to be known: "netResult 2026Q1". */
  readonly missing: readonly Missing[];
}

export interface RollForward {
  /** The quarters that were given, in order of time, with the estimates filled in. */
  readonly quarters: readonly QuarterFigures[];
  readonly estimates: readonly Estimate[];
  readonly notEstimated: readonly NotEstimated[];
}

const REASONS = {
  NEVER_KNOWN: { en: '{figure} was never known before', nl: '{figure}: nooit eerder bekend' },
  TOO_LONG_AGO: {
    en: '{figure} was last known for {since}, more than {most} quarters before',
    nl: '{figure}: voor het laatst bekend over {since}, meer dan {most} kwartalen eerder',
  },
  GAP: {
    en: '{figure} was last known for {since}, and what is needed since is unknown: {missing}',
    nl: '{figure}: voor het laatst bekend over {since}, en wat sindsdien nodig is, is onbekend: {missing}',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** A known or estimated amount, exact, with what it was made from. */
interface Amount {
  readonly cents: bigint;
  readonly inputs: readonly Input[];
}
type Failure = Pick<NotEstimated, 'reason' | 'missing'> & { readonly cents: null; readonly since: number };
type Outcomes = ReadonlyMap<number, Amount | Failure>;

/** Quarters by their index, in order of time. */
type ByIndex = ReadonlyMap<number, QuarterFigures>;
type Amounts = ReadonlyMap<number, Amount>;

/** Fills in equity and balance total where they are not known. RangeError when a quarter occurs twice. */
export function rollForward(history: readonly QuarterFigures[], options: RollForwardOptions = {}): RollForward {
  const inOrder = history.map((figures) => [quarterIndex(figures.quarter), figures] as const).sort(([a], [b]) => a - b);
  const byIndex: ByIndex = new Map(inOrder);
  if (byIndex.size !== history.length) throw new RangeError('A history has each quarter once.');
  const most = options.quartersMax ?? ROLL_FORWARD_QUARTERS_MAX;
  const equity = rollEquity(byIndex, resultsOf(byIndex, options.operationalResults ?? []), most);
  const balanceTotal = rollBalanceTotal(byIndex, equity, most);

  const estimates: Estimate[] = [];
  const notEstimated: NotEstimated[] = [];
  const fill = (index: number, figures: QuarterFigures, figure: EstimatedFigure, outcomes: Outcomes) => {
    const { quarter } = figures;
    const outcome = outcomes.get(index);
    if (!outcome || knownAmount(figure, figures)) return figures;
    if (outcome.cents === null) notEstimated.push({ quarter, figure, ...why(figure, outcome, most) });
    else estimates.push({ quarter, figure, value: outcome.cents, inputs: outcome.inputs });
    return withEstimate(figures, figure, outcome.cents);
  };
  const quarters = inOrder.map(([index, figures]) =>
    fill(index, fill(index, figures, 'equity', equity), 'balanceTotal', balanceTotal),
  );
  return { quarters, estimates, notEstimated };
}

/** The last known equity and every result since. */
function rollEquity(byIndex: ByIndex, results: Amounts, most: number): Outcomes {
  const outcomes = new Map<number, Amount | Failure>();
  // Also beyond the limit: how far an estimate may be shown is no reason to stop adding up.
  const sums = new Map<number, Amount>();
  let since: number | null = null;
  for (const [index, figures] of byIndex) {
    const known = knownAmount('equity', figures);
    if (known) since = index;
    const sum = known ?? extended(index, figures, since, sums, results);
    if (sum) sums.set(index, sum);
    outcomes.set(index, conclude('equity', index, since, most, sum ?? gaps(index, since, sums, results)));
  }
  return outcomes;
}

/** The sum at the quarter before and this result; else the sum at the end of last year and the year-to-date result. */
function extended(
  index: number,
  figures: QuarterFigures,
  since: number | null,
  sums: Amounts,
  results: Amounts,
): Amount | null {
  const before = sums.get(index - 1);
  const result = results.get(index);
  if (before && result) return add(before, result);
  const endOfLastYear = index - (index % 4) - 1;
  const start = since !== null && since <= endOfLastYear ? sums.get(endOfLastYear) : undefined;
  const toDate = knownAmount('yearToDateResult', figures);
  return start && toDate ? add(start, toDate) : null;
}

function gaps(index: number, since: number | null, sums: Amounts, results: Amounts): Missing[] {
  const missing: Missing[] = [];
  for (let at = index; since !== null && at > since && !sums.has(at); at--) {
    if (!results.has(at)) missing.unshift(missed('netResult', at));
  }
  return missing;
}

/** The last known balance total, and what equity rose since: known or estimated at both ends. */
function rollBalanceTotal(byIndex: ByIndex, equity: Outcomes, most: number): Outcomes {
  const outcomes = new Map<number, Amount | Failure>();
  let last: Amount | null = null;
  let since: number | null = null;
  for (const [index, figures] of byIndex) {
    const known = knownAmount('balanceTotal', figures);
    if (known) [last, since] = [known, index];
    const then = since === null ? null : shown('equity', since, byIndex, equity);
    const now = shown('equity', index, byIndex, equity);
    const made = known ?? (last && then && now && risen(last, then, now));
    const missing = [
      ...(since !== null && !then ? [missed('equity', since)] : []),
      ...(now ? [] : [missed('equity', index)]),
    ];
    outcomes.set(index, conclude('balanceTotal', index, since, most, made ?? missing));
  }
  return outcomes;
}

function risen(last: Amount, then: Amount, now: Amount): Amount {
  const rise = now.cents - then.cents;
  const inputs = [last, then, now].flatMap((amount) => amount.inputs);
  return { cents: last.cents + (rise > 0n ? rise : 0n), inputs };
}

/** A figure as it is shown at the end of a quarter, as one input: an estimate is called an estimate. */
function shown(figure: EstimatedFigure, index: number, byIndex: ByIndex, outcomes: Outcomes): Amount | null {
  const figures = byIndex.get(index);
  const outcome = outcomes.get(index);
  if (!figures || !outcome || outcome.cents === null) return null;
  return knownAmount(figure, figures) ?? amount(figure, outcome.cents, figures.quarter, 'ESTIMATE');
}

function conclude(
  figure: EstimatedFigure,
  index: number,
  since: number | null,
  most: number,
  made: Amount | readonly Missing[],
): Amount | Failure {
  const itself = [missed(figure, index)];
  if (since === null) return { cents: null, reason: 'NEVER_KNOWN', missing: itself, since: index };
  if (index - since > most) return { cents: null, reason: 'TOO_LONG_AGO', missing: itself, since };
  return 'cents' in made ? made : { cents: null, reason: 'GAP', missing: made, since };
}

/** The result of each quarter: the net result, else the operating result. */
function resultsOf(byIndex: ByIndex, operationalResults: readonly Observation[]): Amounts {
  const operational = new Map(operationalResults.map(({ quarter, value }) => [quarter, value]));
  const results = new Map<number, Amount>();
  for (const [index, figures] of byIndex) {
    const cents = operational.get(figures.quarter) ?? null;
    const standIn = cents === null ? null : amount('operationalResult', cents, figures.quarter, 'DELIVERY');
    const result = knownAmount('netResult', figures) ?? standIn;
    if (result) results.set(index, result);
  }
  return results;
}

/** A figure that somebody delivered or published; an estimate is not known. */
function knownAmount(figure: FigureName, figures: QuarterFigures): Amount | null {
  const cents = figures[figure];
  const source = figures.sources?.[figure] ?? 'DELIVERY';
  return cents === null || source === 'ESTIMATE' ? null : amount(figure, cents, figures.quarter, source);
}

function amount(name: string, cents: bigint, quarter: string, source: FigureSource): Amount {
  return { cents, inputs: [{ name, value: Number(cents), period: formatQuarter(quarter), source }] };
}

function add(sum: Amount, other: Amount): Amount {
  return { cents: sum.cents + other.cents, inputs: [...sum.inputs, ...other.inputs] };
}

function withEstimate(figures: QuarterFigures, figure: EstimatedFigure, cents: bigint | null): QuarterFigures {
  const { sources, ...rest } = figures;
  const { [figure]: _, ...others } = sources ?? {};
  const left = cents === null ? others : { ...others, [figure]: 'ESTIMATE' as const };
  return { ...rest, [figure]: cents, ...(Object.keys(left).length > 0 && { sources: left }) };
}

function why(
  figure: EstimatedFigure,
  { reason, missing, since }: Failure,
  most: number,
): Omit<NotEstimated, 'quarter' | 'figure'> {
  const say = (language: Language) =>
    REASONS[reason][language]
      .replace('{figure}', FIGURES[figure][language])
      .replace('{since}', labelAt(since))
      .replace('{most}', String(most))
      .replace('{missing}', missingInWords([writeMissing(missing)], language));
  return { reason, missing, en: say('en'), nl: say('nl') };
}
