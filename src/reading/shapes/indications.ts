/** What deliveries point at beside the trede: the rules of the domain, held against the indicators of the same quarter. */
import { CAUSE_WHEN_CARE_STOPS, CAUSES_BY_REASON, FALLEN, INDICATION_RULES } from '../../domain/indications/causes';
import { INDICATORS } from '../../domain/indicators';
import type { Row } from '../shape';
import type { Statement } from '../statement';

const UNITS: ReadonlyMap<string, string> = new Map(INDICATORS.map(({ code, unit }) => [code, unit]));
const RULES = JSON.stringify(
  INDICATION_RULES.map(({ indicator, sign, cause, en, nl }) => ({
    ...{ indicator, sign, cause, unit: UNITS.get(indicator) ?? null, says: { EN: en, NL: nl } },
  })),
);

/** Of indicators and of the answer that was scored, and of nothing else: meldingen leave no trace here. */
const pointing = (assessment: Row, sql: Statement) => `
  select i.code, i.value, i.previous, i.crossed is not null as is_beyond
  from indicator i
  where i.provider_id = ${assessment}.provider_id and i.quarter = ${assessment}.quarter${sql.andScope('indicator', 'i')}
  union all
  select s.code, s.value, null, false
  from jsonb_to_recordset(${assessment}.score) as s(code text, value numeric)
  where s.code = 'foreseesRisk'`;

const READ = {
  BEYOND: 'p.is_beyond',
  FALLEN: `p.value * ${FALLEN.denominator} < p.previous * ${FALLEN.numerator}`,
  YES: 'p.value = 1',
} as const satisfies Readonly<Record<(typeof INDICATION_RULES)[number]['sign'], string>>;
const isRead = Object.entries(READ).map(([sign, holds]) => `when '${sign}' then ${holds}`);

export const indicationRows = (assessment: Row, sql: Statement) => `
  select r.*, p.value, ${assessment}.quarter
  from rows from (
    jsonb_to_recordset(${sql.param('indication.rules', 'jsonb', () => RULES)})
      as (indicator text, sign text, cause text, unit text, says jsonb)
  ) with ordinality as r
  join (${pointing(assessment, sql)}) p on p.code = r.indicator
  where case r.sign ${isRead.join(' ')} end
  order by r.ordinality`;

const BY_REASON = JSON.stringify(CAUSES_BY_REASON);

/** The cause that a melding points at, as SQL. */
export const causeOfMelding = (melding: Row, sql: Statement) =>
  `case when ${melding}.moment is not null then '${CAUSE_WHEN_CARE_STOPS}'` +
  ` else ${sql.param('indication.reasons', 'jsonb', () => BY_REASON)} ->> ${melding}.reason end`;
