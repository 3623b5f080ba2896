/** What is stored of providers in two quarters, and what came in since -> signal: what changed and deserves a look. */

import { type DeliveryFact, NO_FACTS } from '../../domain/facts';
import { FIGURE_NAMES } from '../../domain/figures';
import { INDICATORS } from '../../domain/indicators';
import type { LimitCode } from '../../domain/limits';
import { PRESENT } from '../../domain/models';
import { previousQuarter } from '../../domain/period';
import {
  type KnownOfQuarter,
  type NewMeldingen,
  NO_MELDINGEN,
  NOTHING_KNOWN,
  type SeenFinding,
  type SeenMismatch,
  type Signal,
  signalsOf,
} from '../../domain/signals';
import { columnOfFigure } from '../../reading/shapes/figure-column';
import { readFacts } from './facts';
import { type Queries, upsertRows } from './rows';
import type { Window } from './window';

/** Any number will do: two who make signals of one provider at once would each not see what the other knows. */
const LOCK = 20_260_931;

interface Indicator {
  readonly code: string;
  readonly value: number | null;
  readonly crossed: string | null;
  readonly inputs: readonly { readonly name: string; readonly value: number }[] | null;
}

/** What is stored of one provider in one quarter. */
interface Stored extends Pick<KnownOfQuarter, 'assessment' | 'figures' | 'foreseesRisk'> {
  readonly id: string;
  readonly quarter: string;
  readonly indicators: readonly Indicator[];
  readonly mismatches: readonly SeenMismatch[];
  readonly findings: readonly SeenFinding[];
}

const FIGURES = FIGURE_NAMES.map((name) => `'${name}', q.${columnOfFigure(name)}`);

/** One row per provider and quarter. The inputs are carried over for one indicator only: which contracts end. */
const STORED = `
  select q.provider_id as id, q.quarter::text as quarter, q.foresees_risk as "foreseesRisk",
    json_build_object(${FIGURES.join(', ')}) as figures,
    (select json_build_object('trede', a.trede, 'criteria', a.criteria) from assessment a
     where a.provider_id = q.provider_id and a.quarter = q.quarter and a.model_version = $3) as assessment,
    (select coalesce(json_agg(json_build_object('code', i.code, 'value', i.value, 'crossed', i.crossed,
       'inputs', case when i.code = 'contractsExpiring' then i.inputs end)), '[]') from indicator i
     where i.provider_id = q.provider_id and i.quarter = q.quarter) as indicators,
    (select coalesce(json_agg(json_build_object('kind', m.kind, 'aspect', m.aspect, 'verdict', m.verdict,
       'share', case when m.expected > 0 then round((m.actual - m.expected) / m.expected, 6) end)), '[]') from mismatch m
     where m.provider_id = q.provider_id and m.quarter = q.quarter) as mismatches,
    (select coalesce(json_agg(json_build_object('code', f.code, 'severity', f.severity, 'figures', f.figures,
       'en', f.says_en, 'nl', f.says_nl) order by f.id), '[]') from finding f
     where f.provider_id = q.provider_id and f.quarter = q.quarter) as findings
  from provider_quarter q
  where q.provider_id = any ($1) and q.quarter = any ($2)`;

function knownOf({ indicators, ...rest }: Stored): KnownOfQuarter {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return {
    ...rest,
    // In the order of the list: the first that crossed a limit is told first.
    indicators: INDICATORS.map(({ code, en, nl, unit }) => {
      const { value = null, crossed } = byCode.get(code) ?? {};
      return { code, en, nl, unit, value, crossed: (crossed?.split(' ') ?? []) as LimitCode[] };
    }),
    endingContracts: indicators
      .flatMap(({ inputs }) => inputs ?? [])
      .filter(({ name }) => name.startsWith('Contract:'))
      .map(({ name, value }) => ({ id: name, annualValue: value })),
  };
}

/**
 * Makes the signals of these providers in the latest quarter again. What has not changed stays seen.
 * @param today the last day that anything is known of
 * @returns how many are new or have changed
 */
