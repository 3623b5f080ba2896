import type { MismatchKind } from '../../../domain/vocabulary';
import type { Queries } from '../rows';
import { idOf, type MismatchRow } from './rows';

/** As counts of areas name the country. */
export const NL = 'NL';

/**
 * Takes away the comparisons of a kind that are no more. Gives their quarters.
 * @param areas of which these are all: codes of municipalities and of regions, and NL
 */
export async function forgetOthersOf(
  tx: Queries,
  kind: MismatchKind,
  areas: readonly string[],
  quarters: readonly string[],
  rows: readonly MismatchRow[],
): Promise<string[]> {
  const gone: { quarter: string }[] = await tx.query(
    `with gone as (
       delete from mismatch
       where kind = $1 and quarter = any ($2) and id <> all ($3::uuid[]) and (
         municipality_code = any ($4) or (subject = 'REGION' and region_code = any ($4))
         or (subject = 'COUNTRY' and '${NL}' = any ($4))
       )
       returning quarter
     )
     select distinct quarter::text as quarter from gone`,
    [kind, quarters, rows.map(idOf), areas],
  );
  return gone.map(({ quarter }) => quarter);
}
