/** Mismatch 3: a municipality's budget beside its costs, per municipality, region and country, in all and per form. */
import { addUpPairs, type Pair } from '../../../domain/mismatch/add-up';
import { combinedWay, expectedToDate, yearShare } from '../../../domain/mismatch/expected-share';
import { measured } from '../../../domain/mismatch/measure';
import { fractionOfYearPassed, quarterNumber } from '../../../domain/period';
import type { YearWay } from '../../../domain/vocabulary';
import type { Window } from '../window';
import { alone } from './laid';
import type { MismatchRow } from './rows';
import { ALL_FORMS, type AskedMunicipality, type Report } from './sources';

/** Per form of care only for the latest year: further back the totals say enough. */
const QUARTERS_PER_FORM = 4;
const KIND = 'MUNICIPAL_BUDGET_VS_COSTS';

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

/** Budget to date beside costs to date. Costs to date are unknown once a quarter of the year is. */
function compared({ budget, realised }: Spending, quarter: string, at: number) {
  const january = at - quarterNumber(quarter) + 1;
  const { share, way } = yearShare(quarter, january < 4 ? null : realised.slice(january - 4, january));
  let actual: bigint | null | undefined = january < 0 ? null : undefined;
  for (let place = Math.max(0, january); place <= at; place++) actual = plus(actual, realised[place] ?? null);
  return { share, way, pair: { expected: expectedToDate(budget[at] ?? null, share), actual: actual ?? null } };
}

/** The forms of care that anyone reported on in a quarter, and still reports on: a total of forms is not one of them. */
function formsReported(all: readonly Spending[], quarters: readonly string[]): Set<string>[] {
  const reported = quarters.map(
    (_, at) => new Set(all.filter(({ budget }) => budget[at] !== null).map(({ careForm }) => careForm)),
  );
  const latest = reported.at(-1) ?? new Set();
  return reported.map((forms) => new Set([...forms].filter((form) => latest.has(form))));
}

/** What the municipalities of one region, or of the country, spent, per quarter. */
interface Group {
  readonly regionCode: string | null;
  readonly careForm: string;
  readonly counted: { readonly pair: Pair; readonly way: YearWay }[][];
}

/** Kind 3 for everyone. A form counts where it was reported in the latest year; a quarter where it was asked. */
export function municipalMismatches(all: readonly Spending[], { quarters }: Window): MismatchRow[] {
  const rows: MismatchRow[] = [];
  const groups = new Map<string, Group>();
  const groupOf = (regionCode: string | null, careForm: string) => {
    const key = `${regionCode}/${careForm}`;
    const group = groups.get(key) ?? { regionCode, careForm, counted: quarters.map(() => []) };
    groups.set(key, group);
    return group;
  };
  const forms = formsReported(all, quarters);
  for (const spending of all) {
    const { municipality, careForm, budget } = spending;
    const isTotal = careForm === ALL_FORMS;
    const from = isTotal ? 0 : Math.max(0, quarters.length - QUARTERS_PER_FORM);
    if (!isTotal && budget.slice(from).every((amount) => amount === null)) continue;
    const [ofRegion, ofCountry] = [groupOf(municipality.region, careForm), groupOf(null, careForm)];
    for (let at = from; at < quarters.length; at++) {
      const quarter = quarters[at] as string;
      if (!municipality.quarters.has(quarter) || (!isTotal && !forms[at]?.has(careForm))) continue;
      const { pair, share, way } = compared(spending, quarter, at);
      rows.push({
        kind: KIND,
        subject: 'MUNICIPALITY',
        municipalityCode: municipality.municipality,
        regionCode: municipality.region,
        ...(careForm && { careFormCode: careForm }),
        quarter,
        sides: alone(pair.expected, pair.actual),
        expectedShare: share,
        way,
      });
      ofRegion.counted[at]?.push({ pair, way });
      ofCountry.counted[at]?.push({ pair, way });
    }
  }
  for (const group of groups.values()) rows.push(...ofGroup(group, quarters));
  return rows;
}

function ofGroup({ regionCode, careForm, counted }: Group, quarters: readonly string[]): MismatchRow[] {
  const about = {
    kind: KIND,
    subject: regionCode ? 'REGION' : 'COUNTRY',
    ...(regionCode && { regionCode }),
    ...(careForm && { careFormCode: careForm }),
  } as const;
  return quarters.flatMap((quarter, at) => {
    const then = counted[at] ?? [];
    if (then.length === 0) return [];
    const sides = measured('EUR_CENT', addUpPairs(then.map(({ pair }) => pair)));
    const known = then.filter(({ pair }) => pair.expected !== null && pair.actual !== null);
    const way = combinedWay(known.map((one) => one.way));
    return [{ ...about, quarter, sides, expectedShare: fractionOfYearPassed(quarter), way }];
  });
}
