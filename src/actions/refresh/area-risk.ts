/** assessment -> how many providers stand where, per region of their seat and for the country. */
import { PRESENT } from '../../domain/models';
import type { Queries } from './rows';
import type { Window } from './window';

const COUNTS = 'providers, trede_1, trede_2, trede_3, trede_4, trede_5, not_assessable, high, middle, low';

const COUNT_REGIONS = `
  insert into area_risk (area_code, quarter, ${COUNTS})
  select region.code, q.quarter, count(a.id),
    count(*) filter (where a.trede = 1), count(*) filter (where a.trede = 2), count(*) filter (where a.trede = 3),
    count(*) filter (where a.trede = 4), count(*) filter (where a.trede = 5), count(a.id) - count(a.trede),
    count(*) filter (where a.risk_class = 'HIGH'), count(*) filter (where a.risk_class = 'MIDDLE'),
    count(*) filter (where a.risk_class = 'LOW')
  from unnest($1::date[]) as q(quarter)
  cross join region
  left join (assessment a join provider p on p.id = a.provider_id)
    on p.seat_region_code = region.code and a.quarter = q.quarter and a.model_version = $2
  where $3::text[] is null or region.code = any ($3)
  group by region.code, q.quarter`;

/** Every provider has its seat in one region, so that the country is the sum of regions. */
const ADD_UP_COUNTRY = `
  insert into area_risk (area_code, quarter, ${COUNTS})
  select 'NL', quarter, ${COUNTS.replaceAll(/\w+/g, 'sum($&)')}
  from area_risk
  where quarter = any ($1) and area_code <> 'NL'
  group by quarter`;

/** Counts all areas again. A region without providers counts none. */
export async function refreshAreaRisk(tx: Queries, { quarters, first, last }: Window): Promise<number> {
  await tx.query('delete from area_risk where quarter between $1 and $2', [first, last]);
  await count(tx, quarters, null);
  const [{ rows }]: [{ rows: number }] = await tx.query(
    'select count(*)::int as rows from area_risk where quarter between $1 and $2',
    [first, last],
  );
  return rows;
}

/** Counts the country and some regions again, in some quarters. */
export async function recountAreas(
  tx: Queries,
  quarters: readonly string[],
  regions: readonly string[],
): Promise<void> {
  if (quarters.length === 0) return;
  await tx.query('delete from area_risk where quarter = any ($1) and area_code = any ($2)', [
    quarters,
    [...regions, 'NL'],
  ]);
  await count(tx, quarters, regions);
}

async function count(tx: Queries, quarters: readonly string[], regions: readonly string[] | null): Promise<void> {
  await tx.query(COUNT_REGIONS, [quarters, PRESENT.version, regions]);
  await tx.query(ADD_UP_COUNTRY, [quarters]);
}
