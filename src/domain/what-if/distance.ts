/**
 * "Which figure brings me below 20 %?": for every criterion of the ladder and every single figure of the quarter that it
 * is judged on, the smallest change in cents that turns its answer round. Exact: with this change it does, and with one
 * cent less it does not. One figure at a time; all others stay as they are.
 */
import type { FigureName, QuarterFigures } from '../figures';
import { type Assessment, assess } from '../ladder/assess';
import type { ComputedTrede } from '../ladder/criteria';
import type { Ladder, ReadyCriterion } from '../ladder/ladder';
import { type Standing, walkHistory } from '../ladder/standing';
import type { Said } from '../language';
import { PRESENT } from '../models';
import { type Ratio, ratio, sizeOf } from '../ratio';
import { doubtOn } from './doubts';
import { edgesOf } from './edges';
import { sayStep, sayWhyNot } from './say-distance';
import { suppose } from './suppose';
import { ONE_BY_ONE } from './what-if';

/** The smallest change of one figure that turns a criterion round. Amounts in cents. */
export interface SmallestChange extends Said {
  readonly figure: FigureName;
  readonly now: bigint;
  readonly needed: bigint;
  /** needed - now: below zero is a decrease. */
  readonly change: bigint;
  /** The change as a fraction of the size of the figure; null when the figure is zero. */
  readonly share: Ratio | null;
  /** Whether that amount would count if it were delivered; the words say why not. */
  readonly isPlausible: boolean;
  /** Where the provider then stands; null when not assessable. */
  readonly tredeThen: ComputedTrede | null;
}

/** Why no change of this figure turns the criterion round. */
export interface NoChange extends Said {
  readonly figure: FigureName;
  readonly now: bigint | null;
  readonly needed: null;
  readonly reason: 'NOT_BY_THIS_FIGURE_ALONE' | 'NOT_KNOWN';
}

export interface CriterionDistance extends Said {
  readonly code: string;
  readonly trede: ComputedTrede;
  readonly holds: boolean;
  /** One per figure: those that would count, the smallest change first; then those that would not; then those without one. */
  readonly distances: readonly (SmallestChange | NoChange)[];
}

export interface Distances {
  readonly quarter: string;
  /** Where the provider stands now; null when not assessable. */
  readonly trede: ComputedTrede | null;
  /** The criteria that do not hold: what would make them hold. */
  readonly notHolding: readonly CriterionDistance[];
  /** The criteria that hold: what would make them stop. */
  readonly holding: readonly CriterionDistance[];
  /** No distance can be told while these figures are missing. */
  readonly notAssessable: readonly ({
    readonly code: string;
    readonly trede: ComputedTrede;
    readonly missing: string | null;
  } & Said)[];
  readonly note: Said;
}

/** What one figure can do: the amounts beside which the ladder can change its mind, the nearest first. */
interface Tried {
  readonly amount: bigint;
  readonly assessment: Assessment;
  /** Why it would not count if it were delivered; null when it would. */
  readonly doubt: () => Said | null;
}

/** A figure that means nothing below zero is never taken there: such a change exists on paper only. */
const SIGNED: ReadonlySet<FigureName> = new Set(['netResult', 'yearToDateResult', 'equity']);

/** The distance to every limit of the ladder at the end of a quarter. */
export function distanceToLimits(
  history: readonly QuarterFigures[],
  quarter: string,
  ladder: Ladder = PRESENT.ladder,
): Distances {
  const present = assess(history, quarter, ladder);
  const standing = standingAt(history, quarter, ladder);
  const tried = new Map<FigureName, readonly Tried[]>();
  const trialsOf = (figure: FigureName) => {
    const made = tried.get(figure) ?? trials(figure, standing, history, ladder);
    tried.set(figure, made);
    return made;
  };
  const judged = ladder.criteria.flatMap((criterion, at) => {
    const holds = present.criteria[at]?.holds ?? null;
    if (holds === null) return [];
    const distances = figuresOf(criterion)
      .map((figure) => distanceOf(criterion, at, holds, figure, standing.figures[figure], trialsOf))
      .sort(bySize);
    return [{ code: criterion.code, trede: criterion.trede, holds, en: criterion.en, nl: criterion.nl, distances }];
  });
  return {
    quarter,
    trede: present.trede,
    notHolding: judged.filter(({ holds }) => !holds),
    holding: judged.filter(({ holds }) => holds),
    notAssessable: present.criteria
      .filter(({ holds }) => holds === null)
      .map(({ code, trede, en, nl, missing }) => ({ code, trede, en, nl, missing })),
    note: ONE_BY_ONE,
  };
}

