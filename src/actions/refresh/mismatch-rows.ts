import type { Sum } from '../../domain/mismatch/add-up';
import { type Comparison, compare } from '../../domain/mismatch/compare';
import { type Ratio, toDecimal } from '../../domain/ratio';
import type { MismatchInformation, MismatchKind, MismatchSubject } from '../../domain/vocabulary';
import { type Columns, insertRows, type Queries, upsertRows } from './rows';

/** One line of comparison: of what kind, about whom, in which quarter, and both sides. */
export interface MismatchRow {
  readonly kind: MismatchKind;
  readonly subject: MismatchSubject;
  readonly providerId?: string;
  readonly municipalityCode?: string;
  readonly regionCode?: string;
  readonly careFormCode?: string;
  readonly quarter: string;
  readonly sides: Omit<Comparison, 'tolerance'>;
  readonly expectedShare: Ratio;
  /** The expected side, where it comes from another source than the actual side. */
  readonly planned?: Sum;
}

/** Whose figures a row shows: of one provider, of municipalities, or added up over others. */
function informationOf({ kind, subject }: MismatchRow): MismatchInformation {
  if (subject === 'PROVIDER') return 'OF_PROVIDER';
  return kind === 'MUNICIPAL_BUDGET_VS_COSTS' && subject !== 'COUNTRY' ? 'OF_MUNICIPALITIES' : 'AGGREGATE';
}

/** Few shares are told apart, and most are the very same object. */
const decimals = new WeakMap<Ratio, string>();
function decimalOf(share: Ratio): string {
  const decimal = decimals.get(share) ?? toDecimal(share);
  decimals.set(share, decimal);
  return decimal;
}

/** An id without meaning that is the same every time. */
const MISMATCH_ID =
  "md5(concat_ws('|', 'mismatch', r.kind, r.subject, r.quarter, coalesce(r.provider_id::text, ''), coalesce(r.municipality_code, ''), coalesce(r.region_code, ''), coalesce(r.care_form_code, '')))::uuid";

function columnsOf(rows: readonly MismatchRow[]): Columns {
  const text = (pick: (row: MismatchRow) => string | undefined) => ({
    type: 'text' as const,
    values: rows.map((row) => pick(row) ?? null),
  });
  return {
    kind: text(({ kind }) => kind),
    subject: text(({ subject }) => subject),
    information: text(informationOf),
    provider_id: { type: 'uuid', values: rows.map(({ providerId }) => providerId ?? null) },
    municipality_code: text(({ municipalityCode }) => municipalityCode),
    region_code: text(({ regionCode }) => regionCode),
    care_form_code: text(({ careFormCode }) => careFormCode),
    quarter: { type: 'date', values: rows.map(({ quarter }) => quarter) },
    expected_cents: { type: 'bigint', values: rows.map(({ sides }) => sides.expected) },
    actual_cents: { type: 'bigint', values: rows.map(({ sides }) => sides.actual) },
    expected_share: { type: 'numeric', values: rows.map(({ expectedShare }) => decimalOf(expectedShare)) },
    covered: { type: 'integer', values: rows.map(({ sides }) => sides.covered) },
    coverable: { type: 'integer', values: rows.map(({ sides }) => sides.coverable) },
    expected_covered: { type: 'integer', values: rows.map(({ planned }) => planned?.covered ?? null) },
    expected_coverable: { type: 'integer', values: rows.map(({ planned }) => planned?.coverable ?? null) },
    verdict: text(({ sides }) => compare(sides).verdict),
  };
}

export const insertMismatches = (tx: Queries, rows: readonly MismatchRow[]): Promise<number> =>
  insertRows(tx, 'mismatch', columnsOf(rows), { id: MISMATCH_ID });

/** Writes the comparisons that have changed. Gives the quarters of those. */
export async function upsertMismatches(tx: Queries, rows: readonly MismatchRow[]): Promise<string[]> {
  const changed = await upsertRows<{ quarter: string }>(tx, 'mismatch', columnsOf(rows), {
    key: ['id'],
    computed: { id: MISMATCH_ID },
    returning: 'quarter::text as quarter',
  });
  return [...new Set(changed.map(({ quarter }) => quarter))];
}
