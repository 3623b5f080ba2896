import { type QuarterNumber, quarterEnd, SIMULATED, SIMULATED_FROM, YEARS, yearOf } from './calendar';
import { Chance } from './chance';
import { marginsOf } from './margins';
import type { Market } from './market';
import { endOf, hasFailed, isLarge, type Provider } from './providers';
import type { WorldSize } from './size';
import { effectOf } from './stories';

/** The books of a provider over one quarter, in whole euro cents: flows of the quarter and closing stocks. */
export interface Quarter {
  readonly quarter: QuarterNumber;
  readonly revenue: number;
  readonly revenueYouth: number;
  readonly employedStaff: number;
  readonly hiredStaff: number;
  readonly otherCosts: number;
  /** revenue - employedStaff - hiredStaff - otherCosts. */
  readonly operationalResult: number;
  /** operationalResult - interest + one-off contributions. */
  readonly netResult: number;
  /** Of the quarter before + netResult. */
  readonly equity: number;
  /** Fixed assets + receivables + cash = equity + long debt + current liabilities. */
  readonly balanceTotal: number;
  readonly currentAssets: number;
  readonly currentLiabilities: number;
  readonly cash: number;
  readonly overdueCreditors: number;
  readonly receivables: number;
  readonly declaredProduction: number;
}

/** What a provider plans for a calendar year, in whole euro cents. */
export interface Budget {
  readonly revenue: number;
  readonly revenueYouth: number;
  readonly result: number;
  readonly personnelCosts: number;
  readonly hiredStaff: number;
  readonly investments: number;
}

export interface Books {
  readonly quarters: readonly Quarter[];
  readonly budgets: ReadonlyMap<number, Budget>;
}

const SEASON = [1.012, 1.01, 0.955, 1.023];
const LAST_LEVEL = SIMULATED_FROM + SIMULATED.length - 2.5;
/** Hired staff as a share of personnel costs: 21 % over all providers, 13 % over large ones (JA trend analysis 2023). */
const HIRED = { all: 0.212, large: 0.13, most: 0.38, deviation: 0.07, perYear: -0.003, year: 2023 };
const cents = (euros: number) => Math.round(euros * 100);
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

/** How a provider is built, as fractions of a year's revenue unless it says otherwise. */
function build(provider: Provider, hiredByOthers: number, chance: Chance) {
  const residential = provider.profile.forms.includes(7) ? 0.12 : 0;
  const usual = isLarge(provider) ? HIRED.large : hiredByOthers;
  const { story } = hasFailed(provider) ? { story: null } : provider;
  // Who fails slowly was on average thinner than others, and not always; what strikes suddenly strikes anybody.
  const isThin = hasFailed(provider) && provider.story?.kind !== 'SUDDEN';
  return {
    growth: clamp(chance.normal(0.035, 0.03), -0.04, 0.12),
    personnel: chance.between(0.69, 0.78),
    hired: story ? clamp(usual, 0.05, 0.2) : clamp(chance.normal(usual, HIRED.deviation), 0.02, 0.6),
    fixedAssets: chance.between(0.05, 0.2) + residential,
    receivables: chance.between(0.1, 0.17),
    cash: clamp(chance.normal(isThin ? 0.12 : 0.15, 0.05), 0.05, 0.3),
    currentLiabilities: chance.between(0.13, 0.19),
    solvency: story ? chance.between(0.16, 0.3) : clamp(chance.normal(isThin ? 0.3 : 0.36, 0.12), 0.12, 0.75),
    overdraft: story || isThin ? 0.01 : chance.between(0.02, 0.05),
    interest: chance.between(0.001, 0.004),
    declared: chance.between(0.985, 1.003),
    budgetBias: clamp(chance.normal(0, 0.022), -0.08, 0.08),
  };
}

