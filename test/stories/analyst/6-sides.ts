/** What is laid beside what: both sides of every comparison of a provider, from what was delivered. */
import { figureAt } from './1-quarters';
import { running } from './5-dealings';
import { type Known, lastDayOf, numberOf, over, placeOf, quarterAt, sum, total, yearOf } from './calculator';
import { by, every } from './desk';
import type { Dossier } from './providers';

export interface Sides {
  readonly expected: Known;
  readonly actual: Known;
  readonly covered: number;
  readonly coverable: number;
  /** The share of the year, and how it was taken. */
  readonly share: number;
  readonly way: string | null;
}

export const WHOLE_YEAR = { share: 1, way: null };

/** One source by itself: covered when both its sides are known. */
export const alone = (expected: Known, actual: Known) => ({
  ...{ expected, actual, covered: Number(expected !== null && actual !== null), coverable: 1 },
});

/** Half away from zero. */
export const round = (value: Known): Known =>
  value === null ? null : Math.sign(value) * Math.round(Math.abs(value)) + 0;

/** The quarters of a year up to one. */
export const yearTo = (quarter: string): string[] =>
  Array.from({ length: numberOf(quarter) }, (_, at) => quarterAt(placeOf(`${yearOf(quarter)}Q1`) + at));
export const lastYear = (quarter: string): string[] => yearTo(`${yearOf(quarter) - 1}Q4`);

/** By the seasons of last year when all four are known and none is below zero; else evenly. */
export function shareOfYear(quarter: string, before: readonly Known[]): { share: number; way: string } {
  const seasons = before.flatMap((amount) => (amount !== null && amount >= 0 ? [amount] : []));
  const share = seasons.length === 4 ? over(total(seasons.slice(0, numberOf(quarter))), total(seasons)) : null;
  return share === null ? { share: numberOf(quarter) / 4, way: 'LINEAR' } : { share, way: 'SEASONAL' };
}

const amountsOf = ({ quarters }: Dossier, figure: string, of: readonly string[]): Known[] => {
  const told = by('quarter', quarters);
  return of.map((quarter) => told.get(quarter)?.[`${figure}Cents`] ?? null);
};
const budgetOf = ({ quarters }: Dossier, quarter: string): Known =>
  by('quarter', quarters).get(quarter).budgetRevenueYouthCents;

/** 1. The budget for the part of the year that has passed, beside what was declared in it. */
function budgetVsDeclared(dossier: Dossier, quarter: string): Sides {
  const year = shareOfYear(quarter, amountsOf(dossier, 'declaredProduction', lastYear(quarter)));
  const budget = budgetOf(dossier, quarter);
  const declared = sum(amountsOf(dossier, 'declaredProduction', yearTo(quarter)));
  return { ...alone(budget === null ? null : round(budget * year.share), declared), ...year };
}

/** Contracts as the provider reported them, of which the value is known. */
const valued = ({ contracts }: Dossier, quarter: string): Known[] =>
  running(contracts, lastDayOf(quarter))
    .filter(({ reportedBy, annualValueCents }) => reportedBy === 'PROVIDER' && annualValueCents !== null)
    .map(({ annualValueCents }) => annualValueCents);

/** 2. The budget of the year beside the value of the contracts. */
function budgetVsContracts(dossier: Dossier, quarter: string): Sides {
  const values = valued(dossier, quarter);
  return { ...alone(budgetOf(dossier, quarter), values.length > 0 ? sum(values) : null), ...WHOLE_YEAR };
}

/** 6. In every region the forms that clients contracted, beside those of them that are offered: subcontractors may do the rest. */
function formsVsOffered({ contracts, offered }: Dossier, quarter: string): Sides | null {
  const day = lastDayOf(quarter);
  const regions = new Map<string, Set<string>>();
  for (const { reportedBy, startsOn, endsOn, region, careForm } of contracts) {
    if (reportedBy !== 'CLIENT' || startsOn > day || (endsOn !== null && endsOn <= day)) continue;
    const code = region?.code ?? 'LTA';
    regions.set(code, new Set([...(regions.get(code) ?? []), careForm.code]));
  }
  if (regions.size === 0 && offered.length === 0) return null;
  const known = [...regions.values()].filter((forms) => [...forms].every((form) => offered.includes(form)));
  const forms = known.length > 0 ? total(known.map(({ size }) => size)) : null;
  return { expected: forms, actual: forms, covered: known.length, coverable: regions.size, ...WHOLE_YEAR };
}

