import fc from 'fast-check';
import type {
  ContractFact,
  DeliveryFact,
  PersonnelHalf,
  ProviderFacts,
  QuarterCounts,
} from '../../../src/domain/facts';
import { FIGURE_NAMES, type QuarterFigures, quarterFigures } from '../../../src/domain/figures';
import { INDICATORS, indicatorsOf, indicatorsOfEach, type JudgedIndicator } from '../../../src/domain/indicators';
import { addQuarters, quarterEnd, quartersBetween } from '../../../src/domain/period';
import { fraction, type Ratio } from '../../../src/domain/ratio';
import { NOW } from '../healthy';
import { TODAY } from './whole';

const QUARTERS = quartersBetween('2024-10-01', NOW);
const HALVES = ['2024-07-01', '2025-01-01', '2025-07-01', '2026-01-01'];

const absurd = fc.oneof(
  fc.bigInt({ min: -5_000n, max: 5_000n }),
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  fc.constant(0n),
);
const cents = fc.option(absurd, { freq: 8 });
const count = fc.option(fc.oneof(fc.integer({ min: -3, max: 200 }), fc.double(), fc.constant(Number.NaN)), { freq: 8 });
const share = fc.option(
  fc
    .tuple(fc.bigInt({ min: -5n, max: 300n }), fc.bigInt({ min: 1n, max: 200n }))
    .map(([above, below]): Ratio => fraction(above, below)),
  { freq: 8 },
);
const day = fc.constantFrom(
  ...quartersBetween('2022-01-01', '2030-10-01'),
  '2026-09-30',
  '2026-12-31',
  '2027-01-31',
  '2024-02-29',
);
const client = fc.constantFrom('GM0001', 'GM0002', 'JZ01', 'LTA');
const source = fc.constantFrom('DELIVERY', 'DIGIMV', 'ESTIMATE');
const record = <T>(shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape) as fc.Arbitrary<T>;
const each = <K extends string, V>(names: readonly K[], value: fc.Arbitrary<V>) =>
  Object.fromEntries(names.map((name) => [name, value])) as Record<K, fc.Arbitrary<V>>;
const known = <T>(all: readonly fc.Arbitrary<T>[]) => fc.tuple(...all).chain((list) => fc.subarray(list as T[]));

const quarters = known(
  QUARTERS.map((quarter) =>
    fc
      .record({ ...each(FIGURE_NAMES, cents) })
      .chain((amounts) =>
        fc
          .dictionary(fc.constantFrom(...FIGURE_NAMES), source)
          .map((sources): QuarterFigures => quarterFigures(quarter, { ...amounts, sources })),
      ),
  ),
);
const counts = known(
  QUARTERS.map((quarter) =>
    record<QuarterCounts>({
      quarter: fc.constant(quarter),
      ...each(['inflow', 'throughflow', 'outflow', 'waitingDays', 'waitingCount'], count),
      ...each(['liquidityForecast', 'workingCapital'], cents),
    }),
  ),
);
const halves = known(
  HALVES.map((start) =>
    record<PersonnelHalf>({
      start: fc.constant(start),
      end: fc.constant(addQuarters(start, 2)),
      ...each(['staffInflow', 'staffOutflow', 'vacancies'], count),
      ...each(['formationPrimary', 'occupancyPrimary', 'formationTotal', 'occupancyTotal', 'sickness'], share),
      ...each(['personnelCosts', 'hiredStaffCosts'], cents),
    }),
  ),
);
const years = known(
  [2023, 2024, 2025].map((year) =>
    record<ProviderFacts['years'][number]>({
      year: fc.constant(year),
      ...each(
        ['treatmentDaysRealised', 'treatmentDaysEstimated', 'bedOccupancyRealised', 'bedOccupancyBudgeted'],
        share,
      ),
    }),
  ),
);
const contracts = fc
  .array(
    record<ContractFact>({
      client,
      region: fc.constant(null),
      careForm: fc.option(fc.constantFrom('45', '54')),
      reportedBy: fc.constantFrom('PROVIDER', 'CLIENT'),
      startsOn: day,
      endsOn: fc.option(day),
      annualValue: fc.option(fc.bigInt({ min: -1n, max: 5_000n }), { freq: 12 }),
    }),
    { maxLength: 8 },
  )
  .map((list) => list.map((one, at): ContractFact => ({ ...one, id: `contract-${at}` })));
const clients = fc.array(
  record<ProviderFacts['clients'][number]>({ quarter: fc.constantFrom(...QUARTERS), client, amount: absurd }),
  { maxLength: 30 },
);
const deliveries = fc.array(
  fc.constantFrom(...QUARTERS).chain((quarter) =>
    record<DeliveryFact>({
      uitvraag: fc.constantFrom('convenant-bijlage-4', 'regeling-jeugdwet-8g'),
      periodStart: fc.constant(quarter),
      periodEnd: fc.constant(quarterEnd(quarter)),
      dueOn: day,
      submittedOn: fc.option(day),
      version: fc.integer({ min: 1, max: 3 }),
    }),
  ),
  { maxLength: 12 },
);
const facts = record<ProviderFacts>({ quarters, counts, halves, years, contracts, clients, deliveries });
const PARTS = ['quarters', 'counts', 'halves', 'years', 'contracts', 'clients', 'deliveries'] as const;

