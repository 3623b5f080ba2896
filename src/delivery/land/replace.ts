import type { Landing } from './landing';

/** Tables of lists that are filled in. Constants, never input. */
const LIST_TABLES = [
  'personnel_report',
  'contract',
  'tariff',
  'municipal_report',
  'tender_calendar_entry',
  'provider_care_form',
] as const;
/** Of lists that come in a file of their own. */
export type LinesTable = 'declaration' | 'referral';

/**
 * Takes the rows of the version before out of the archive: readers find what holds, and only that. The rows stay as they were
 * in replaced_row, and figures in their own table.
 * @returns the providers that those rows were about
 */
export async function replaceVersion(landing: Landing): Promise<string[]> {
  const { tx, previousId } = landing;
  if (previousId === null) return [];
  await tx.query('update figure set is_current = false where delivery_id = $1 and is_current', [previousId]);
  const about: string[] = [];
  for (const table of LIST_TABLES) about.push(...(await replace(landing, table, 'delivery_id = $2', [previousId])));
  return about;
}

/** The lines of the version before hold for this one too, when no new file came. */
export async function keepLines({ tx, delivery, previousId }: Landing, table: LinesTable): Promise<void> {
  await tx.query(`update ${table} set delivery_id = $1 where delivery_id = $2`, [delivery.id, previousId]);
}

/**
 * Takes rows out of the archive that are reported anew.
 * @param anew a condition on the table, with parameters from $2
 * @returns the providers that those rows were about
 */
export async function replace(
  { tx, delivery }: Landing,
  table: (typeof LIST_TABLES)[number] | LinesTable,
  anew: string,
  parameters: readonly unknown[],
): Promise<string[]> {
  const rows: { id: string | null }[] = await tx.query(
    `with gone as (
       delete from ${table} where delivery_id is not null and ${anew} returning delivery_id, to_jsonb(${table}) as content
     ), kept as (
       insert into replaced_row (delivery_id, party_id, replaced_by_id, kind, content)
       select g.delivery_id, d.party_id, $1, '${table}', g.content from gone g join delivery d on d.id = g.delivery_id
     )
     select distinct content ->> 'provider_id' as id from gone`,
    [delivery.id, ...parameters],
  );
  return rows.flatMap(({ id }) => id ?? []);
}
