import type { Context } from '../context';
import { FIGURE_NAMES, figuresOf, type ProviderQuarterRow, type QuarterFigures } from '../domain/figures';
import { parseQuarter } from '../domain/period';
import { columnOfFigure } from '../reading/shapes/figure-column';

/** Bigints as text: a JSON number would round the largest. */
const AMOUNTS = FIGURE_NAMES.map((figure) => `q.${columnOfFigure(figure)}::text as "${figure}Cents"`).join(', ');

/**
 * What counts of a provider, quarter by quarter, the earliest first: what its assessments are made from. Empty when its figures
 * or its assessments are not for this viewer, for one tells the other, and when there is no such provider: the two cannot be told apart.
 */
export async function historyOf(ctx: Context, provider: string): Promise<QuarterFigures[]> {
  const rows = await ctx.rows<ProviderQuarterRow>((sql) => {
    const one = sql.param('history.provider', 'uuid', () => provider);
    sql.ofOne = one;
    return `
      select q.quarter::text, q.foresees_risk as "foreseesRisk", q.origins, ${AMOUNTS}
      from provider_quarter q
      where q.provider_id = ${one}${sql.andScope('provider_quarter', 'q')}
        and exists (select from assessment a where a.provider_id = q.provider_id${sql.andScope('assessment', 'a')})
      order by q.quarter`;
  });
  return rows.map((row) => figuresOf(row));
}

/**
 * The quarter that is asked about, as its first day: "2026Q3", or else the latest. Null when the history does not hold it:
 * of a quarter in which a provider took no part there is nothing to suppose, and nothing to be told from a hidden one.
 */
export function quarterIn(history: readonly QuarterFigures[], asked: string | null): string | null {
  const wanted = asked ? parseQuarter(asked) : history.at(-1)?.quarter;
  return history.find(({ quarter }) => quarter === wanted)?.quarter ?? null;
}
