/**
 * Where the ladder can change its mind. Every criterion asks for the sign of whole numbers that are linear in each single
 * figure of the quarter: equity - 20 % x balance total, multiplied out. Between two places where one of them passes zero no
 * criterion can change, so the smallest change that matters lies beside one of those places.
 */
import { FIGURE_NAMES, type FigureName } from '../figures';
import { type Ladder, type ReadyCriterion } from '../ladder/ladder';
import type { LadderRatio, Standing, TrendRatio } from '../ladder/standing';
import type { Ratio } from '../ratio';
import { amountOf, RATIOS } from '../ratios';

const LADDER_RATIOS = ['solvency', 'profitability', 'currentRatio', 'daysCash'] as const satisfies LadderRatio[];
const TREND_RATIOS = ['solvency', 'profitability', 'currentRatio'] as const satisfies TrendRatio[];

/** The signed numbers of a quarter, always as many and in the same order. An unknown one is null. */
export function edgesOf(standing: Standing, ladder: Ladder): (bigint | null)[] {
  return [
    ...LADDER_RATIOS.flatMap((code) => ratioEdges(code, standing, ladder)),
    ...TREND_RATIOS.map((code) => trendEdge(code, standing)),
    ...ladder.criteria.map((criterion) => amountEdge(criterion, standing)),
    standing.figures.netResult,
    standing.figures.overdueCreditors,
    standing.yearToDateResult,
    ...marginEdges(standing, ladder),
  ];
}

/** The distance to each limit. A denominator that passes zero makes a ratio unknown, which turns nothing round. */
function ratioEdges(code: LadderRatio, { figures }: Standing, ladder: Ladder): (bigint | null)[] {
  const numerator = amountOf(RATIOS[code].numerator, figures);
  const denominator = amountOf(RATIOS[code].denominator, figures);
  const limits = limitsOn(code, ladder);
  if (code === 'currentRatio') limits.push(ladder.arrearsBelow);
  return limits.map((limit) => beyond(numerator, denominator, limit));
}

function trendEdge(code: TrendRatio, { figures, sameQuarterLastYear }: Standing): bigint | null {
  const before = sameQuarterLastYear?.ratios[code] ?? null;
  const { numerator, denominator } = RATIOS[code];
  return before && beyond(amountOf(numerator, figures), amountOf(denominator, figures), before);
}

function amountEdge({ figure, limit }: ReadyCriterion, { figures }: Standing): bigint | null {
  return isFigure(figure) ? beyond(figures[figure], 1n, limit) : null;
}

function marginEdges({ yearToDateMargin: margin }: Standing, ladder: Ladder): (bigint | null)[] {
  const limits = limitsOn('yearToDateMargin', ladder);
  return limits.map((limit) => margin && beyond(margin.numerator, margin.denominator, limit));
}

function limitsOn(figure: string, { criteria }: Ladder): Ratio[] {
  return criteria.filter((criterion) => criterion.figure === figure).map(({ limit }) => limit);
}

/** Above zero exactly when numerator / denominator is above the limit; linear in both. */
function beyond(numerator: bigint | null, denominator: bigint | null, limit: Ratio): bigint | null {
  if (numerator === null || denominator === null) return null;
  return numerator * limit.denominator - denominator * limit.numerator;
}

function isFigure(name: string): name is FigureName {
  return (FIGURE_NAMES as readonly string[]).includes(name);
}
