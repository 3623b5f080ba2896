/** What municipalities planned and spent, as they reported it: what mismatches 3 and 4 begin with. */
import type { Queries } from '../rows';
import type { Window } from '../window';
import { ALL_FORMS, type AskedMunicipality, type MunicipalSources, readMunicipalSources } from './sources';

/** Per form of care only for the latest year: further back the totals say enough. */
const QUARTERS_PER_FORM = 4;

/** The quarters of which the forms of care are told apart. */
export const quartersPerForm = ({ quarters }: Window): readonly string[] => quarters.slice(-QUARTERS_PER_FORM);

/** What a municipality planned and spent on something, one of each per quarter of the window. */
export interface Spending {
  readonly municipality: AskedMunicipality;
  readonly careForm: string;
  /** For the whole year that the quarter lies in. */
  readonly budget: readonly (bigint | null)[];
  /** In the quarter alone. */
  readonly realised: readonly (bigint | null)[];
}

/** A report of which an amount is unknown makes the sum unknown. */
export const plus = (sum: bigint | null | undefined, amount: bigint | null) =>
  sum === undefined ? amount : sum === null || amount === null ? null : sum + amount;

/** The spending of every municipality that was asked, in all and per form of care. */
function spendingOf({ asked, reports }: MunicipalSources, { quarters }: Window): Spending[] {
  const at = new Map(quarters.map((quarter, place) => [quarter, place]));
  const found = new Map(asked.map(({ municipality }) => [municipality, new Map([[ALL_FORMS, blank()]])]));
  for (const { municipality, careForm, quarter, budget, realised } of reports) {
    const own = found.get(municipality);
    const place = at.get(quarter);
    if (own === undefined || place === undefined) continue;
    for (const form of careForm === ALL_FORMS ? [ALL_FORMS] : [ALL_FORMS, careForm]) {
      const amounts = own.get(form) ?? blank();
      own.set(form, amounts);
      amounts.budget[place] = plus(amounts.budget[place], budget);
      amounts.realised[place] = plus(amounts.realised[place], realised);
    }
  }
  return asked.flatMap((municipality) => {
    const own = [...(found.get(municipality.municipality) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return own.map(([careForm, { budget, realised }]) => ({
      municipality,
      careForm,
      budget: quarters.map((_, place) => budget[place] ?? null),
      realised: quarters.map((_, place) => realised[place] ?? null),
    }));
  });
}

interface Amounts {
  readonly budget: (bigint | null | undefined)[];
  readonly realised: (bigint | null | undefined)[];
}
const blank = (): Amounts => ({ budget: [], realised: [] });

/** Quarters and forms of care of which something was reported, by anyone. */
export type FormsReported = ReadonlySet<string>;
export const formIn = (quarter: string, careForm: string) => `${quarter} ${careForm}`;

/** One look per form and quarter: a municipality that reports must not cost reading what all others did. */
const REPORTED = `
  select q.quarter::text as quarter, f.code as "careForm"
  from unnest($1::date[]) as q(quarter) cross join care_form f cross join lateral (
    select from municipal_report r
    where r.period_start = q.quarter and r.care_form_code = f.code and r.budget_cents is not null
    limit 1
  ) one`;

/** The forms of care that anyone reported on in a quarter, and still reports on: a total of forms is not one of them. */
export async function formsReported(tx: Queries, window: Window): Promise<FormsReported> {
  const rows: { quarter: string; careForm: string }[] = await tx.query(REPORTED, [quartersPerForm(window)]);
  const latest = new Set(rows.filter(({ quarter }) => quarter === window.last).map(({ careForm }) => careForm));
  const still = rows.filter(({ careForm }) => latest.has(careForm));
  return new Set(still.map(({ quarter, careForm }) => formIn(quarter, careForm)));
}

/** What municipalities reported, as comparisons are made from it. */
export interface Municipal {
  readonly spending: readonly Spending[];
  readonly forms: FormsReported;
}

/** Of all municipalities in the country. */
export const readMunicipal = async (tx: Queries, window: Window): Promise<Municipal> => ({
  spending: await spendingIn(tx, await allRegions(tx), window),
  forms: await formsReported(tx, window),
});

/** Of the municipalities of some regions. */
export const spendingIn = async (tx: Queries, regions: readonly string[], window: Window): Promise<Spending[]> =>
  spendingOf(await readMunicipalSources(tx, regions, window), window);

export async function allRegions(tx: Queries): Promise<string[]> {
  const rows: { code: string }[] = await tx.query('select code from region');
  return rows.map(({ code }) => code);
}
