/** provider_quarter -> where every provider stood at the end of each quarter, and where it stands now. */
import { setImmediate } from 'node:timers/promises';
import type { QuarterFigures } from '../../domain/figures';
import { type Assessment, assessEach } from '../../domain/ladder/assess';
import { type Model, PRESENT } from '../../domain/models';
import { type Score, score } from '../../domain/scorecard';
import { criteriaText, scoreText } from './assessment-text';
import { type Columns, insertRows, type Queries, upsertRows, withDigest } from './rows';
import type { Participant, Window } from './window';

/** One provider at the end of one quarter. */
export interface Judged {
  readonly provider: Participant;
  readonly model: Model;
  readonly assessment: Assessment;
  /** The criteria as JSON text, ready to be stored. */
  readonly criteria: string;
  readonly previousTrede: number | null;
  readonly score: Score;
  /** Revenue under the Jeugdwet over the last four known quarters; null when fewer are known. */
  readonly yearlyRevenue: bigint | null;
}

/** What is missing in a judgement of a provider, with the reason where it was delivered all the same. */
export type WhyMissing = (providerId: string) => (missing: string | null) => string | null;

/** An id without meaning that is the same every time: a computation that is repeated gives the same row. */
const assessmentId = (version: string) =>
  `md5(concat_ws('|', 'assessment', r.provider_id, r.quarter, ${version}))::uuid`;

/** Where a provider that cannot be assessed stands in the order of attention: a missing figure is not "no risk". */
const UNKNOWN_COUNTS_AS_TREDE = 3;
/** Revenue of a year is that of the last so many quarters that are known. */
const QUARTERS_IN_YEAR = 4;

const COMPUTED_AT = 'computed_at';
const OF_ASSESSMENTS = { id: assessmentId('r.model_version') };
const OF_RISKS = { assessment_id: assessmentId(`'${PRESENT.version}'`) };
const KEY = ['provider_id', 'quarter', 'model_version'];

function assessmentColumns(judged: readonly Judged[], now: Date): Columns {
  const told = withDigest({
    provider_id: { type: 'uuid', values: judged.map(({ provider }) => provider.id) },
    quarter: { type: 'date', values: judged.map(({ assessment }) => assessment.quarter) },
    is_assessable: { type: 'boolean', values: judged.map(({ assessment }) => assessment.isAssessable) },
    trede: { type: 'integer', values: judged.map(({ assessment }) => assessment.trede) },
    previous_trede: { type: 'integer', values: judged.map(({ previousTrede }) => previousTrede) },
    risk_class: { type: 'text', values: judged.map((row) => row.score.riskClass) },
    points: { type: 'integer', values: judged.map((row) => row.score.points) },
    model_version: { type: 'text', values: judged.map(({ model }) => model.version) },
    criteria: { type: 'jsonb', values: judged.map(({ criteria }) => criteria) },
    score: { type: 'jsonb', values: judged.map((row) => scoreText(row.score)) },
  });
  return { ...told, [COMPUTED_AT]: { type: 'timestamptz', values: judged.map(() => now.toISOString()) } };
}

/** Where they stand now. */
function riskColumns(judged: readonly Judged[], { last }: Window): Columns {
  const latest = judged.filter(({ assessment }) => assessment.quarter === last);
  return {
    provider_id: { type: 'uuid', values: latest.map(({ provider }) => provider.id) },
    quarter: { type: 'date', values: latest.map(({ assessment }) => assessment.quarter) },
    trede: { type: 'integer', values: latest.map(({ assessment }) => assessment.trede) },
    previous_trede: { type: 'integer', values: latest.map(({ previousTrede }) => previousTrede) },
    risk_class: { type: 'text', values: latest.map((row) => row.score.riskClass) },
    revenue_youth_cents: { type: 'bigint', values: latest.map((row) => row.yearlyRevenue) },
    seat_region_code: { type: 'text', values: latest.map(({ provider }) => provider.seatRegionCode) },
    urgency: { type: 'integer', values: latest.map(urgencyOf) },
  };
}