function figuresOf({ needs }: ReadyCriterion): FigureName[] {
  return [...new Set(needs)];
}

function distanceOf(
  criterion: ReadyCriterion,
  at: number,
  holds: boolean,
  figure: FigureName,
  now: bigint | null,
  trialsOf: (figure: FigureName) => readonly Tried[],
): SmallestChange | NoChange {
  if (now === null) return { figure, now, needed: null, reason: 'NOT_KNOWN', ...sayWhyNot(figure, 'NOT_KNOWN') };
  const found = trialsOf(figure).find(({ assessment }) => assessment.criteria[at]?.holds === !holds);
  if (!found) {
    const reason = 'NOT_BY_THIS_FIGURE_ALONE';
    return { figure, now, needed: null, reason, ...sayWhyNot(figure, reason) };
  }
  const change = found.amount - now;
  const share = ratio(change, sizeOf(now));
  const tredeThen = found.assessment.trede;
  const doubt = found.doubt();
  return {
    figure,
    now,
    needed: found.amount,
    change,
    share,
    isPlausible: doubt === null,
    tredeThen,
    ...sayStep(criterion, !holds, figure, { now, change, doubt }),
  };
}

/** The amounts of one figure at which something can change, tried on the ladder itself. */
function trials(
  figure: FigureName,
  standing: Standing,
  history: readonly QuarterFigures[],
  ladder: Ladder,
): readonly Tried[] {
  const now = standing.figures[figure];
  if (now === null) return [];
  const { quarter } = standing;
  const before = edgesOf(standing, ladder);
  const after = edgesOf(standingAt(suppose(history, quarter, { [figure]: now + 1n }), quarter, ladder), ladder);
  const amounts = new Set<bigint>();
  for (const [at, edge] of before.entries()) {
    const next = after[at] ?? null;
    if (edge === null || next === null || next === edge) continue;
    // Rounded towards now: the whole numbers on both sides of the zero are among these three.
    const zero = now - edge / (next - edge);
    for (const amount of [zero - 1n, zero, zero + 1n]) if (isPossible(figure, amount, now)) amounts.add(amount);
  }
  amounts.delete(now);
  return [...amounts]
    .sort((a, b) => compare(sizeOf(a - now), sizeOf(b - now)) || compare(a, b))
    .map((amount) => {
      const imagined = suppose(history, quarter, { [figure]: amount });
      return {
        amount,
        assessment: assess(imagined, quarter, ladder),
        doubt: () => doubtOn(imagined, quarter, [figure]),
      };
    });
}

function isPossible(figure: FigureName, amount: bigint, now: bigint): boolean {
  return SIGNED.has(figure) || amount >= 0n || amount > now;
}

function standingAt(history: readonly QuarterFigures[], quarter: string, ladder: Ladder): Standing {
  return walkHistory(history, quarter, quarter, ladder.arrearsBelow).get(quarter) as Standing;
}

/** Smallest first, after those what would not count, and what cannot last. Shares are not compared: a cent is a cent. */
function bySize(a: SmallestChange | NoChange, b: SmallestChange | NoChange): number {
  if (a.needed === null || b.needed === null) return Number(a.needed === null) - Number(b.needed === null);
  return Number(b.isPlausible) - Number(a.isPlausible) || compare(sizeOf(a.change), sizeOf(b.change));
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
