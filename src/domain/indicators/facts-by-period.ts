/**
 * The facts of one provider, laid out by period once, so that sixteen quarters of thirty indicators cost one sorting. What
 * is told twice of one period is not known: nobody can say which of the two is true. So nothing depends on the order.
 */
import type { ContractFact, DeliveryFact, PersonnelHalf, ProviderFacts, QuarterCounts, YearCounts } from '../facts';
import type { QuarterFigures } from '../figures';
import { quarterIndex } from '../period';
import { halfIndex, type QuarterEnd } from './quarter-end';

export interface FactsByPeriod {
  /** By index of the quarter. */
  readonly quarters: ReadonlyMap<number, QuarterFigures>;
  readonly counts: ReadonlyMap<number, QuarterCounts>;
  /** By index of the half-year: year x 2, and 1 more for the second. */
  readonly halves: ReadonlyMap<number, PersonnelHalf>;
  readonly years: ReadonlyMap<number, YearCounts>;
  /** Declared to each client in a quarter, in cents, by index of the quarter. */
  readonly clients: ReadonlyMap<number, ReadonlyMap<string, bigint>>;
  /** In order of id. */
  readonly contracts: readonly ContractFact[];
  /** The contracts with one client for one form of care, reported by either side. */
  readonly contractsFor: (client: string, careForm: string | null) => readonly ContractFact[];
  /** In order of due date. */
  readonly deliveries: readonly DeliveryFact[];
  /** Keeps what several indicators need of one quarter, so that it is worked out once. */
  readonly once: <Found>(key: (facts: FactsByPeriod, at: QuarterEnd) => Found, at: QuarterEnd) => Found;
}

export function byPeriod(facts: ProviderFacts): FactsByPeriod {
  const kept = new Map<unknown, Map<number, unknown>>();
  const perCare = new Map<string, ContractFact[]>();
  for (const contract of facts.contracts) {
    const care = careOf(contract.client, contract.careForm);
    const others = perCare.get(care);
    if (others) others.push(contract);
    else perCare.set(care, [contract]);
  }
  const prepared: FactsByPeriod = {
    quarters: onceTold(facts.quarters, ({ quarter }) => quarterIndex(quarter)),
    counts: onceTold(facts.counts, ({ quarter }) => quarterIndex(quarter)),
    halves: onceTold(facts.halves, ({ start, end }) => halfIndex(start, end)),
    years: onceTold(facts.years, ({ year }) => year),
    clients: addUpClients(facts),
    contracts: inOrder(facts.contracts, ({ id, reportedBy }) => `${id} ${reportedBy}`),
    contractsFor: (client, careForm) => perCare.get(careOf(client, careForm)) ?? [],
    deliveries: inOrder(
      facts.deliveries,
      (one) => `${one.dueOn} ${one.uitvraag} ${one.periodStart} ${one.periodEnd} ${one.submittedOn} ${one.version}`,
    ),
    once<Found>(find: (facts: FactsByPeriod, at: QuarterEnd) => Found, at: QuarterEnd): Found {
      let found = kept.get(find);
      if (!found) {
        found = new Map();
        kept.set(find, found);
      }
      if (!found.has(at.index)) found.set(at.index, find(prepared, at));
      return found.get(at.index) as Found;
    },
  };
  return prepared;
}

function careOf(client: string, careForm: string | null): string {
  return `${client} ${careForm}`;
}

function onceTold<Fact>(facts: readonly Fact[], indexOf: (fact: Fact) => number | null): ReadonlyMap<number, Fact> {
  const told = new Map<number, Fact>();
  const twice = new Set<number>();
  for (const fact of facts) {
    const index = indexOf(fact);
    if (index === null) continue;
    if (told.has(index)) twice.add(index);
    told.set(index, fact);
  }
  for (const index of twice) told.delete(index);
  return told;
}

function addUpClients({ clients }: ProviderFacts): FactsByPeriod['clients'] {
  const perQuarter = new Map<number, Map<string, bigint>>();
  for (const { quarter, client, amount } of clients) {
    const index = quarterIndex(quarter);
    const ofQuarter = perQuarter.get(index) ?? new Map<string, bigint>();
    perQuarter.set(index, ofQuarter.set(client, (ofQuarter.get(client) ?? 0n) + amount));
  }
  return perQuarter;
}

function inOrder<Fact>(facts: readonly Fact[], keyOf: (fact: Fact) => string): Fact[] {
  return facts
    .map((fact) => ({ fact, key: keyOf(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ fact }) => fact);
}
