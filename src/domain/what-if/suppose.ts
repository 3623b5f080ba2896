import { type FigureName, type QuarterFigures, quarterFigures } from '../figures';

/**
 * What a figure is worth while nobody delivered it: a history in which only these figures of one quarter are others. A
 * quarter that is absent becomes one of which only these figures are known, and what was an estimate is one no longer. The
 * given history is left as it is.
 */
export function suppose(
  history: readonly QuarterFigures[],
  quarter: string,
  amounts: Readonly<Partial<Record<FigureName, bigint | null>>>,
): QuarterFigures[] {
  const { sources, ...present } = history.find((figures) => figures.quarter === quarter) ?? quarterFigures(quarter);
  const kept = Object.entries(sources ?? {}).filter(([figure]) => !(figure in amounts));
  const supposed = { ...present, ...amounts, ...(kept.length > 0 && { sources: Object.fromEntries(kept) }) };
  return [...history.filter((figures) => figures.quarter !== quarter), supposed];
}
