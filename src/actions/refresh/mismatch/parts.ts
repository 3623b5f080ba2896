/** What each provider adds to the comparisons of regions, municipalities and the country: those are the sum of these. */
import type { MismatchUnit } from '../../../domain/mismatch/measure';
import type { YearWay } from '../../../domain/vocabulary';
import { type Columns, insertRows, type Queries, upsertRows } from '../rows';
import type { Window } from '../window';
import type { Area } from './area';
import type { Added, Laid } from './laid';
import type { LaidInQuarter } from './of-provider';
import { type About, exact, idOf, type MismatchRow } from './rows';

/** A comparison that is the sum of what providers add to it. */
export interface Whole extends About {
  readonly id: string;
  readonly unit: MismatchUnit;
}

export interface Part {
  readonly added: Added;
  readonly whole: Whole;
  readonly providerId: string;
  /** The same comparison of the provider itself. */
  readonly ownId: string;
  readonly way: YearWay | null;
}

/** The comparisons of providers as rows and parts, and the wholes that the parts are of. */
export class Comparisons {
  readonly rows: MismatchRow[] = [];
  readonly parts: Part[] = [];
  readonly wholes = new Map<string, Whole>();
  private readonly byArea = new Map<string, Map<Area, Whole>>();

  add(providerId: string, quarters: readonly LaidInQuarter[]): void {
    for (const { quarter, laid } of quarters) {
      for (const one of laid) this.addOne(providerId, quarter, one);
    }
  }

  private addOne(providerId: string, quarter: string, laid: Laid): void {
    const { kind, aspect, sides, share, way, disagreements, adds } = laid;
    const about: About = { kind, aspect, subject: 'PROVIDER', providerId, quarter };
    this.rows.push({ ...about, sides, expectedShare: share, way, disagreements });
    const ownId = idOf(about);
    for (const added of adds) {
      this.parts.push({ added, whole: this.wholeOf(laid, quarter, added.to), providerId, ownId, way });
    }
  }

  /** Every whole is told apart once: many providers add to it. */
  private wholeOf({ kind, aspect, sides }: Laid, quarter: string, area: Area): Whole {
    const key = `${kind} ${aspect} ${quarter}`;
    const there = this.byArea.get(key) ?? new Map<Area, Whole>();
    this.byArea.set(key, there);
    const known = there.get(area);
    if (known) return known;
    const about: About = { kind, aspect, quarter, ...area };
    const whole = { ...about, id: idOf(about), unit: sides.unit };
    there.set(area, whole);
    this.wholes.set(whole.id, whole);
    return whole;
  }
}

const columnsOf = (parts: readonly Part[]): Columns => ({
  mismatch_id: { type: 'uuid', values: parts.map(({ whole }) => whole.id) },
  provider_id: { type: 'uuid', values: parts.map(({ providerId }) => providerId) },
  quarter: { type: 'date', values: parts.map(({ whole }) => whole.quarter) },
  provider_mismatch_id: { type: 'uuid', values: parts.map(({ ownId }) => ownId) },
  expected: { type: 'numeric', values: parts.map(({ added }) => exact(added.expected)) },
  actual: { type: 'numeric', values: parts.map(({ added }) => exact(added.actual)) },
  weight: { type: 'numeric', values: parts.map(({ added }) => added.weight) },
  covered: { type: 'integer', values: parts.map(({ added }) => added.covered) },
  coverable: { type: 'integer', values: parts.map(({ added }) => added.coverable) },
  way: { type: 'text', values: parts.map(({ way }) => way) },
});

/** Without hyphens, as idOf writes it. */
export const PLAIN_ID = (column: string) => `replace(${column}::text, '-', '')`;

export const insertParts = (tx: Queries, parts: readonly Part[]): Promise<number> =>
  insertRows(tx, 'mismatch_part', columnsOf(parts));

/** Writes the parts that are new or have changed. Gives the ids of the wholes that they are of. */
export async function upsertParts(tx: Queries, parts: readonly Part[]): Promise<string[]> {
  const changed = await upsertRows<{ id: string }>(tx, 'mismatch_part', columnsOf(parts), {
    key: ['mismatch_id', 'provider_id'],
    returning: `${PLAIN_ID('mismatch_part.mismatch_id')} as id`,
  });
  return changed.map(({ id }) => id);
}

/**
 * Takes away the parts that are no more. Gives the ids of the wholes that they were of.
 * @param ids of whom these are all parts; null: of everyone
 */
export async function forgetOtherParts(
  tx: Queries,
  ids: readonly string[] | null,
  parts: readonly Part[],
  { first, last }: Window,
): Promise<string[]> {
  const gone: { id: string }[] = await tx.query(
    `with gone as (
       delete from mismatch_part
       where ($1::uuid[] is null or provider_id = any ($1)) and quarter between $2 and $3
         and (mismatch_id, provider_id) not in (select * from unnest($4::uuid[], $5::uuid[]))
       returning mismatch_id
     )
     select distinct ${PLAIN_ID('mismatch_id')} as id from gone`,
    [ids, first, last, parts.map(({ whole }) => whole.id), parts.map(({ providerId }) => providerId)],
  );
  return gone.map(({ id }) => id);
}
