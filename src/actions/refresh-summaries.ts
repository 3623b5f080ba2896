/**
 * The summary tables that the dashboard reads, made again from what was delivered: set-wise in, pure rules of the domain,
 * set-wise out. In the transaction of the delivery that changed something, so that a summary never lags behind.
 */

import type { EntityManager } from 'typeorm';
import type { Changed } from '../delivery/changed';
import { dutchDay } from '../domain/dutch-day';
import { refreshAlone } from './refresh/alone';
import { recountAreas, refreshAreaRisk } from './refresh/area-risk';
import { judgeEach, writeAssessments, writeChangedAssessments } from './refresh/assessments';
import { contractedBy } from './refresh/contracted-by';
import { readFacts } from './refresh/facts';
import { whyMissing, withoutAbsurd, writeFindings } from './refresh/findings';
import { writeChangedIndicators, writeIndicators } from './refresh/indicators';
import { forgetQuartersApart, forgetThoseWhoLeft } from './refresh/leaving';
import { refreshChangedMismatches } from './refresh/mismatch/of-changed';
import { mismatchesFrom, writeMismatches } from './refresh/mismatch/of-everyone';
import { refreshMunicipalMismatches } from './refresh/mismatch/of-municipalities';
import { readKnown } from './refresh/mismatch/sources';
import { readMunicipal } from './refresh/mismatch/spending';
import { prepared } from './refresh/prepared';
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
 * Who delivered, or was said something else of. Regions and the country follow, because they depend on everybody in them.
 * What is in no summary needs no refresh: referrals, tariffs, tenders.
 */
export type RefreshScope = Changed | 'all';

/** Is told the number of rows written per table, when all are. */
type OnProgress = (table: string, rows: number) => void;

/**
 * Refreshes the summaries of what changed, and of the regions and the country. The transaction must be one that may
 * write them: that of the owner, or of the system.
 * @param now when the assessments are said to be computed
 */
export async function refreshSummaries(
  tx: EntityManager,
  scope: RefreshScope,
  now: Date,
  onProgress?: OnProgress,
): Promise<void> {
  if (scope === 'all') return refreshAll(tx, now, onProgress);
  const often = await prepared(tx);
  const begun = await begin(often, now);
  if (!begun) return;
  const { window, all } = begun;
  if (await isNewQuarter(often, window)) return refreshEveryone(tx, all, window, now);
  const { providerIds = [], municipalityCodes = [], clientCodes = [] } = scope;
  const ids = new Set([...providerIds, ...(await contractedBy(often, clientCodes))]);
  const changed = all.filter(({ id }) => ids.has(id));
  if (changed.length > 0) await refreshProviders(often, changed, window, now);
  if (municipalityCodes.length > 0) await refreshMunicipalMismatches(often, municipalityCodes, window);
}

/** Refreshes every summary of everybody. */
export async function refreshAll(tx: Queries, now: Date, onProgress?: OnProgress): Promise<void> {
  const begun = await begin(tx, now);
  if (begun) await refreshEveryone(tx, begun.all, begun.window, now, onProgress);
}

/** Null when nothing was asked of anybody yet. */
async function begin(tx: Queries, now: Date) {
  await refreshAlone(tx);
  const window = await windowOf(tx, dutchDay(now));
  if (!window) return null;
  const all = await participantsIn(tx, window);
  await forgetThoseWhoLeft(tx, all, window);
  return { window, all };
}

async function refreshEveryone(
  tx: Queries,
  all: readonly Participant[],
  window: Window,
  now: Date,
  onProgress: OnProgress = () => undefined,
): Promise<void> {
  const { counted, histories, facts, findings, why } = await readWhatCounts(tx, all, window);
  const known = await readKnown(tx, all, facts, window);
  const municipal = await readMunicipal(tx, window);
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
  const regions = [...new Set([...moved, ...changed.map(({ seatRegionCode }) => seatRegionCode)])];
  // In which region one that left was counted is written nowhere any more.
  if (idsAt(window.last, changed).length < changed.length) await refreshAreaRisk(tx, window);
  else await recountAreas(tx, moved.length > 0 ? window.quarters : [...new Set([...gone, ...quarters])], regions);
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