function keep(
  provider: Provider,
  markets: readonly Market[],
  margins: readonly number[],
  hiredByOthers: number,
  chance: Chance,
): Books {
  const model = build(provider, hiredByOthers, chance);
  const level = provider.youthRevenue / provider.youthShare;
  const lost = markets.find((market) => market.lostFrom !== null);
  const taskShare = markets.reduce((sum, market) => sum + (market.isTask ? market.share : 0), 0);
  const hiredTrend = (q: QuarterNumber) => HIRED.perYear * (q / 4 - HIRED.year) + model.hired;
  const grown = (q: QuarterNumber) => (1 + model.growth) ** ((q - LAST_LEVEL) / 4);
  const lostYet = (q: QuarterNumber) =>
    lost?.lostFrom == null ? 0 : q < lost.lostFrom ? 1 : q === lost.lostFrom ? 0.4 : 0;

  const longDebtAndEquity =
    level * grown(SIMULATED_FROM) * (model.fixedAssets + model.receivables + model.cash - model.currentLiabilities);
  const assets = level * grown(SIMULATED_FROM) * (model.fixedAssets + model.receivables + model.cash);
  let equity = cents(Math.min(longDebtAndEquity, assets * model.solvency));
  let debt = cents(longDebtAndEquity) - equity;
  const quarters: Quarter[] = [];
  for (const [at, quarter] of SIMULATED.entries()) {
    // Nobody closes the books of the quarter in which it failed.
    if (quarterEnd(quarter) > endOf(provider)) break;
    const effect = effectOf(provider.story, quarter);
    const yearly = level * grown(quarter);
    const usual = (yearly / 4) * (SEASON[quarter % 4] as number) * (1 + chance.normal(0, 0.012));
    const fromLost = usual * provider.youthShare * (lost?.share ?? 0) * lostYet(quarter);
    const revenue = cents(usual + fromLost);
    const revenueYouth = provider.youthShare === 1 ? revenue : cents(usual * provider.youthShare + fromLost);
    const margin = (margins[at] as number) + effect.margin;
    const interest = Math.round(revenue * model.interest);
    const operationalResult = Math.round(revenue * margin) + interest;
    const netResult = operationalResult - interest + Math.round(revenue * effect.rescue);
    const personnel = Math.round(revenue * clamp(model.personnel - margin * 0.5, 0.55, 0.92));
    const hiredStaff = Math.round(
      personnel * clamp(hiredTrend(quarter) + effect.hired + chance.normal(0, 0.008), 0.01, 0.7),
    );
    equity += netResult;
    debt = Math.round(debt * 0.995);

    const fixedAssets = cents(yearly * model.fixedAssets);
    const receivables = Math.round(
      cents(yearly * model.receivables) * effect.receivables * (1 + chance.normal(0, 0.03)),
    );
    const usualLiabilities = cents(yearly * model.currentLiabilities);
    const free = equity + debt + usualLiabilities - fixedAssets - receivables;
    const shortage = Math.max(0, cents(yearly * 0.02) - free);
    const overdraft = Math.min(shortage, cents(yearly * model.overdraft));
    const overdueCreditors = shortage - overdraft;
    const cash = free + shortage;
    quarters.push({
      quarter,
      revenue,
      revenueYouth,
      employedStaff: personnel - hiredStaff,
      hiredStaff,
      otherCosts: revenue - personnel - operationalResult,
      operationalResult,
      netResult,
      equity,
      balanceTotal: fixedAssets + receivables + cash,
      currentAssets: receivables + cash,
      currentLiabilities: usualLiabilities + shortage,
      cash,
      overdueCreditors,
      receivables,
      declaredProduction: Math.round(revenueYouth * (1 - taskShare) * model.declared * (1 + chance.normal(0, 0.006))),
    });
  }
  return { quarters, budgets: budgetsOf(provider, lost, quarters, model.budgetBias, chance) };
}

/** Budgets are made before the year: they do not know of a contract that will be lost, nor of a bad year. */
function budgetsOf(
  provider: Provider,
  lost: Market | undefined,
  quarters: readonly Quarter[],
  bias: number,
  chance: Chance,
): Map<number, Budget> {
  const years = YEARS.filter((year) => quarters.some((q) => yearOf(q.quarter) === year));
  return new Map(
    years.map((year) => {
      const known = quarters.filter((q) => yearOf(q.quarter) === year);
      const season = known.reduce((sum, q) => sum + (SEASON[q.quarter % 4] as number), 0) / 4;
      const total = (pick: (q: Quarter) => number) => known.reduce((sum, q) => sum + pick(q), 0) / season;
      const isLossYear = lost?.lostFrom != null && yearOf(lost.lostFrom) === year;
      const missed = isLossYear ? 1 + (lost.share / (1 + lost.share)) * provider.youthShare * 1.6 : 1;
      const planned = (1 + bias + chance.normal(0, 0.008)) * missed;
      const revenue = Math.round(total((q) => q.revenue) * planned);
      const personnelCosts = Math.round(revenue * chance.between(0.71, 0.76));
      const hired =
        known.reduce((sum, q) => sum + q.hiredStaff, 0) /
        known.reduce((sum, q) => sum + q.hiredStaff + q.employedStaff, 0);
      return [
        year,
        {
          revenue,
          revenueYouth: provider.youthShare === 1 ? revenue : Math.round(total((q) => q.revenueYouth) * planned),
          result: Math.round(revenue * clamp(chance.normal(0.012, 0.008), -0.02, 0.05)),
          personnelCosts,
          hiredStaff: Math.round(personnelCosts * clamp(hired - 0.02, 0.01, 0.6)),
          investments: Math.round(revenue * chance.between(0.01, 0.05)),
        },
      ];
    }),
  );
}

/** The books of all EWS providers: results move equity, equity and debtors move cash, a shortage of cash moves creditors. */
export function booksOf(size: WorldSize, markets: ReadonlyMap<Provider, readonly Market[]>): Map<Provider, Books> {
  const providers = [...markets.keys()].filter((provider) => provider.isEws);
  const staying = providers.filter((provider) => !hasFailed(provider));
  const margins = new Map([
    ...marginsOf(staying, new Chance(`${size}/margins`)),
    ...marginsOf(providers.filter(hasFailed), new Chance(`${size}/failing/margins`)),
  ]);
  const largeShare = staying.filter(isLarge).length / staying.length;
  const hiredByOthers = Math.min(HIRED.most, (HIRED.all - largeShare * HIRED.large) / (1 - largeShare));
  return new Map(
    providers.map((provider) => {
      const chance = new Chance(`${size}/books/${provider.index}`);
      return [
        provider,
        keep(provider, markets.get(provider) ?? [], margins.get(provider) ?? [], hiredByOthers, chance),
      ];
    }),
  );
}
