/** Every indicator: from the numbers that the API tells, by the formula of the risk model, to its value and its place. */
import * as made from './5-inputs';
import { before, daysIn, type Known, over, shown, sum, times, total } from './calculator';
import { ask, by, every, type Told } from './desk';
import { type Dossier, dossiers } from './providers';

/** A number by its name, the days of the quarter, and all numbers with their names. */
interface Numbers {
  readonly of: (name: string) => Known;
  readonly days: number;
  readonly all: readonly made.Input[];
}
type Formula = (numbers: Numbers) => Known;

const COSTS = ['employedStaffCosts', 'hiredStaffCosts', 'otherCosts'];
const STAFF = ['employedStaffCosts', 'hiredStaffCosts'];
const added = ({ of }: Numbers, names: readonly string[]): Known => sum(names.map(of));
const part =
  (one: string, whole: string): Formula =>
  ({ of }) =>
    over(of(one), of(whole));
const asTold =
  (name: string): Formula =>
  ({ of }) =>
    of(name);
/** All numbers but the last kind of them: those that are meant, beside all there are. */
const meant = ({ all }: Numbers, whole: string): number =>
  total(all.flatMap(({ name, value }) => (name === whole ? [] : Number(value))));
const shareOf =
  (whole: string): Formula =>
  (numbers) =>
    over(meant(numbers, whole), numbers.of(whole));
const number =
  (whole: string): Formula =>
  (numbers) =>
    meant(numbers, whole);

/** What each is made of, and how. */
const INDICATORS: Readonly<Record<string, readonly [made.Inputs, Formula]>> = {
  solvency: [made.amounts('equity', 'balanceTotal'), part('equity', 'balanceTotal')],
  equityToRevenue: [made.amounts('equity', 'revenue'), ({ of }) => over(of('equity'), times(of('revenue'), 4))],
  profitability: [made.amounts('netResult', 'revenue'), part('netResult', 'revenue')],
  currentRatio: [made.amounts('currentAssets', 'currentLiabilities'), part('currentAssets', 'currentLiabilities')],
  daysCash: [made.amounts('cash', ...COSTS), (of) => over(times(of.of('cash'), of.days), added(of, COSTS))],
  liquidityForecast: [
    (dossier, quarter) => [
      ...(made.counts('liquidityForecast')(dossier, quarter) ?? []),
      ...(made.amounts(...COSTS)(dossier, quarter) ?? []),
    ],
    (of) => over(times(of.of('liquidityForecast'), of.days), added(of, COSTS)),
  ],
  pnilRatio: [made.amounts(...STAFF), (of) => over(of.of('hiredStaffCosts'), added(of, STAFF))],
  personnelRatio: [made.amounts(...STAFF, 'revenue'), (of) => over(added(of, STAFF), of.of('revenue'))],
  sickness: [made.ofHalf('sickness'), asTold('sickness')],
  staffInflow: [made.ofHalf('staffInflow', 'occupancyTotal'), part('staffInflow', 'occupancyTotal')],
  staffOutflow: [made.ofHalf('staffOutflow', 'occupancyTotal'), part('staffOutflow', 'occupancyTotal')],
  vacancies: [made.ofHalf('vacancies', 'formationTotal'), part('vacancies', 'formationTotal')],
  occupancyPrimary: [made.ofHalf('occupancyPrimary', 'formationPrimary'), part('occupancyPrimary', 'formationPrimary')],
  occupancyTotal: [made.ofHalf('occupancyTotal', 'formationTotal'), part('occupancyTotal', 'formationTotal')],
  openInvoices: [made.amounts('openInvoices', 'declaredProduction'), part('openInvoices', 'declaredProduction')],
  nonBillableShare: [
    made.amounts('nonBillableProduction', 'revenueYouth'),
    (of) => over(of.of('nonBillableProduction'), added(of, ['revenueYouth', 'nonBillableProduction'])),
  ],
  largestClient: [made.largestClient, shareOf('declarations')],
  herfindahl: [
    made.perClient,
    ({ all }) => {
      const declared = all.map(({ value }) => Number(value));
      return over(total(declared.map((amount) => (amount / total(declared)) ** 2)), 1);
    },
  ],
  contractsExpiring: [made.endingContracts, shareOf('contractValue')],
  contractsShort: [made.shortContracts, shareOf('contractValue')],
  careInflow: [made.counts('inflow'), asTold('inflow')],
  careThroughflow: [made.counts('throughflow'), asTold('throughflow')],
  careOutflow: [made.counts('outflow'), asTold('outflow')],
  treatmentDuration: [
    made.ofYear('treatmentDaysRealised', 'treatmentDaysEstimated'),
    part('treatmentDaysRealised', 'treatmentDaysEstimated'),
  ],
  bedOccupancy: [
    made.ofYear('bedOccupancyRealised', 'bedOccupancyBudgeted'),
    part('bedOccupancyRealised', 'bedOccupancyBudgeted'),
  ],
  waitingTime: [made.counts('waitingDays'), asTold('waitingDays')],
  deliveriesLate: [made.deliveries(made.isLate), shareOf('deliveries')],
  deliveriesMissing: [made.deliveries(made.isMissing), number('deliveries')],
  deliveriesCorrected: [made.deliveries(made.isCorrected), number('deliveries')],
};

interface Worked {
  readonly inputs: readonly made.Input[];
  /** Not rounded. */
  readonly value: Known;
}

/** An indicator at the end of a quarter, also of one that the API does not list. */
function work(code: string, dossier: Dossier, quarter: string): Worked {
  const [inputsOf, formula] = INDICATORS[code] as readonly [made.Inputs, Formula];
  const all = inputsOf(dossier, quarter) ?? [];
  const inputs = all.filter(({ value }) => value !== null);
  const of = (name: string) => all.find((one) => one.name === name)?.value ?? null;
  return { inputs, value: all.length === 0 ? null : formula({ of, all, days: daysIn(quarter) }) };
}

