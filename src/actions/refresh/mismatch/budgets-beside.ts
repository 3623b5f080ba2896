/** Mismatch 4: the budgets of municipalities beside those of providers, allotted to the region by contract value. */
import { addUp, addUpTotals, layBeside, type Sum } from '../../../domain/mismatch/add-up';
import { measured } from '../../../domain/mismatch/measure';
import type { Queries } from '../rows';
import type { Window } from '../window';
import type { Sums } from './add-up-parts';
import { COUNTRY } from './area';
import { WHOLE_YEAR } from './laid';
import type { MismatchRow } from './rows';
import { ALL_FORMS, cents } from './sources';
import type { Spending } from './spending';

export const KIND = 'MUNICIPAL_VS_PROVIDER_BUDGETS';
type Place = { readonly subject: 'COUNTRY' } | { readonly subject: 'REGION'; readonly regionCode: string };

/** What municipalities budgeted in one region, or in the country, for the year that a quarter lies in. */
export interface Planned {
  readonly place: Place;
  readonly quarter: string;
  readonly budgets: Sum;
}

/** Of every region that municipalities lie in, where and when those were asked. */
export function plannedInRegions(spending: readonly Spending[], quarters: readonly string[]): Planned[] {
  const totals = spending.filter(({ careForm }) => careForm === ALL_FORMS);
  const regions = [...new Set(totals.map(({ municipality }) => municipality.region))];
  return regions.flatMap((regionCode) => {
    const there = totals.filter(({ municipality }) => municipality.region === regionCode);
    return quarters.flatMap((quarter, at) => {
      const asked = there.filter(({ municipality }) => municipality.quarters.has(quarter));
      if (asked.length === 0) return [];
      const budgets = addUp(asked.map(({ budget }) => budget[at] ?? null));
      return [{ place: { subject: 'REGION', regionCode }, quarter, budgets } as const];
    });
  });
}

/** Of the country: what its regions come to. */
export function plannedInCountry(regions: readonly Planned[]): Planned[] {
  const quarters = [...new Set(regions.map(({ quarter }) => quarter))];
  return quarters.map((quarter) => {
    const there = regions.filter((planned) => planned.quarter === quarter);
    return { place: COUNTRY, quarter, budgets: addUpTotals(there.map(({ budgets }) => budgets)) };
  });
}

/** The same of regions and the country as it was written down before: what a provider delivers does not change it. */
export const plannedBefore = (tx: Queries, quarters: readonly string[]): Promise<Planned[]> =>
  readPlanned(tx, "subject in ('REGION', 'COUNTRY') and quarter = any ($1)", [quarters]);

/** What was written down before of some regions. */
export const plannedBeforeIn = (tx: Queries, regions: readonly string[], { first, last }: Window): Promise<Planned[]> =>
  readPlanned(tx, "subject = 'REGION' and region_code = any ($1) and quarter between $2 and $3", [
    regions,
    first,
    last,
  ]);

async function readPlanned(tx: Queries, which: string, values: unknown[]): Promise<Planned[]> {
  const rows: { region: string | null; quarter: string; sum: string | null; covered: number; coverable: number }[] =
    await tx.query(
      `select region_code as region, quarter::text as quarter, expected::text as sum,
         expected_covered as covered, expected_coverable as coverable
       from mismatch
       where kind = '${KIND}' and ${which}`,
      values,
    );
  return rows.map(({ region, quarter, sum, covered, coverable }) => ({
    place: region === null ? COUNTRY : { subject: 'REGION', regionCode: region },
    quarter,
    budgets: { sum: cents(sum), covered, coverable },
  }));
}

const NOBODY: Sum = { sum: null, covered: 0, coverable: 0 };
const keyOf = (quarter: string, regionCode = '') => `${quarter} ${regionCode}`;

/** @param sums of which those of kind 2 hold the budgets of providers */
export function budgetsBeside(planned: readonly Planned[], sums: readonly Sums[]): MismatchRow[] {
  const allotted = new Map(
    sums
      .filter(({ row }) => row.kind === 'BUDGET_VS_CONTRACTS')
      .map(({ row, planned: budgets }) => [keyOf(row.quarter, row.regionCode), budgets]),
  );
  return planned.map(({ place, quarter, budgets }) => ({
    kind: KIND,
    ...place,
    quarter,
    sides: measured('EUR_CENT', layBeside(budgets, allotted.get(keyOf(quarter, codeOf(place))) ?? NOBODY)),
    planned: budgets,
    expectedShare: WHOLE_YEAR,
    way: null,
  }));
}

export const codeOf = (place: Place) => (place.subject === 'REGION' ? place.regionCode : undefined);