describe('the indicators of whatever was delivered', () => {
  it('never throw, and are each known or say what is missing', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const each = indicatorsOfEach(given, QUARTERS, TODAY);
        expect(each.map((indicators) => indicators.length)).toEqual(QUARTERS.map(() => INDICATORS.length));
        expect(each.flat().filter((indicator) => !isSound(indicator))).toEqual([]);
      }),
    );
  });

  it('do not depend on the order in which anything is given', () => {
    const shuffled = facts.chain((given) =>
      fc.tuple(
        fc.constant(given),
        ...PARTS.map((part) => fc.shuffledSubarray([...given[part]] as unknown[], { minLength: given[part].length })),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([given, ...parts]) => {
        const other = Object.fromEntries(PARTS.map((part, at) => [part, parts[at]])) as unknown as ProviderFacts;
        expect(indicatorsOfEach(other, QUARTERS, TODAY)).toEqual(indicatorsOfEach(given, QUARTERS, TODAY));
      }),
    );
  });

  it('do not depend on the size of the provider: all amounts times the same factor give the same answer', () => {
    fc.assert(
      fc.property(facts, fc.bigInt({ min: 1n, max: 10n ** 12n }), (given, factor) => {
        const without = (of: ProviderFacts) =>
          indicatorsOfEach(of, QUARTERS, TODAY).map((all) => all.map(({ inputs: _, ...rest }) => rest));
        expect(without(times(given, factor))).toEqual(without(given));
      }),
    );
  });

  it('are each the same alone as together, and whatever was told of later quarters', () => {
    fc.assert(
      fc.property(facts, fc.subarray(QUARTERS), (given, asked) => {
        const together = indicatorsOfEach(given, asked, TODAY);
        for (const [at, quarter] of asked.entries()) {
          const end = quarterEnd(quarter);
          const past: ProviderFacts = {
            ...given,
            quarters: given.quarters.filter((one) => one.quarter < end),
            counts: given.counts.filter((one) => one.quarter < end),
            halves: given.halves.filter((one) => one.end <= end),
            years: given.years.filter((one) => `${one.year + 1}-01-01` <= end),
            clients: given.clients.filter((one) => one.quarter < end),
          };
          expect(indicatorsOf(past, quarter, TODAY)).toEqual(together[at]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('read a missing number as unknown: what is still known is what it was', () => {
    const holed = facts.chain((given) =>
      fc.tuple(
        fc.constant(given),
        known(given.quarters.map((one) => fc.subarray([...FIGURE_NAMES]).map((names) => ({ one, names })))),
      ),
    );
    fc.assert(
      fc.property(holed, ([given, holes]) => {
        const quartersLeft = given.quarters.map((one) => {
          const names = holes.find((hole) => hole.one === one)?.names ?? [];
          return { ...one, ...Object.fromEntries(names.map((name) => [name, null])) };
        });
        const before = indicatorsOf(given, NOW, TODAY);
        for (const [at, { value, crossed }] of indicatorsOf(
          { ...given, quarters: quartersLeft },
          NOW,
          TODAY,
        ).entries()) {
          if (value !== null)
            expect({ value, crossed }).toEqual({ value: before[at]?.value, crossed: before[at]?.crossed });
        }
      }),
    );
  });
});

function isSound({ value, previous, missing, asOf, source: from, crossed, trend, inputs }: JudgedIndicator): boolean {
  if (Number.isNaN(value) || Number.isNaN(previous)) return false;
  return value === null
    ? missing !== null && asOf === null && from === null && crossed.length === 0 && trend === null
    : missing === null && asOf !== null && from !== null && inputs.length > 0;
}

function times(given: ProviderFacts, factor: bigint): ProviderFacts {
  const by = (amount: bigint | null) => (amount === null ? null : amount * factor);
  return {
    ...given,
    quarters: given.quarters.map((one) => ({
      ...one,
      ...Object.fromEntries(FIGURE_NAMES.map((name) => [name, by(one[name])])),
    })),
    counts: given.counts.map((one) => ({
      ...one,
      liquidityForecast: by(one.liquidityForecast),
      workingCapital: by(one.workingCapital),
    })),
    halves: given.halves.map((one) => ({
      ...one,
      personnelCosts: by(one.personnelCosts),
      hiredStaffCosts: by(one.hiredStaffCosts),
    })),
    contracts: given.contracts.map((one) => ({ ...one, annualValue: by(one.annualValue) })),
    clients: given.clients.map((one) => ({ ...one, amount: one.amount * factor })),
  };
}
