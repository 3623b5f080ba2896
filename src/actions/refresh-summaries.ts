/**
 * The summary tables that the dashboard reads, made again from what was delivered: set-wise in, pure rules of the domain,
 * set-wise out. In the transaction of the delivery that changed something, so that a summary never lags behind.
 */

import { refreshAlone } from './refresh/alone';
import { recountAreas, refreshAreaRisk } from './refresh/area-risk';
import { judgeEach, writeAssessments, writeChangedAssessments } from './refresh/assessments';
import { refreshChangedMismatches } from './refresh/changed-mismatches';
import { readFacts } from './refresh/facts';
import { writeChangedIndicators, writeIndicators } from './refresh/indicators';
import { readSources } from './refresh/mismatch-sources';
import { mismatchesFrom, writeMismatches } from './refresh/mismatches';
import { quartersFromFigures, writeChangedQuarters, writeQuarters } from './refresh/quarters';
import type { Queries } from './refresh/rows';
import { type Participant, participantsIn, type Window, windowOf } from './refresh/window';

/** The tables that are only ever written here, in the order in which they are filled. */
export const SUMMARIES = [
  'provider_quarter',
  'assessment',
  'provider_risk',
  'area_risk',
  'mismatch',
  'mismatch_part',
  'indicator',
] as const;

/**
 * Whose figures changed. Regions and the country follow, because they depend on everybody in them; what compares municipalities
 * with themselves stays as it was. When municipalities delivered, refresh all.
 */
export type RefreshScope = { readonly providerIds: readonly string[] } | 'all';

/**
 * Refreshes the summaries of these providers, and of the regions and the country. The transaction must be one that may
 * write them: that of the owner, or of the system.
 * @param now when the assessments are said to be computed
 * @param onProgress the number of rows written per table, when all are
 */
export async function refreshSummaries(
  tx: Queries,
  scope: RefreshScope,
  now: Date,
  onProgress: (table: string, rows: number) => void = () => undefined,
): Promise<void> {
  await refreshAlone(tx);
  const window = await windowOf(tx);
  if (!window) return;
  const all = await participantsIn(tx, window);
  await forgetThoseWhoLeft(tx, all);
  if (scope === 'all' || (await isNewQuarter(tx, window))) return refreshEveryone(tx, all, window, now, onProgress);
  const changed = all.filter(({ id }) => scope.providerIds.includes(id));
  if (changed.length > 0) await refreshProviders(tx, changed, all, window, now);
}

async function refreshEveryone(
  tx: Queries,
  all: readonly Participant[],
  window: Window,
  now: Date,
  onProgress: (table: string, rows: number) => void,
): Promise<void> {
  const histories = await quartersFromFigures(tx, all, window);
  const facts = await readFacts(tx, histories, window);
  const sources = await readSources(tx, all, histories, window);
  // What comes next is worked out while the database writes what came before.
  const [quarters, judged] = await Promise.all([
    writeQuarters(tx, histories, window),
    judgeEach(all, histories, window),
  ]);
  onProgress('provider_quarter', quarters);
  const [assessed, found] = await Promise.all([
    writeAssessments(tx, judged, window, now),
    mismatchesFrom(sources, window),
  ]);
  onProgress('assessment', assessed.assessments);
  onProgress('provider_risk', assessed.risks);
  onProgress('area_risk', await refreshAreaRisk(tx, window));
  const written = await writeMismatches(tx, found, window);
  onProgress('mismatch', written.mismatches);
  onProgress('mismatch_part', written.parts);
  onProgress('indicator', await writeIndicators(tx, facts, window, dayOf(now)));
}

/** Writes only what changed, and makes again only what depends on that. The outcome is that of refreshing everyone. */
async function refreshProviders(
  tx: Queries,
  changed: readonly Participant[],
  all: readonly Participant[],
  window: Window,
  now: Date,
): Promise<void> {
  const histories = await quartersFromFigures(tx, changed, window);
  const facts = await readFacts(tx, histories, window);
  await writeChangedQuarters(tx, histories);
  const quarters = await writeChangedAssessments(tx, await judgeEach(changed, histories, window), window, now);
  await recountAreas(tx, quarters, [...new Set(changed.map(({ seatRegionCode }) => seatRegionCode))]);
  await refreshChangedMismatches(tx, changed, all, histories, window);
  await writeChangedIndicators(tx, facts, window, dayOf(now));
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

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