const MODEL = `{ riskModel { indicators { code better every comparesWith } limits { indicator code at } } }`;
const INDICATOR = `code quarter value previous trend crossed asOf source missing
  inputs { name value period source }`;

/** How many quarters before it is the period that it is compared with. */
const BACK: Readonly<Record<string, number>> = { QUARTER: 1, HALF_YEAR: 2, YEAR: 4 };
const backOf = ({ comparesWith, every }: Told): number =>
  comparesWith === 'PREVIOUS_PERIOD' ? (BACK[every] as number) : 4;

function trendOf({ better }: Told, value: Known, previous: Known): string | null {
  if (value === null || previous === null || better === 'NEITHER') return null;
  if (value === previous) return 'SAME';
  return value > previous === (better === 'HIGHER') ? 'BETTER' : 'WORSE';
}

function crossedBy({ code, better }: Told, limits: readonly Told[], value: Known): string[] {
  if (value === null) return [];
  const isBeyond = (at: number) => (better === 'HIGHER' ? value < at : value > at);
  return limits.filter((limit) => limit.indicator === code && isBeyond(limit.at)).map((limit) => limit.code);
}

const WEAKEST_FIRST = ['ESTIMATE', 'DIGIMV', 'DELIVERY'];
const weakest = (inputs: readonly made.Input[]) =>
  WEAKEST_FIRST.find((source) => inputs.some((one) => one.source === source)) ?? 'DELIVERY';
const sorted = (inputs: readonly Told[]) =>
  [...inputs].sort((a, b) => (`${a.name} ${a.period}` < `${b.name} ${b.period}` ? -1 : 1));

export function indicators(): void {
  it('are made of numbers that the API tells, by the formula of the risk model', async () => {
    const model = (await ask(MODEL)).riskModel;
    const definitions = by('code', model.indicators);
    expect([...definitions.keys()].sort()).toEqual(Object.keys(INDICATORS).sort());
    const [assessable, trends, crossed] = [new Set<string>(), new Set<string>(), new Set<string>()];
    for (const dossier of await dossiers()) {
      const told = await every('indicators', 'IndicatorFilter', { providerId: dossier.id }, INDICATOR);
      expect(told).toHaveLength(16 * definitions.size);
      for (const { inputs, ...indicator } of told) {
        const { code, quarter } = indicator;
        const definition = definitions.get(code);
        const { value, inputs: byHand } = work(code, dossier, quarter);
        const previous = work(code, dossier, before(quarter, backOf(definition))).value;
        const isOfDeliveries = code.startsWith('deliveries');
        const asOf = isOfDeliveries ? made.judgedOn(dossier, quarter) : made.lastDay(definition.every, quarter);
        expect({ name: dossier.name, ...indicator, inputs: sorted(inputs) }).toEqual({
          ...{ name: dossier.name, code, quarter, value: shown(value), previous: shown(previous) },
          ...{ trend: trendOf(definition, value, previous), crossed: crossedBy(definition, model.limits, value) },
          asOf: value === null ? null : asOf,
          source: value === null ? null : weakest(byHand),
          missing: value === null ? expect.any(String) : null,
          inputs: sorted(byHand),
        });
        if (value !== null) assessable.add(code);
        trends.add(String(indicator.trend));
        for (const limit of indicator.crossed) crossed.add(limit);
      }
    }
    expect(assessable.size).toBe(definitions.size);
    expect(trends.size).toBe(4);
    expect(crossed.size).toBeGreaterThan(12);
  });

  it('have a place among those of others that can be counted', async () => {
    const { riskDashboard } = await ask(`{ riskDashboard { quarter
      top(first: 100) { nodes { revenueYouthCents provider { id } } } } }`);
    const sizes = new Map<string, string>(
      riskDashboard.top.nodes.map(({ provider, revenueYouthCents: cents }: Told) => [
        provider.id,
        cents >= 2_500_000_000 ? 'LARGE' : cents >= 500_000_000 ? 'MIDDLE' : 'SMALL',
      ]),
    );
    const { quarter } = riskDashboard;
    const definitions: Told[] = (await ask(MODEL)).riskModel.indicators;
    let positions = 0;
    for (const { code, better } of definitions) {
      const all = await every('indicators', 'IndicatorFilter', { code, quarter }, 'value provider { id }');
      const known = all.filter(({ value }) => value !== null);
      for (const { id } of await dossiers()) {
        const { provider } = await ask(
          `query ($id: ID!, $code: String!, $quarter: Quarter!) { provider(id: $id) {
            indicators(filter: { code: $code, quarter: $quarter }) { nodes { peers { group peers worse equal position } } } } }`,
          { id, code, quarter },
        );
        const own = known.find((one) => one.provider.id === id)?.value ?? null;
        const others = known.filter((one) => one.provider.id !== id);
        const groups = ['ALL', sizes.get(id) as string].flatMap((group) => {
          const peers = others.filter((one) => group === 'ALL' || sizes.get(one.provider.id) === group);
          if (own === null || peers.length < 10) return [];
          const worse = peers.filter(({ value }) => (better === 'LOWER' ? value > own : value < own)).length;
          const equal = peers.filter(({ value }) => value === own).length;
          return { group, peers: peers.length, worse, equal, position: shown((worse + equal / 2) / peers.length) };
        });
        expect({ code, peers: provider.indicators.nodes[0].peers }).toEqual({ code, peers: groups });
        positions += groups.length;
      }
    }
    expect(positions).toBeGreaterThan(40);
  });
}