export async function refreshSignals(
  tx: Queries,
  ids: readonly string[],
  window: Window,
  today: string,
): Promise<number> {
  await tx.query(
    'select pg_advisory_xact_lock($1, hashtext(id)) from (select id from unnest($2::text[]) id order by id offset 0) o',
    [LOCK, ids],
  );
  const quarters = [window.last, previousQuarter(window.last)];
  const stored: Stored[] = await tx.query(STORED, [ids, quarters, PRESENT.version]);
  const known = new Map(stored.map((row) => [`${row.id} ${row.quarter}`, knownOf(row)]));
  const meldingen = await newMeldingen(tx, ids, window.end, today);
  const deliveries = await deliveriesOf(tx, ids, window);
  const signals = ids.flatMap((subject) => {
    const [now = NOTHING_KNOWN, before = null] = quarters.map((quarter) => known.get(`${subject} ${quarter}`));
    return signalsOf({
      ...{ subject, quarter: window.last, now, before, since: window.end, today },
      deliveries: deliveries.get(subject) ?? [],
      newMeldingen: meldingen.get(subject) ?? NO_MELDINGEN,
    });
  });
  return write(tx, ids, window.last, signals);
}

async function deliveriesOf(
  tx: Queries,
  ids: readonly string[],
  window: Window,
): Promise<ReadonlyMap<string, readonly DeliveryFact[]>> {
  const facts = await readFacts(tx, new Map(ids.map((id) => [id, NO_FACTS.quarters])), window, ['deliveries']);
  return new Map([...facts].map(([id, { deliveries }]) => [id, deliveries]));
}

async function newMeldingen(
  tx: Queries,
  ids: readonly string[],
  since: string,
  today: string,
): Promise<ReadonlyMap<string, NewMeldingen>> {
  const rows: (NewMeldingen & { id: string })[] = await tx.query(
    `select provider_id as id, count(*) filter (where moment = 'ACTUAL')::int as actual,
       count(*) filter (where moment = 'FORESEEN')::int as foreseen, count(*) filter (where moment is null)::int as other,
       max(day) filter (where moment = 'ACTUAL')::text as "stoppedOn",
       max(day) filter (where moment is distinct from 'ACTUAL')::text as "othersOn"
     from melding cross join lateral (select (received_at at time zone 'Europe/Amsterdam')::date as day) d
     where provider_id = any ($1) and day between $2 and $3
     group by provider_id`,
    [ids, since, today],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** What a signal is about within its kind: rules give at most one line for each thing they speak of. */
const aboutOf = ({ evidence }: Signal) => evidence[0]?.name ?? '';

async function write(
  tx: Queries,
  ids: readonly string[],
  quarter: string,
  signals: readonly Signal[],
): Promise<number> {
  const text = (pick: (signal: Signal) => string) => ({ type: 'text' as const, values: signals.map(pick) });
  const [kinds, abouts] = [text(({ kind }) => kind), text(aboutOf)];
  await tx.query(
    `delete from signal where provider_id = any ($1) and quarter = $2
       and (provider_id, kind, about) not in (select * from unnest($3::uuid[], $4::text[], $5::text[]))`,
    [ids, quarter, signals.map(({ subject }) => subject), kinds.values, abouts.values],
  );
  const changed = await upsertRows(
    tx,
    'signal',
    {
      provider_id: { type: 'uuid', values: signals.map(({ subject }) => subject) },
      quarter: { type: 'date', values: signals.map(() => quarter) },
      kind: kinds,
      about: abouts,
      as_of: { type: 'date', values: signals.map(({ asOf }) => asOf) },
      urgency: { type: 'integer', values: signals.map(({ urgency }) => urgency) },
      says_nl: text(({ nl }) => nl),
      says_en: text(({ en }) => en),
      evidence: { type: 'jsonb', values: signals.map(({ evidence }) => JSON.stringify(evidence)) },
    },
    {
      key: ['id'],
      computed: {
        id: "md5(concat_ws('|', 'signal', r.provider_id, r.quarter, r.kind, r.about))::uuid",
        seen_at: 'null::timestamptz',
      },
      quietly: ['seen_at'],
      returning: 'id',
    },
  );
  return changed.length;
}
