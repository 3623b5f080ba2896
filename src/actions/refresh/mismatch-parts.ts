/** What each provider adds to the comparisons of a region: the comparison of the region is the sum of these. */
import type { Pair, Sum } from '../../domain/mismatch/add-up';
import type { MismatchKind } from '../../domain/vocabulary';
import type { Contribution } from './provider-mismatches';
import { type Columns, insertRows, type Queries, upsertRows } from './rows';
import type { Window } from './window';

export interface Part {
  readonly kind: MismatchKind;
  readonly regionCode: string;
  readonly quarter: string;
  readonly providerId: string;
  readonly pair: Pair;
}

/** The parts of one provider in one quarter: both kinds in every region it has contracts in. */
export function partsOf(contribution: Contribution, quarter: string): Part[] {
  const { providerId, expectedIn, declaredIn, budgetIn, contractsIn } = contribution;
  return contribution.regions.flatMap((regionCode): Part[] => {
    const part = (amounts: ReadonlyMap<string, bigint> | null) => amounts?.get(regionCode) ?? null;
    const about = { regionCode, quarter, providerId };
    return [
      { ...about, kind: 'BUDGET_VS_DECLARED', pair: { expected: part(expectedIn), actual: part(declaredIn) } },
      { ...about, kind: 'BUDGET_VS_CONTRACTS', pair: { expected: part(budgetIn), actual: part(contractsIn) } },
    ];
  });
}

const columnsOf = (parts: readonly Part[]): Columns => ({
  region_code: { type: 'text', values: parts.map(({ regionCode }) => regionCode) },
  quarter: { type: 'date', values: parts.map(({ quarter }) => quarter) },
  kind: { type: 'text', values: parts.map(({ kind }) => kind) },
  provider_id: { type: 'uuid', values: parts.map(({ providerId }) => providerId) },
  expected_cents: { type: 'bigint', values: parts.map(({ pair }) => pair.expected) },
  actual_cents: { type: 'bigint', values: parts.map(({ pair }) => pair.actual) },
});

/** Replaces the parts of everyone. */
export async function writeParts(tx: Queries, parts: readonly Part[], { first, last }: Window): Promise<number> {
  await tx.query('delete from mismatch_part where quarter between $1 and $2', [first, last]);
  return insertRows(tx, 'mismatch_part', columnsOf(parts));
}

/** A region in a quarter. */
export interface Place {
  readonly regionCode: string;
  readonly quarter: string;
}
const PLACE = 'region_code as "regionCode", quarter::text as quarter';

/** Writes the parts of these providers that have changed, and takes away those that are no more. Gives where. */
export async function writeChangedParts(
  tx: Queries,
  parts: readonly Part[],
  ids: readonly string[],
  { first, last }: Window,
): Promise<Place[]> {
  const gone: Place[] = await tx.query(
    `with gone as (
       delete from mismatch_part p
       where provider_id = any ($1) and quarter between $2 and $3
         and (region_code, quarter, provider_id) not in (select * from unnest($4::text[], $5::date[], $6::uuid[]))
       returning ${PLACE}
     )
     select * from gone`,
    [
      ids,
      first,
      last,
      parts.map(({ regionCode }) => regionCode),
      parts.map(({ quarter }) => quarter),
      parts.map(({ providerId }) => providerId),
    ],
  );
  const changed = await upsertRows<Place>(tx, 'mismatch_part', columnsOf(parts), {
    key: ['region_code', 'quarter', 'kind', 'provider_id'],
    returning: PLACE,
  });
  const places = new Map([...gone, ...changed].map((place) => [`${place.regionCode} ${place.quarter}`, place]));
  return [...places.values()];
}

/** The parts of a region in a quarter, added up. */
export interface AddedUp extends Place {
  readonly kind: MismatchKind;
  /** Of the providers of which both sides are known. */
  readonly expected: string | null;
  readonly actual: string | null;
  readonly covered: number;
  readonly coverable: number;
  /** The expected side alone. */
  readonly planned: string | null;
  readonly plannedCovered: number;
}

/** The sums of both sides over parts, as SQL: a part counts when both its sides are known, as in addUpPairs. */
export const SUMS = `
  sum(expected_cents) filter (where actual_cents is not null)::text as expected,
  sum(actual_cents) filter (where expected_cents is not null)::text as actual,
  count(expected_cents + actual_cents)::int as covered, count(*)::int as coverable`;

/** The parts of places, added up by place and kind. */
export const addUpParts = (tx: Queries, places: readonly Place[]): Promise<AddedUp[]> =>
  tx.query(
    `select ${PLACE}, kind, ${SUMS}, sum(expected_cents)::text as planned, count(expected_cents)::int as "plannedCovered"
     from mismatch_part
     where (region_code, quarter) in (select * from unnest($1::text[], $2::date[]))
     group by region_code, quarter, kind`,
    [places.map(({ regionCode }) => regionCode), places.map(({ quarter }) => quarter)],
  );

export const cents = (text: string | null) => (text === null ? null : BigInt(text));

/** One side of it, as addUp gives it. */
export const plannedSide = ({ planned, plannedCovered, coverable }: AddedUp): Sum => ({
  sum: cents(planned),
  covered: plannedCovered,
  coverable,
});
