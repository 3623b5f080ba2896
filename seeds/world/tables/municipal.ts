import type { Trend } from '../../../src/domain/vocabulary';
import {
  HISTORY,
  placeInYear,
  type QuarterNumber,
  quarterEnd,
  quarterStart,
  SIMULATED_FROM,
  yearOf,
} from '../calendar';
import { CARE_FORMS, FORM_COUNT } from '../care';
import { Chance } from '../chance';
import type { Municipality } from '../country';
import { hasFailed } from '../providers';
import type { World } from '../world';
import { codes, type Table } from './line';

const REPORT = [
  'municipality_code',
  'region_code',
  'care_form_code',
  'delivery_id',
  'period_start',
  'period_end',
  'budget_cents',
  'realised_cents',
  'clients',
  'trend',
];
/** What municipalities pay beside the EWS providers. */
const BESIDE = 1.04;
const GROWTH = 1.034;
const LAST_LEVEL = SIMULATED_FROM + 16.5;
const SEASON = [1.01, 1.01, 0.955, 1.025];
/** Until 2025 municipalities reported totals; since 2026 every form of care. */
const PER_FORM_FROM = 2026;
type Group = readonly [code: string, forms: readonly number[]];
const TOTALS: readonly Group[] = [
  ['JH1', [0, 1, 2, 3, 4, 5, 6, 7]],
  ['JB1', [8, 9]],
  ['JR1', [10]],
];
/** Forms with fewer young people are left out of the report of a small municipality. */
const FEWEST_CLIENTS = 3;
const PER_FORM = CARE_FORMS.map((form, index) => [form.code, [index]] as const);

/** Euros per year that the EWS providers earn per region and form of care, at the level of the last four quarters: others
 *  took over the care of those that failed before. */
export function earnedIn(world: World): Map<string, number[]> {
  const earned = new Map(world.land.activeRegions.map((region) => [region.code, Array<number>(FORM_COUNT).fill(0)]));
  for (const [provider, own] of world.markets) {
    if (!provider.isEws || hasFailed(provider)) continue;
    for (const { region, form, share, lostFrom } of own) {
      if (lostFrom === null)
        (earned.get(region.code) as number[])[form] =
          (earned.get(region.code)?.[form] ?? 0) + share * provider.youthRevenue;
    }
  }
  return earned;
}

/** The quarterly reports of municipalities: they follow what providers earn there, with budgets of their own. */
export function municipalReportTable(world: World): Table {
  return {
    name: 'municipal_report',
    ids: `${world.size}/municipal_report-ids`,
    columns: REPORT,
    *rows() {
      const earned = earnedIn(world);
      for (const region of world.land.activeRegions) {
        for (const town of region.municipalities) {
          const share = town.volume / region.volume;
          const yearly = (earned.get(region.code) as number[]).map((euros) => euros * share * BESIDE * 100);
          yield* reportsOf(world, town, yearly);
        }
      }
    },
  };
}

function* reportsOf(world: World, town: Municipality, yearly: readonly number[]): Iterable<string> {
  const chance = new Chance(`${world.size}/municipal/${town.code}`);
  const bias = chance.between(-0.02, 0.07);
  const peopleOf = (forms: readonly number[]) =>
    forms.reduce((sum, f) => sum + town.volume * (world.land.clientShares[f] ?? 0), 0);
  const groups = (all: readonly Group[]) =>
    all.map(([code, forms]) => ({
      code,
      people: peopleOf(forms),
      level: forms.reduce((sum, form) => sum + (yearly[form] as number), 0),
      budget: 0,
    }));
  const [totals, perForm] = [groups(TOTALS), groups(PER_FORM)];
  for (const quarter of HISTORY) {
    const delivery = world.filing.ofTown.get(town)?.get(quarter);
    const year = yearOf(quarter);
    const growth = grown(quarter) * (SEASON[placeInYear(quarter)] as number);
    for (const group of year < PER_FORM_FROM ? totals : perForm) {
      const { code, people, level } = group;
      if (group.budget === 0 || placeInYear(quarter) === 0) {
        group.budget = (level * grown(year * 4 + 1.5)) / (1 + bias + chance.normal(0.005, 0.035));
      }
      const clients = Math.round(people * (1 + chance.normal(0, 0.04)));
      const noise = 1 + chance.normal(0, 0.03);
      if (!delivery?.submittedAt || clients < FEWEST_CLIENTS || level === 0) continue;
      const realised = (level / 4) * growth * noise;
      const trend: Trend = noise > 1.02 ? 'RISING' : noise < 0.98 ? 'FALLING' : 'STABLE';
      yield codes(
        town.code,
        town.regionCode,
        code,
        delivery.id,
        quarterStart(quarter),
        quarterEnd(quarter),
        Math.round(group.budget / 100_000) * 100_000,
        Math.round(realised),
        clients,
        trend,
      );
    }
  }
}

const grown = (quarter: number) => GROWTH ** ((quarter - LAST_LEVEL) / 4);

const REFERRAL = [
  'municipality_code',
  'region_code',
  'care_form_code',
  'referrer_code',
  'period_start',
  'period_end',
  'referrals',
  'starts',
  'waiting_days',
];
/** Who refers (iJw COD327), by weight. Measures come from the court only. */
const REFERRERS: readonly (readonly [code: string, share: number])[] = [
  ['01', 0.44],
  ['02', 0.38],
  ['03', 0.05],
  ['04', 0.07],
  ['05', 0.06],
];
const COURT: readonly (readonly [code: string, share: number])[] = [['08', 1]];
/** New referrals in a quarter as a share of the young people with care. */
const NEW = 0.11;
/** Fewer are not told apart. */
const FEWEST = 5;

/** Referrals and waiting times per municipality, form of care and referrer (supplied by the Inlichtingenbureau). */
export function referralTable(world: World): Table {
  const quarters = HISTORY.slice(-world.scale.referralQuarters);
  return {
    name: 'referral',
    ids: `${world.size}/referral-ids`,
    columns: REFERRAL,
    *rows() {
      for (const town of world.land.activeMunicipalities) {
        const chance = new Chance(`${world.size}/referrals/${town.code}`);
        for (const [form, { code }] of CARE_FORMS.entries()) {
          const isMeasure = code.startsWith('JB') || code.startsWith('JR');
          const waiting = chance.between(20, isMeasure ? 60 : 140);
          for (const [referrer, share] of isMeasure ? COURT : REFERRERS) {
            const usual = town.volume * (world.land.clientShares[form] as number) * NEW * share;
            if (usual < FEWEST) continue;
            for (const quarter of quarters) yield referral(town, code, referrer, quarter, usual, waiting, chance);
          }
        }
      }
    },
  };
}

function referral(
  town: Municipality,
  form: string,
  referrer: string,
  quarter: QuarterNumber,
  usual: number,
  waiting: number,
  chance: Chance,
): string {
  const referrals = Math.max(1, Math.round(usual * chance.between(0.8, 1.2)));
  const starts = Math.min(referrals, Math.round(referrals * chance.between(0.75, 1)));
  const days = starts > 0 ? Math.round(waiting * chance.between(0.85, 1.15)) : null;
  const period = [quarterStart(quarter), quarterEnd(quarter)] as const;
  return codes(town.code, town.regionCode, form, referrer, ...period, referrals, starts, days);
}
