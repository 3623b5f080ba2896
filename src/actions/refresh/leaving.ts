/** Who no longer takes part: its designation ended, because it failed or fell below the threshold. */
import type { Queries } from './rows';
import type { Participant, Window } from './window';

/** What stands of a provider per quarter. */
const PER_QUARTER = ['provider_quarter', 'assessment', 'indicator'] as const;

/** Who no longer takes part stands nowhere now; what was assessed before stays. */
export async function forgetThoseWhoLeft(tx: Queries, all: readonly Participant[], { last }: Window): Promise<void> {
  const present = all.filter(({ quarters }) => quarters.has(last));
  const ids = present.map(({ id }) => id);
  await tx.query('delete from provider_risk where provider_id <> all ($1::uuid[])', [ids]);
  await tx.query('delete from signal where quarter = $2 and provider_id <> all ($1::uuid[])', [ids, last]);
}

/**
 * Takes away what was worked out for quarters in which these providers turn out not to have taken part: a gap after leaving
 * is no silence. Gives those quarters, whose sums change by it.
 */
export async function forgetQuartersApart(
  tx: Queries,
  providers: readonly Participant[],
  { quarters, first, last }: Window,
): Promise<string[]> {
  const apart = providers.filter((provider) => provider.quarters.size < quarters.length);
  if (apart.length === 0) return [];
  const kept = apart.flatMap((provider) => [...provider.quarters].map((quarter) => ({ id: provider.id, quarter })));
  const gone = new Set<string>();
  for (const table of PER_QUARTER) {
    const rows: { quarter: string }[] = await tx.query(
      `with gone as (
         delete from ${table}
         where provider_id = any ($1) and quarter between $2 and $3
           and (provider_id, quarter) not in (select * from unnest($4::uuid[], $5::date[]))
         returning quarter
       )
       select distinct quarter::text as quarter from gone`,
      [apart.map(({ id }) => id), first, last, kept.map(({ id }) => id), kept.map(({ quarter }) => quarter)],
    );
    for (const { quarter } of rows) gone.add(quarter);
  }
  return [...gone];
}