/** Replaces the assessments of these providers by the present model, and where they stand now. */
export async function writeAssessments(
  tx: Queries,
  judged: readonly Judged[],
  window: Window,
  now: Date,
): Promise<{ assessments: number; risks: number }> {
  const ids = [...new Set(judged.map(({ provider }) => provider.id))];
  await tx.query('delete from provider_risk where provider_id = any ($1)', [ids]);
  await tx.query(
    'delete from assessment where provider_id = any ($1) and quarter between $2 and $3 and model_version = $4',
    [ids, window.first, window.last, PRESENT.version],
  );
  return {
    assessments: await insertRows(tx, 'assessment', assessmentColumns(judged, now), OF_ASSESSMENTS),
    risks: await insertRows(tx, 'provider_risk', riskColumns(judged, window), OF_RISKS),
  };
}

/** Writes the assessments that have changed, and where these providers stand now. Gives the quarters that changed. */
export async function writeChangedAssessments(
  tx: Queries,
  judged: readonly Judged[],
  window: Window,
  now: Date,
): Promise<string[]> {
  const changed = await upsertRows<{ quarter: string }>(tx, 'assessment', assessmentColumns(judged, now), {
    key: KEY,
    computed: OF_ASSESSMENTS,
    quietly: [COMPUTED_AT],
    byDigest: true,
    returning: 'quarter::text as quarter',
  });
  await upsertRows(tx, 'provider_risk', riskColumns(judged, window), {
    key: ['provider_id'],
    computed: OF_RISKS,
    returning: 'provider_id',
  });
  return [...new Set(changed.map(({ quarter }) => quarter))];
}

/** What the present model says of the same: when that changes, an assessment beside it is out of date. */
const BESIDE = `(select p.digest from assessment p
  where p.provider_id = r.provider_id and p.quarter = r.quarter and p.model_version = '${PRESENT.version}')`;

/** Writes assessments beside those of the present model. Where anyone stands now is the present model's. */
export async function writeBeside(tx: Queries, judged: readonly Judged[], now: Date): Promise<void> {
  await upsertRows(tx, 'assessment', assessmentColumns(judged, now), {
    key: KEY,
    computed: { ...OF_ASSESSMENTS, beside: BESIDE },
    returning: 'id',
  });
}

/** Where these providers stood at the end of every quarter. Lets the database work between one provider and the next. */
export async function judgeEach(
  providers: readonly Participant[],
  histories: ReadonlyMap<string, readonly QuarterFigures[]>,
  window: Window,
  why: WhyMissing,
  model: Model = PRESENT,
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const provider of providers) {
    judged.push(...judge(provider, histories.get(provider.id) ?? [], window, why(provider.id), model));
    await setImmediate();
  }
  return judged;
}

function judge(
  provider: Participant,
  history: readonly QuarterFigures[],
  { quarters }: Window,
  why: ReturnType<WhyMissing>,
  model: Model,
): Judged[] {
  const revenue = yearlyRevenue(history);
  let previousTrede: number | null = null;
  const judged = assessEach(history, quarters, model.ladder).map((assessment, at) => {
    const row = {
      provider,
      model,
      assessment,
      criteria: criteriaText(assessment, model.ladder, why),
      previousTrede,
      score: score(history[at] as QuarterFigures, model.scorecard),
      yearlyRevenue: revenue,
    };
    previousTrede = assessment.trede;
    return row;
  });
  return judged.filter(({ assessment }) => provider.quarters.has(assessment.quarter));
}

const urgencyOf = ({ assessment, score: { points } }: Judged) =>
  (assessment.trede ?? UNKNOWN_COUNTS_AS_TREDE) * 1000 + (points ?? 0);

function yearlyRevenue(history: readonly QuarterFigures[]): bigint | null {
  const known = history.flatMap(({ revenueYouth }) => (revenueYouth === null ? [] : [revenueYouth]));
  if (known.length < QUARTERS_IN_YEAR) return null;
  return known.slice(-QUARTERS_IN_YEAR).reduce((sum, cents) => sum + cents, 0n);
}
