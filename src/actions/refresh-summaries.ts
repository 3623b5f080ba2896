/**
 * The summary tables that the dashboard reads, made again from what was delivered: set-wise in, pure rules of the domain,
 * set-wise out. In the transaction of the delivery that changed something, so that a summary never lags behind.
 */

import { dutchDay } from '../domain/dutch-day';
import { refreshAlone } from './refresh/alone';
import { recountAreas, refreshAreaRisk } from './refresh/area-risk';
import { judgeEach, writeAssessments, writeChangedAssessments } from './refresh/assessments';
import { readFacts } from './refresh/facts';
import { whyMissing, withoutAbsurd, writeFindings } from './refresh/findings';
import { writeChangedIndicators, writeIndicators } from './refresh/indicators';
import { forgetQuartersApart, forgetThoseWhoLeft } from './refresh/leaving';
import { refreshChangedMismatches } from './refresh/mismatch/of-changed';
import { mismatchesFrom, writeMismatches } from './refresh/mismatch/of-everyone';
import { readKnown, readMunicipalSources } from './refresh/mismatch/sources';
import { countFigures, historiesOf, writeChangedQuarters, writeQuarters } from './refresh/quarters';
import type { Queries } from './refresh/rows';
import { refreshSignals } from './refresh/signals';
import { type Participant, participantsIn, type Window, windowOf } from './refresh/window';

/** The tables that refreshing everyone empties and fills, in that order. */
export const FILLED_AGAIN = [
  'provider_quarter',
  'finding',
  'assessment',
  'provider_risk',
  'area_risk',
  'mismatch',
  'mismatch_part',
  'indicator',
] as const;

/** Every table that is only ever written here. A signal that has not changed stays, for somebody may have seen it. */
export const SUMMARIES = [...FILLED_AGAIN, 'signal'] as const;

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
  const window = await windowOf(tx, dutchDay(now));
  if (!window) return;
  const all = await participantsIn(tx, window);
  await forgetThoseWhoLeft(tx, all, window);
  if (scope === 'all' || (await isNewQuarter(tx, window))) return refreshEveryone(tx, all, window, now, onProgress);
  const changed = all.filter(({ id }) => scope.providerIds.includes(id));
  if (changed.length > 0) await refreshProviders(tx, changed, window, now);
}

async function refreshEveryone(
  tx: Queries,
  all: readonly Participant[],
  window: Window,
  now: Date,
  onProgress: (table: string, rows: number) => void,
): Promise<void> {
  const { counted, histories, facts, findings, why } = await readWhatCounts(tx, all, window);
  const known = await readKnown(tx, all, facts, window);
  const municipal = await readMunicipalSources(tx, window);
  // What comes next is worked out while the database writes what came before.
  const [quarters, judged] = await Promise.all([
    writeQuarters(tx, all, counted, window),
    judgeEach(all, histories, window, why),
  ]);
  onProgress('provider_quarter', quarters);
  onProgress('finding', await writeFindings(tx, findings));
  const [assessed, found] = await Promise.all([
    writeAssessments(tx, judged, window, now),
    mismatchesFrom(known, municipal, window),
  ]);
  onProgress('assessment', assessed.assessments);
  onProgress('provider_risk', assessed.risks);
  onProgress('area_risk', await refreshAreaRisk(tx, window));
  const written = await writeMismatches(tx, found, window);
  onProgress('mismatch', written.mismatches);
  onProgress('mismatch_part', written.parts);
  onProgress('indicator', await writeIndicators(tx, all, facts, window, dutchDay(now), why));
  onProgress('signal', await refreshSignals(tx, idsAt(window.last, all), window, dutchDay(now)));
}

/** Writes only what changed, and makes again only what depends on that. The outcome is that of refreshing everyone. */
async function refreshProviders(
  tx: Queries,
  changed: readonly Participant[],
  window: Window,
  now: Date,
): Promise<void> {
  const { counted, histories, facts, findings, why } = await readWhatCounts(tx, changed, window);
  const gone = await forgetQuartersApart(tx, changed, window);
  const moved = await seatsBefore(tx, changed);
  await writeChangedQuarters(tx, changed, counted);
  await writeFindings(tx, findings);
  const quarters = await writeChangedAssessments(tx, await judgeEach(changed, histories, window, why), window, now);
  await recountAreas(tx, moved.length > 0 ? window.quarters : [...new Set([...gone, ...quarters])], [
    ...new Set([...moved, ...changed.map(({ seatRegionCode }) => seatRegionCode)]),
  ]);
  await refreshChangedMismatches(tx, await readKnown(tx, changed, facts, window), window);
  await writeChangedIndicators(tx, changed, facts, dutchDay(now), why);
  await refreshSignals(tx, idsAt(window.last, changed), window, dutchDay(now));
}

/** The regions in which a seat was counted and is no more. */
async function seatsBefore(tx: Queries, changed: readonly Participant[]): Promise<string[]> {
  const rows: { region: string }[] = await tx.query(
    `select distinct r.seat_region_code as region from provider_risk r join unnest($1::uuid[], $2::text[]) as now (id, region)
       on now.id = r.provider_id and now.region <> r.seat_region_code`,
    [changed.map(({ id }) => id), changed.map(({ seatRegionCode }) => seatRegionCode)],
  );
  return rows.map(({ region }) => region);
}

/** Everything that is known of these providers, what cannot be right left out of what is judged by. */
async function readWhatCounts(tx: Queries, providers: readonly Participant[], window: Window) {
  const counted = await countFigures(tx, providers, window);
  const histories = historiesOf(counted);
  const { facts, findings } = withoutAbsurd(counted, await readFacts(tx, histories, window));
  return { counted, histories, facts, findings, why: whyMissing(findings) };
}

/** Those who took part in a quarter. */
const idsAt = (quarter: string, providers: readonly Participant[]) =>
  providers.filter(({ quarters }) => quarters.has(quarter)).map(({ id }) => id);

/** The first delivery of a quarter moves everybody into it: those who have not delivered yet must not vanish from the counts. */
async function isNewQuarter(tx: Queries, { last }: Window): Promise<boolean> {
  const [{ counted }]: [{ counted: boolean }] = await tx.query(
    'select exists (select from area_risk where quarter = $1) as counted',
    [last],
  );
  return !counted;
}
