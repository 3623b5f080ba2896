import { type FigureName, type QuarterFigures } from '../figures';
import { quarterIndex } from '../period';
import type { Finding } from './finding';
import { judgeQuarter } from './judge-quarter';
import { CUMULATIVE } from './rules';

export interface Plausible {
  /** As given and in the order given, with null for what does not count: to judge by, not to show. */
  readonly quarters: readonly QuarterFigures[];
  /** In order of time. */
  readonly findings: readonly Finding[];
}

const NONE: ReadonlySet<FigureName> = new Set();

/**
 * A history to be judged by: apply it before the ladder, the scorecard and a roll-forward. What cannot be right is null
 * ("not known"), so it makes nobody safer, and what else is known suffices; the figures that were given stay as they are,
 * to be shown with the findings. A quarter is judged by itself and by what came before it: a later quarter changes nothing.
 * RangeError when a quarter occurs twice.
 */
export function withoutAbsurd(quarters: readonly QuarterFigures[]): Plausible {
  const inOrder = [...quarters].sort((a, b) => quarterIndex(a.quarter) - quarterIndex(b.quarter));
  const findings = new Map<string, readonly Finding[]>();
  const past: QuarterFigures[] = [];
  for (const figures of inOrder) {
    const before = past[0];
    const tainted = before ? taintedBy(before, findings.get(before.quarter) ?? [], figures) : NONE;
    findings.set(figures.quarter, judgeQuarter(figures, past, tainted));
    past.unshift(figures);
  }
  if (findings.size !== quarters.length) throw new RangeError('A history has each quarter once.');
  return {
    quarters: quarters.map((figures) => without(figures, findings.get(figures.quarter) ?? [])),
    findings: inOrder.flatMap(({ quarter }) => findings.get(quarter) ?? []),
  };
}

/** What was found wrong by itself in the quarter before, when the year to date goes on from there. */
function taintedBy(before: QuarterFigures, found: readonly Finding[], now: QuarterFigures): ReadonlySet<FigureName> {
  const index = quarterIndex(now.quarter);
  if (index % 4 === 0 || quarterIndex(before.quarter) !== index - 1) return NONE;
  const wrong = found.filter(({ code, severity }) => severity === 'DO_NOT_COUNT' && code !== 'AFTER_IMPLAUSIBLE');
  const names = wrong.flatMap(({ figures }) => figures.map(({ name }) => name as FigureName));
  return new Set(names.filter((name) => CUMULATIVE.has(name)));
}

function without(figures: QuarterFigures, found: readonly Finding[]): QuarterFigures {
  const severe = found.filter(({ severity }) => severity === 'DO_NOT_COUNT');
  if (severe.length === 0) return figures;
  return { ...figures, ...Object.fromEntries(severe.flatMap((one) => one.figures.map(({ name }) => [name, null]))) };
}
