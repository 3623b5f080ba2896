/**
 * From the figures as they were delivered to the figures that count: what cannot be right is taken out, and what is not
 * asked of everybody (equity, balance total) is carried forward from where it was last known. In that order, so that no
 * estimate rests on a figure that cannot be right. The ladder, the scorecard, the indicators and the ratios all start here.
 */
import type { Input } from './facts';
import type { FigureName, QuarterFigures } from './figures';
import { FIGURE_NAMES } from './figures';
import { formatQuarter } from './period';
import type { Finding } from './plausibility/finding';
import { withoutAbsurd } from './plausibility/without-absurd';
import { type Estimate, rollForward } from './roll-forward';
import type { Observation } from './series';
import type { FigureSource } from './vocabulary';

/** A figure that counts and that the provider did not deliver itself. */
export interface Origin {
  readonly figure: FigureName;
  readonly source: Exclude<FigureSource, 'DELIVERY'>;
  /** What an estimate was worked out from; of annual accounts the figure itself. */
  readonly inputs: readonly Input[];
}

export interface WhatCounts {
  /** In the order given; null is "not known", also of what was delivered and cannot be right. */
  readonly quarters: readonly QuarterFigures[];
  /** By quarter; nothing of a quarter in which everything is the provider's own delivery. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  readonly findings: readonly Finding[];
}

/** RangeError when a quarter occurs twice. */
export function whatCounts(
  delivered: readonly QuarterFigures[],
  operationalResults: readonly Observation[] = [],
): WhatCounts {
  const { quarters: plausible, findings } = withoutAbsurd(delivered);
  const { quarters, estimates } = rollForward(plausible, { operationalResults });
  const origins = new Map<string, readonly Origin[]>();
  for (const figures of quarters) {
    if (figures.sources) origins.set(figures.quarter, originsOf(figures, estimates));
  }
  return { quarters, origins, findings };
}

function originsOf(figures: QuarterFigures, estimates: readonly Estimate[]): Origin[] {
  return FIGURE_NAMES.flatMap((figure) => {
    const [value, source = 'DELIVERY'] = [figures[figure], figures.sources?.[figure]];
    if (value === null || source === 'DELIVERY') return [];
    const made = estimates.find((one) => one.figure === figure && one.quarter === figures.quarter);
    const itself = { name: figure, value: Number(value), period: formatQuarter(figures.quarter), source };
    return [{ figure, source, inputs: made?.inputs ?? [itself] }];
  });
}
