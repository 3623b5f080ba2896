/** Mismatch 3: a municipality's budget beside its costs, per municipality, region and country, in all and per form. */
import { addUpPairs, type Pair } from '../domain/mismatch/add-up';
import { expectedShare, expectedToDate } from '../domain/mismatch/expected-share';
import { fractionOfYearPassed, quarterNumber } from '../domain/period';
import type { Ratio } from '../domain/ratio';
import { toCumulative } from '../domain/series';
import type { MismatchRow } from './refresh-mismatch-rows';
import type { AskedMunicipality, Report } from './refresh-mismatch-sources';
import type { Window } from './refresh-window';

/** Per form of care only for the latest year: further back the totals say enough. */
const QUARTERS_PER_FORM = 4;
const ALL_FORMS = '';
const KIND = 'MUNICIPAL_BUDGET_VS_COSTS';

/** What a municipality planned and spent on something, one of each per quarter of the window. */
export interface Spending {
  readonly municipality: AskedMunicipality;
  /** '' for all forms together. */
  readonly careForm: string;
  /** For the whole year that the quarter lies in. */
  readonly budget: readonly (bigint | null)[];
  readonly pairs: readonly Pair[];
  readonly shares: readonly Ratio[];
}

/** A report of which an amount is unknown makes the sum unknown. */
const plus = (sum: bigint | null | undefined, amount: bigint | null) =>
  sum === undefined ? amount : sum === null || amount === null ? null : sum + amount;

/** The spending of every municipality that was asked, in all and per form of care. */
export function spendingOf(
  asked: readonly AskedMunicipality[],
  reports: readonly Report[],
  { quarters }: Window,
): Spending[] {
  const at = new Map(quarters.map((quarter, place) => [quarter, place]));
  const found = new Map(asked.map(({ municipality }) => [municipality, new Map([[ALL_FORMS, blank()]])]));
  for (const { municipality, careForm, quarter, budget, realised } of reports) {
    const own = found.get(municipality);
    const place = at.get(quarter);
    if (own === undefined || place === undefined) continue;
    for (const form of [ALL_FORMS, careForm]) {
      const amounts = own.get(form) ?? blank();
      own.set(form, amounts);
      amounts.budget[place] = plus(amounts.budget[place], budget);
      amounts.realised[place] = plus(amounts.realised[place], realised);
    }
  }
  return asked.flatMap((municipality) => {
    const own = [...(found.get(municipality.municipality) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return own.map(([careForm, amounts]) => spending(municipality, careForm, amounts, quarters));
  });
}

interface Amounts {
  readonly budget: (bigint | null | undefined)[];
  readonly realised: (bigint | null | undefined)[];
}
const blank = (): Amounts => ({ budget: [], realised: [] });

function spending(
  municipality: AskedMunicipality,
  careForm: string,
  amounts: Amounts,
  quarters: readonly string[],
): Spending {
  const budget = quarters.map((_, at) => amounts.budget[at] ?? null);
  const realised = quarters.map((_, at) => amounts.realised[at] ?? null);
  const toDate = toCumulative(quarters.map((quarter, at) => ({ quarter, value: realised[at] ?? null })));
  const shares = quarters.map((quarter, at) => {
    const lastYear = at - quarterNumber(quarter) - 3;
    return expectedShare(quarter, lastYear < 0 ? null : realised.slice(lastYear, lastYear + 4));
  });
  const pairs = quarters.map((_, at) => ({
    expected: expectedToDate(budget[at] ?? null, shares[at] as Ratio),
    actual: toDate[at]?.value ?? null,
  }));
  return { municipality, careForm, budget, pairs, shares };
}

/** The forms of care that anyone reported on in a quarter, and still reports on: a total of forms is not one of them. */
function formsReported(all: readonly Spending[], quarters: readonly string[]): Set<string>[] {
  const reported = quarters.map(
    (_, at) => new Set(all.filter(({ budget }) => budget[at] !== null).map(({ careForm }) => careForm)),
  );
  const latest = reported.at(-1) ?? new Set();
  return reported.map((forms) => new Set([...forms].filter((form) => latest.has(form))));
}

/** Kind 3 for everyone. A form counts where it was reported in the latest year; a quarter where it was asked. */
export function municipalMismatches(all: readonly Spending[], { quarters }: Window): MismatchRow[] {
  const rows: MismatchRow[] = [];
  const groups = new Map<string, { regionCode?: string; careForm: string; pairs: Pair[][] }>();
  const count = (key: string, regionCode: string | undefined, careForm: string, at: number, pair: Pair) => {
    const group = groups.get(key) ?? { ...(regionCode && { regionCode }), careForm, pairs: quarters.map(() => []) };
    groups.set(key, group);
    group.pairs[at]?.push(pair);
  };
  const forms = formsReported(all, quarters);
  for (const { municipality, careForm, budget, pairs, shares } of all) {
    const from = careForm === ALL_FORMS ? 0 : quarters.length - QUARTERS_PER_FORM;
    if (careForm !== ALL_FORMS && budget.slice(from).every((amount) => amount === null)) continue;
    for (let at = Math.max(0, from); at < quarters.length; at++) {
      const quarter = quarters[at] as string;
      if (!municipality.quarters.has(quarter) || (careForm !== ALL_FORMS && !forms[at]?.has(careForm))) continue;
      const pair = pairs[at] as Pair;
      rows.push({
        kind: KIND,
        subject: 'MUNICIPALITY',
        municipalityCode: municipality.municipality,
        regionCode: municipality.region,
        ...(careForm && { careFormCode: careForm }),
        quarter,
        sides: addUpPairs([pair]),
        expectedShare: shares[at] as Ratio,
      });
      count(`${municipality.region}/${careForm}`, municipality.region, careForm, at, pair);
      count(`NL/${careForm}`, undefined, careForm, at, pair);
    }
  }
  for (const { regionCode, careForm, pairs } of groups.values()) {
    for (const [at, quarter] of quarters.entries()) {
      if (pairs[at]?.length === 0) continue;
      rows.push({
        kind: KIND,
        subject: regionCode ? 'REGION' : 'COUNTRY',
        ...(regionCode && { regionCode }),
        ...(careForm && { careFormCode: careForm }),
        quarter,
        sides: addUpPairs(pairs[at] as Pair[]),
        expectedShare: fractionOfYearPassed(quarter),
      });
    }
  }
  return rows;
}
