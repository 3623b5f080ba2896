import { NATIONAL } from '../../domain/mismatch/forms-offered';
import type { Queries } from './rows';

/** The providers that have a contract with these clients, by the word of either side. */
export async function contractedBy(tx: Queries, clientCodes: readonly string[]): Promise<string[]> {
  if (clientCodes.length === 0) return [];
  const rows: { id: string }[] = await tx.query(
    `select distinct provider_id as id from contract
     where client_municipality_code = any ($1) or client_region_code = any ($1) or (region_code is null and $2)`,
    [clientCodes, clientCodes.includes(NATIONAL)],
  );
  return rows.map(({ id }) => id);
}
