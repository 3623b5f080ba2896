import { hash } from 'node:crypto';
import type { Sum } from '../../../domain/mismatch/add-up';
import type { Disagreement } from '../../../domain/mismatch/disagreement';
import { compareMeasured, type Measured } from '../../../domain/mismatch/measure';
import { type Ratio, toDecimal } from '../../../domain/ratio';
import type {
  MismatchAspect,
  MismatchInformation,
  MismatchKind,
  MismatchSubject,
  YearWay,
} from '../../../domain/vocabulary';
import { type Columns, insertRows, PLAIN_ID, type Queries, upsertRows, withDigest } from '../rows';
import type { Window } from '../window';

/** What a line of comparison is about: no two lines are about the same. */
export interface About {
  readonly kind: MismatchKind;
  readonly aspect?: MismatchAspect;
  readonly subject: MismatchSubject;
  readonly providerId?: string;
  readonly municipalityCode?: string;
  readonly regionCode?: string;
  readonly careFormCode?: string;
  readonly quarter: string;
}

/** One line of comparison, with both its sides. */
export interface MismatchRow extends About {
  readonly sides: Measured;
  readonly expectedShare: Ratio;
  readonly way: YearWay | null;
  /** The expected side, where it comes from another source than the actual side. */
  readonly planned?: Sum;
  readonly disagreements?: readonly Disagreement[];
  /** Of what it adds to areas: as long as that is the same, so are its parts. */
  readonly partsDigest?: string;
}

/** As Postgres reads a uuid, without hyphens. */
export const digestOf = (text: string): string => hash('md5', text);

/**
 * An id without meaning that is the same every time: a computation that is repeated gives the same row, and whoever knows
 * what a row is about knows its id.
 */
export const idOf = ({ kind, aspect, subject, quarter, ...whose }: About): string => {
  const { providerId, municipalityCode, regionCode, careFormCode } = whose;
  const about = [kind, aspect, subject, quarter, providerId, municipalityCode, regionCode, careFormCode];
  return digestOf(`mismatch|${about.join('|')}`);
};

/**
 * Whose figures a row shows: of one provider, of municipalities, or added up over others. Only kind 3 shows municipalities
 * their own figures. What is added up over providers stays with the JA, also for one municipality or region: the Regeling
 * Jeugdwet (8h) tells those which forms of care are at risk, and no figures of providers, and a sum over one provider is
 * that provider's figure.
 */
function informationOf({ kind, subject }: MismatchRow): MismatchInformation {
  if (subject === 'PROVIDER') return 'OF_PROVIDER';
  return kind === 'MUNICIPAL_BUDGET_VS_COSTS' && subject !== 'COUNTRY' ? 'OF_MUNICIPALITIES' : 'AGGREGATE';
}

/** A number as a numeric column takes it: whole numbers, such as cents, as they are. */
export function exact(value: Ratio | null): string | null {
  if (value === null) return null;
  return value.denominator === 1n ? String(value.numerator) : toDecimal(value);
}

/** Few shares are told apart, and most are the very same object. */
const decimals = new WeakMap<Ratio, string>();
function decimalOf(share: Ratio): string {
  const decimal = decimals.get(share) ?? toDecimal(share);
  decimals.set(share, decimal);
  return decimal;
}

function columnsOf(rows: readonly MismatchRow[]): Columns {
  const text = (pick: (row: MismatchRow) => string | null | undefined) => ({
    type: 'text' as const,
    values: rows.map((row) => pick(row) ?? null),
  });
  const number = (type: 'integer' | 'numeric', pick: (row: MismatchRow) => number | string | null | undefined) => ({
    type,
    values: rows.map((row) => pick(row) ?? null),
  });
  return withDigest({
    id: { type: 'uuid', values: rows.map(idOf) },
    kind: text(({ kind }) => kind),
    aspect: text(({ aspect }) => aspect),
    subject: text(({ subject }) => subject),
    information: text(informationOf),
    provider_id: { type: 'uuid', values: rows.map(({ providerId }) => providerId ?? null) },
    municipality_code: text(({ municipalityCode }) => municipalityCode),
    region_code: text(({ regionCode }) => regionCode),
    care_form_code: text(({ careFormCode }) => careFormCode),
    quarter: { type: 'date', values: rows.map(({ quarter }) => quarter) },
    unit: text(({ sides }) => sides.unit),
    expected: number('numeric', ({ sides }) => exact(sides.expected)),
    actual: number('numeric', ({ sides }) => exact(sides.actual)),
    expected_share: number('numeric', ({ expectedShare }) => decimalOf(expectedShare)),
    way: text(({ way }) => way),
    covered: number('integer', ({ sides }) => sides.covered),
    coverable: number('integer', ({ sides }) => sides.coverable),
    expected_covered: number('integer', ({ planned }) => planned?.covered),
    expected_coverable: number('integer', ({ planned }) => planned?.coverable),
    verdict: text(({ sides }) => compareMeasured(sides).verdict),
    disagreements: { type: 'jsonb', values: rows.map(({ disagreements = [] }) => JSON.stringify(disagreements)) },
    parts_digest: { type: 'uuid', values: rows.map(({ partsDigest }) => partsDigest ?? null) },
  });
}

export const insertMismatches = (tx: Queries, rows: readonly MismatchRow[]): Promise<number> =>
  insertRows(tx, 'mismatch', columnsOf(rows));

/** Writes the comparisons that are new or have changed. Gives their ids. */
export async function upsertMismatches(tx: Queries, rows: readonly MismatchRow[]): Promise<string[]> {
  const returning = `${PLAIN_ID('mismatch.id')} as id`;
  const changed = await upsertRows<{ id: string }>(tx, 'mismatch', columnsOf(rows), {
    key: ['id'],
    byDigest: true,
    returning,
  });
  return changed.map(({ id }) => id);
}

/**
 * Takes away the comparisons of providers that are no more, such as of contracts when there are none left. Gives their ids.
 * @param providerIds of whom these are all; null: of everyone
 */
export async function forgetOtherMismatches(
  tx: Queries,
  providerIds: readonly string[] | null,
  rows: readonly MismatchRow[],
  { first, last }: Window,
): Promise<string[]> {
  const gone: { id: string }[] = await tx.query(
    `with gone as (
       delete from mismatch
       where (provider_id = any ($1) or ($1::uuid[] is null and provider_id is not null))
         and quarter between $2 and $3 and id <> all ($4::uuid[])
       returning id
     )
     select ${PLAIN_ID('id')} as id from gone`,
    [providerIds, first, last, rows.map(idOf)],
  );
  return gone.map(({ id }) => id);
}

/** Takes away the comparisons of areas that are no more. */
export const forgetOtherAreas = (
  tx: Queries,
  rows: readonly MismatchRow[],
  { first, last }: Window,
): Promise<unknown> =>
  tx.query('delete from mismatch where provider_id is null and quarter between $1 and $2 and id <> all ($3::uuid[])', [
    first,
    last,
    rows.map(idOf),
  ]);
