import type { EntityManager } from 'typeorm';
import { refreshAlone } from '../../../actions/refresh/alone';
import { refreshSummaries } from '../../../actions/refresh-summaries';
import { appendAuditEntry } from '../../../database/logs';
import type { Account } from './accounts';
import { ACCOUNT_ITEMS, type AccountItem } from './variables';

/** What is to be written, and of whom. */
export interface Import {
  readonly bookYear: number;
  readonly accounts: readonly Account[];
  /** Items of the book year that the export has a column for: what it leaves empty is no longer said. */
  readonly itemsSaid: readonly AccountItem[];
}

export interface Imported {
  /** Organisations of the export that are in the register of providers. */
  readonly known: number;
  readonly unknown: number;
  readonly added: number;
  /** Figures of an earlier import that hold no longer. */
  readonly replaced: number;
  readonly providerIds: readonly string[];
}

/** As the archive has annual accounts: flows to date at the end of the year, stocks of its last quarter. */
function periodOf(item: AccountItem, year: number) {
  const isFlow = ACCOUNT_ITEMS[item] === 'FLOW';
  return {
    start: isFlow ? `${year}-01-01` : `${year}-10-01`,
    end: `${year + 1}-01-01`,
    asOf: `${year}-12-31`,
    isCumulative: isFlow,
  };
}

interface Fact extends ReturnType<typeof periodOf> {
  readonly kvk: string;
  readonly item: AccountItem;
  /** Null for what is no longer said. */
  readonly value: string | null;
  /** Only where nothing is known yet: what a later year says of the year before it. */
  readonly isOnlyNew: boolean;
}

function factsOf({ bookYear, accounts, itemsSaid }: Import): Fact[] {
  return accounts.flatMap(({ kvkNumber: kvk, year, yearBefore }) => [
    ...itemsSaid.map((item) => {
      const value = year.get(item)?.toString() ?? null;
      return { kvk, item, value, isOnlyNew: false, ...periodOf(item, bookYear) };
    }),
    ...[...yearBefore].map(([item, cents]) => {
      return { kvk, item, value: cents.toString(), isOnlyNew: true, ...periodOf(item, bookYear - 1) };
    }),
  ]);
}

const AS_FACTS = `jsonb_to_recordset($1) as n
  (kvk text, item text, value numeric, "start" date, "end" date, "asOf" date, "isCumulative" boolean, "isOnlyNew" boolean)`;

/** An earlier value that is not the same, of what is said anew. */
const REPLACED = `
  update figure f
  set is_current = false
  from ${AS_FACTS} join provider p on p.kvk_number = n.kvk
  where f.provider_id = p.id and f.item = n.item and f.period_end = n."end" and f.source = 'DIGIMV' and f.is_current
    and not n."isOnlyNew" and (n.value is distinct from f.value or f.period_start <> n."start" or f.unit <> 'EUR_CENT')
  returning f.provider_id as id`;

const ADDED = `
  insert into figure (provider_id, item, period_start, period_end, as_of, value, unit, is_cumulative, source, is_current)
  select p.id, n.item, n."start", n."end", n."asOf", n.value, 'EUR_CENT', n."isCumulative", 'DIGIMV', true
  from ${AS_FACTS} join provider p on p.kvk_number = n.kvk
  where n.value is not null and not exists (
    select from figure f
    where f.provider_id = p.id and f.item = n.item and f.period_end = n."end" and f.source = 'DIGIMV' and f.is_current
  )
  returning provider_id as id`;

/**
 * Writes annual accounts as figures that nobody delivered, and makes the summaries of those concerned again. What was imported
 * before stays, and holds no longer. The same export twice changes nothing. The transaction must be that of the system.
 * @param digest of the files, for the audit log
 */
export async function importAccounts(tx: EntityManager, work: Import, digest: string, now: Date): Promise<Imported> {
  // Two imports at once would each find nothing there.
  await refreshAlone(tx);
  const kvks = work.accounts.map(({ kvkNumber }) => kvkNumber);
  const [{ known }]: [{ known: number }] = await tx.query(
    'select count(*)::int as known from provider where kvk_number = any ($1)',
    [kvks],
  );
  const facts = JSON.stringify(factsOf(work));
  // TypeORM gives the rows of an update with their number.
  const [replaced]: [{ id: string }[], number] = await tx.query(REPLACED, [facts]);
  const added: { id: string }[] = await tx.query(ADDED, [facts]);
  const providerIds = [...new Set([...replaced, ...added].map(({ id }) => id))];
  if (providerIds.length > 0) {
    await refreshSummaries(tx, { providerIds }, now);
    await appendAuditEntry(
      tx,
      {
        action: 'annual accounts imported',
        objectKind: 'figure',
        objectId: `DigiMV ${work.bookYear} ${digest}`,
        result: 'OK',
      },
      { subject: 'system', origin: 'system', traceId: null },
    );
  }
  return { known, unknown: kvks.length - known, added: added.length, replaced: replaced.length, providerIds };
}
