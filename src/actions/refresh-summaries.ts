/**
 * The summary tables that the dashboard reads, made again from what was delivered: set-wise in, pure rules of the domain,
 * set-wise out. In the transaction of the delivery that changed something, so that a summary never lags behind.
 */
import { refreshAreaRisk } from './refresh-area-risk';
import { judgeEach, writeAssessments } from './refresh-assessments';
import { readSources } from './refresh-mismatch-sources';
import { mismatchesFrom, type Touched, writeMismatches } from './refresh-mismatches';
import { quartersFromFigures, writeQuarters } from './refresh-quarters';
import type { Queries } from './refresh-rows';
import { type Participant, participantsIn, type Window, windowOf } from './refresh-window';

/** The tables that are only ever written here, in the order in which they are filled. */
export const SUMMARIES = ['provider_quarter', 'assessment', 'provider_risk', 'area_risk', 'mismatch'] as const;

/**
 * Whose figures changed. Regions and the country follow, because they depend on everybody in them; what compares municipalities
 * with themselves stays as it was. When municipalities delivered, refresh all.
 */
export type RefreshScope = { readonly providerIds?: readonly string[] } | 'all';

/** Any number will do. Two refreshes at once would each count without the other. */
const LOCK = 20_260_930;

/**
 * Refreshes the summaries of these providers, and of the regions and the country. The transaction must be one that may
 * write them: that of the owner, or of the system.
 * @param now when the assessments are said to be computed
 * @param onProgress the number of rows written per table
 */
export async function refreshSummaries(
  tx: Queries,
  scope: RefreshScope,
  now: Date,
  onProgress: (table: string, rows: number) => void = () => undefined,
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const window = await windowOf(tx);
  if (!window) return;
  const all = await participantsIn(tx, window);
  const everyone = scope === 'all' || (await isNewQuarter(tx, window));
  const changed = everyone ? all : all.filter(({ id }) => scope.providerIds?.includes(id));
  await forgetThoseWhoLeft(tx, all);
  const histories = await quartersFromFigures(tx, changed, window);
  const touched: Touched = everyone ? 'all' : new Set(changed.map(({ id }) => id));
  const sources = await readSources(tx, all, histories, window, everyone);
  // What comes next is worked out while the database writes what came before.
  const [quarters, judged] = await Promise.all([
    writeQuarters(tx, histories, window),
    judgeEach(changed, histories, window),
  ]);
  onProgress('provider_quarter', quarters);
  const [written, mismatches] = await Promise.all([
    writeAssessments(tx, judged, window, now),
    mismatchesFrom(sources, window, touched),
  ]);
  onProgress('assessment', written.assessments);
  onProgress('provider_risk', written.risks);
  onProgress('area_risk', await refreshAreaRisk(tx, window));
  onProgress('mismatch', await writeMismatches(tx, mismatches, window, touched));
}

/** The first delivery of a quarter moves everybody into it: those who have not delivered yet must not vanish from the counts. */
async function isNewQuarter(tx: Queries, { last }: Window): Promise<boolean> {
  const [{ counted }]: [{ counted: boolean }] = await tx.query(
    'select exists (select from area_risk where quarter = $1) as counted',
    [last],
  );
  return !counted;
}

/** Who no longer takes part stands nowhere now; what was assessed before stays. */
async function forgetThoseWhoLeft(tx: Queries, all: readonly Participant[]): Promise<void> {
  await tx.query('delete from provider_risk where provider_id <> all ($1::uuid[])', [all.map(({ id }) => id)]);
}