const WITH_BEDS = ['JH1222', 'JH1223', 'JH1224'];

/** 7. What was planned for the year beside what became of it, when the year is over. */
const planned =
  (realised: string, plan: string, isAsked: (dossier: Dossier) => boolean) =>
  (dossier: Dossier, quarter: string): Sides | null => {
    if (numberOf(quarter) < 4) return null;
    const at = (item: string): Known => figureAt(dossier, item, `${yearOf(quarter) + 1}-01-01`)?.value ?? null;
    const sides = alone(at(plan), at(realised));
    return isAsked(dossier) || sides.covered === 1 ? { ...sides, ...WHOLE_YEAR } : null;
  };

/** 8. The budget beside the year to date, drawn on to the end of the year. */
const forecast =
  (figure: string, budget: (dossier: Dossier, quarter: string) => Known) =>
  (dossier: Dossier, quarter: string): Sides => {
    const toDate = sum(amountsOf(dossier, figure, yearTo(quarter)));
    const year = shareOfYear(quarter, amountsOf(dossier, figure, lastYear(quarter)));
    if (numberOf(quarter) === 4) return { ...alone(budget(dossier, quarter), toDate), ...WHOLE_YEAR };
    const used = toDate !== null && year.share > 0 ? year : { share: numberOf(quarter) / 4, way: 'LINEAR' };
    const drawnOn = round(over(toDate, used.share));
    return { ...alone(budget(dossier, quarter), drawnOn), share: used.share, way: drawnOn === null ? null : used.way };
  };
const budgetedResult = (dossier: Dossier, quarter: string): Known =>
  figureAt(dossier, 'budget_result', `${yearOf(quarter) + 1}-01-01`)?.value ?? null;

/** Who delivered its contracts of a year, as "JZ01 2026": whose silence is no denial. */
export async function whoReported(): Promise<ReadonlySet<string>> {
  const filter = { uitvraagKey: 'convenant-bijlage-4' };
  const all = await every('deliveries', 'DeliveryFilter', filter, 'submittedAt periodStart periodEnd party { key }');
  const yearly = all.filter(
    ({ submittedAt, periodStart, periodEnd }) =>
      submittedAt && Number(periodEnd.slice(0, 4)) > Number(periodStart.slice(0, 4)) && periodStart.endsWith('01-01'),
  );
  return new Set(yearly.map(({ party, periodStart }) => `${party.key} ${periodStart.slice(0, 4)}`));
}

export type SidesOf = (dossier: Dossier, quarter: string) => Sides | null;

/** By kind, and aspect where there is more than one. Contracts of both sides have a chapter of their own. */
export const SIDES: Readonly<Record<string, SidesOf>> = {
  BUDGET_VS_DECLARED: budgetVsDeclared,
  BUDGET_VS_CONTRACTS: budgetVsContracts,
  FORMS_CONTRACTED_VS_OFFERED: formsVsOffered,
  'PLANNED_VS_REALISED_CARE BED_OCCUPANCY': planned('bed_occupancy_realised', 'bed_occupancy_budgeted', ({ offered }) =>
    offered.some((form) => WITH_BEDS.includes(form)),
  ),
  'PLANNED_VS_REALISED_CARE TREATMENT_DURATION': planned(
    'treatment_days_realised',
    'treatment_days_estimated',
    () => true,
  ),
  'FORECAST_VS_BUDGET REVENUE_YOUTH': forecast('revenueYouth', budgetOf),
  'FORECAST_VS_BUDGET RESULT': forecast('netResult', budgetedResult),
};
