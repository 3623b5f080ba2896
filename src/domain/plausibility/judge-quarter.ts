/** Finds what cannot be right in one quarter, beside the provider's own quarters before it. Never looks ahead. */

import type { Input } from '../facts';
import { FIGURE_NAMES, type FigureName, type QuarterFigures } from '../figures';
import { formatQuarter, quarterNumber } from '../period';
import { sizeOf } from '../ratio';
import type { Severity } from '../vocabulary';
import { type Finding, type FindingCode, finding } from './finding';
import { BELOW_ZERO, CUMULATIVE, JUMP_FROM, JUMP_PAST, JUMPS, type JumpRule, PARTS } from './rules';

/** Quarters before the one that is looked at, the latest first: as they were delivered. */
type Past = readonly QuarterFigures[];

const BELOW: Readonly<Partial<Record<FigureName, Severity>>> = BELOW_ZERO;
const JUMP: Readonly<Partial<Record<FigureName, JumpRule>>> = JUMPS;

/**
 * The findings of one quarter. `tainted` are the cumulative figures of which the year to date of the quarter before cannot
 * be right: what is wrong there is not found wrong here a second time.
 */
export function judgeQuarter(figures: QuarterFigures, past: Past, tainted: ReadonlySet<FigureName>): Finding[] {
  const found: Finding[] = [];
  for (const name of FIGURE_NAMES) {
    const alone = onItself(name, figures, past, tainted.has(name));
    if (alone) found.push(alone);
  }
  const parts = PARTS.flatMap(([part, whole]) => partAbove(part, whole, figures) ?? []);
  return [...found, ...parts, ...resultBeyondRevenue(figures, tainted)];
}

/** At most one finding per figure: a jump says more than "the difference with a quarter that cannot be right". */
function onItself(name: FigureName, figures: QuarterFigures, past: Past, isTainted: boolean): Finding | null {
  const amount = figures[name];
  if (amount === null) return null;
  const below = BELOW[name];
  const after = () => finding('AFTER_IMPLAUSIBLE', 'DO_NOT_COUNT', asInputs([name], figures));
  if (below && amount < 0n) {
    return isTainted ? after() : finding(codeBelowZero(name, figures, below), below, asInputs([name], figures));
  }
  return jump(name, amount, figures, past) ?? (isTainted ? after() : null);
}

function codeBelowZero(name: FigureName, { quarter }: QuarterFigures, severity: Severity): FindingCode {
  if (severity === 'FLAG') return 'OVERDRAWN';
  return CUMULATIVE.has(name) && quarterNumber(quarter) > 1 ? 'CUMULATIVE_FELL' : 'NEGATIVE';
}

/** A whole below zero is wrong by itself, and says nothing of its part. */
function partAbove(part: FigureName, whole: FigureName, figures: QuarterFigures): Finding | null {
  const [a, b] = [figures[part], figures[whole]];
  if (a === null || b === null || b < 0n || a <= b) return null;
  return finding('PART_ABOVE_WHOLE', 'DO_NOT_COUNT', asInputs([part, whole], figures));
}

/** A profit above revenue cannot be, so neither is known; a loss that large is a disaster that can. */
function resultBeyondRevenue(figures: QuarterFigures, tainted: ReadonlySet<FigureName>): Finding[] {
  const { netResult, revenue, yearToDateResult } = figures;
  if (netResult === null || revenue === null || revenue < 0n) return [];
  // The year to date is what was delivered, and this result was taken from it.
  const toDate: readonly FigureName[] = yearToDateResult === null ? [] : ['yearToDateResult'];
  if (netResult > revenue) {
    return [finding('RESULT_ABOVE_REVENUE', 'DO_NOT_COUNT', asInputs(['netResult', 'revenue', ...toDate], figures))];
  }
  if (-netResult <= revenue || tainted.has('netResult')) return [];
  return [finding('LOSS_ABOVE_REVENUE', 'FLAG', asInputs(['netResult', 'revenue'], figures))];
}

function jump(name: FigureName, amount: bigint, figures: QuarterFigures, past: Past): Finding | null {
  const rule = JUMP[name];
  const twiceUsual = rule && twiceMedian(name, past);
  if (!rule || !twiceUsual) return null;
  const twice = 2n * sizeOf(amount);
  const [code, severity] = codeOfJump(twice, twiceUsual, rule) ?? [];
  if (!code || !severity) return null;
  // A debt where there was wealth is no slip of the unit: it may be the very loss that is looked for.
  const counts = amount < 0n ? 'FLAG' : severity;
  return finding(code, counts, asInputs([name], figures), { usual: Number(twiceUsual) / 2 });
}

function codeOfJump(amount: bigint, usual: bigint, { high, low }: JumpRule): [FindingCode, Severity] | null {
  if (amount === 0n) return ['ZERO', low];
  if (amount >= usual * JUMP_FROM.FACTOR_1000) return ['FACTOR_1000_HIGH', high];
  if (amount >= usual * JUMP_FROM.FACTOR_100) return ['FACTOR_100_HIGH', high];
  if (amount * JUMP_FROM.FACTOR_1000 <= usual) return ['FACTOR_1000_LOW', low];
  if (amount * JUMP_FROM.FACTOR_100 <= usual) return ['FACTOR_100_LOW', low];
  return null;
}

/** Twice the median size, so that the middle of two stays whole; null when nothing is usual yet. */
function twiceMedian(name: FigureName, past: Past): bigint | null {
  const sizes = past
    .flatMap((figures) => figures[name] ?? [])
    .slice(0, JUMP_PAST.quartersMax)
    .map(sizeOf)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (sizes.length < JUMP_PAST.quartersMin) return null;
  const twice = (sizes[(sizes.length - 1) >> 1] ?? 0n) + (sizes[sizes.length >> 1] ?? 0n);
  return twice >= 2n * JUMP_PAST.medianMin ? twice : null;
}

function asInputs(names: readonly FigureName[], figures: QuarterFigures): Input[] {
  const period = formatQuarter(figures.quarter);
  return names.map((name) => ({
    name,
    value: Number(figures[name]),
    period,
    source: figures.sources?.[name] ?? 'DELIVERY',
  }));
}
