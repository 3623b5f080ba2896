/**
 * Assesses everybody by a model and stores that beside what other models said, in batches of a transaction each: what was
 * made stays when it is interrupted, and the next run goes on. Deliveries refresh the present model alone, so assessments
 * of another one are as of their computing; what has changed since is made again by the next run.
 */
import type { DataSource } from 'typeorm';
import { dutchDay } from '../domain/dutch-day';
import type { Model } from '../domain/models';
import { PRESENT } from '../domain/models';
import { refreshAlone } from './refresh/alone';
import { judgeEach, writeBeside } from './refresh/assessments';
import { findingsIn, whyMissing } from './refresh/findings';
import { countFigures, historiesOf } from './refresh/quarters';
import type { Queries } from './refresh/rows';
import { type Participant, participantsIn, type Window, windowOf } from './refresh/window';
import { refreshSummaries } from './refresh-summaries';

/** So many at once: a delivery that comes meanwhile waits less than a second. */
const BATCH = 15;

export interface Assessed {
  /** How many providers take part. */
  readonly providers: number;
  /** Of how many of them assessments were missing or out of date, and are made now. */
  readonly made: number;
}

/**
 * Brings the assessments of a model up to date, for every provider and quarter.
 * @param archive signed in as one that may write summaries
 * @param onProgress how many of the providers that have to be done are done
 */
export async function assessBy(
  archive: DataSource,
  model: Model,
  now: Date,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Assessed> {
  if (model === PRESENT) return assessByPresent(archive, now, onProgress);
  const { providers, toDo } = await archive.transaction((tx) => leftToDo(tx, model, now));
  onProgress(0, toDo.length);
  for (let from = 0; from < toDo.length; from += BATCH) {
    const batch = toDo.slice(from, from + BATCH);
    await archive.transaction((tx) => assessBatch(tx, batch, model, now));
    onProgress(from + batch.length, toDo.length);
  }
  return { providers, made: toDo.length };
}

/** The counts of a country are of one model: where everyone stands now changes in one transaction or not at all. */
async function assessByPresent(
  archive: DataSource,
  now: Date,
  onProgress: (done: number, of: number) => void,
): Promise<Assessed> {
  return archive.transaction(async (tx) => {
    await refreshAlone(tx);
    const { providers, toDo } = await leftToDo(tx, PRESENT, now);
    const made = toDo.length > 0 || (await standsByAnother(tx)) ? providers : 0;
    onProgress(0, made);
    if (made > 0) await refreshSummaries(tx, 'all', now);
    onProgress(made, made);
    return { providers, made };
  });
}

/** Does anybody still stand where another model put it? So it is after another model became the present one. */
async function standsByAnother(tx: Queries): Promise<boolean> {
  const [{ found }]: [{ found: boolean }] = await tx.query(
    `select exists (
       select from provider_risk r join assessment a on a.id = r.assessment_id where a.model_version <> $1
     ) as found`,
    [PRESENT.version],
  );
  return found;
}

async function assessBatch(tx: Queries, batch: readonly Participant[], model: Model, now: Date): Promise<void> {
  await refreshAlone(tx);
  const window = await windowOf(tx, dutchDay(now));
  if (!window) return;
  const counted = await countFigures(tx, batch, window);
  const why = whyMissing(findingsIn(counted));
  const judged = await judgeEach(batch, historiesOf(counted), window, why, model);
  await writeBeside(tx, judged, now);
}

/** Who misses an assessment by this model in a quarter, or has one that was made beside another one of the present model. */
async function leftToDo(tx: Queries, model: Model, now: Date): Promise<{ providers: number; toDo: Participant[] }> {
  const window = await windowOf(tx, dutchDay(now));
  if (!window) return { providers: 0, toDo: [] };
  const all = await participantsIn(tx, window);
  const done = await upToDate(tx, model, window);
  return { providers: all.length, toDo: all.filter(({ id, quarters }) => (done.get(id) ?? 0) < quarters.size) };
}

/** Of how many quarters an assessment by this model stands that is not out of date, by provider. */
async function upToDate(tx: Queries, model: Model, { first, last }: Window): Promise<ReadonlyMap<string, number>> {
  const rows: { id: string; quarters: number }[] = await tx.query(
    `select a.provider_id as id, count(*)::int as quarters
     from assessment a
     left join assessment p on p.provider_id = a.provider_id and p.quarter = a.quarter and p.model_version = $2
     where a.model_version = $1 and a.quarter between $3 and $4 
       and (p.digest is null or a.model_version = $2 or a.beside = p.digest)
     group by a.provider_id`,
    [model.version, PRESENT.version, first, last],
  );
  return new Map(rows.map(({ id, quarters }) => [id, quarters]));
}
