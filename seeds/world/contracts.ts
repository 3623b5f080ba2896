import type { ClientKind, ContractType, Funding, Procurement } from '../../src/domain/vocabulary';
import type { Books } from './books';
import { HISTORY_TO, quarterStart, YEARS, yearOf, yearStart } from './calendar';
import { formAt } from './care';
import { Chance } from './chance';
import type { Market } from './market';
import { endOf, type Provider } from './providers';
import type { WorldSize } from './size';

/** A contract as it is; what the two sides report of it can differ. */
export interface Contract {
  readonly provider: Provider;
  /** Index into CARE_FORMS. */
  readonly form: number;
  readonly clientKind: ClientKind;
  readonly municipalityCode: string | null;
  readonly clientRegionCode: string | null;
  readonly regionCode: string | null;
  readonly reference: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly annualValue: number;
  readonly type: ContractType;
  readonly procurement: Procurement;
  readonly funding: Funding;
}

type Client = Pick<Contract, 'clientKind' | 'municipalityCode' | 'clientRegionCode' | 'regionCode'> & {
  readonly share: number;
};
type Award = Pick<Contract, 'type' | 'procurement' | 'funding'>;

/** What is contracted nationally of a provider of secure or broad care, when it has a national contract (LTA). */
const NATIONAL_SHARE = 0.12;
const NATION: Client = {
  clientKind: 'LTA',
  municipalityCode: null,
  clientRegionCode: null,
  regionCode: null,
  share: NATIONAL_SHARE,
};
const LAST_YEAR = yearOf(HISTORY_TO);
const FIRST_YEAR = YEARS[0] as number;
/** Nobody contracts for less, in cents per year. */
const LEAST = 100_000;

/** Local forms are contracted by municipalities, the others by their region. */
function clientsOf({ form, region, towns }: Market): Client[] {
  const { code } = region;
  if (!formAt(form).isLocal) {
    return [{ clientKind: 'REGION', municipalityCode: null, clientRegionCode: code, regionCode: code, share: 1 }];
  }
  return towns.map(({ town, share }) => ({
    clientKind: 'MUNICIPALITY',
    municipalityCode: town.code,
    clientRegionCode: null,
    regionCode: code,
    share,
  }));
}

const LENGTHS = [
  [1, 1],
  [2, 3],
  [3, 5],
  [4, 8],
] as const;

/** Consecutive contracts from before the history until past it; the last may end soon, without a successor. */
function termsFrom(chance: Chance): [from: number, to: number][] {
  const terms: [number, number][] = [];
  for (let from = chance.whole(2020, 2022); from <= LAST_YEAR; ) {
    const to = from + chance.weighted(LENGTHS);
    if (to > FIRST_YEAR) terms.push([from, to]);
    from = to;
  }
  return terms;
}

/** What ends before it would have begun was never agreed. */
const startedBy = (end: string, terms: readonly [from: number, to: number][]) =>
  terms.filter(([from]) => yearStart(from) < end);

const PROCUREMENTS = [
  ['TENDER', 5],
  ['OPEN_HOUSE', 4],
  ['SOCIAL_PROCEDURE', 2],
  ['SUBSIDY', 1],
] as const;
const TYPES: Readonly<Record<Procurement, ContractType>> = {
  TENDER: 'SERVICE',
  OPEN_HOUSE: 'FRAMEWORK',
  SOCIAL_PROCEDURE: 'SERVICE',
  SUBSIDY: 'SUBSIDY',
};

/** How one contract or a series of them was awarded. */
function awarded(chance: Chance, isTask: boolean): Award {
  const procurement = chance.weighted<Procurement>(PROCUREMENTS);
  return {
    procurement,
    type: TYPES[procurement],
    funding: isTask ? 'TAAK' : chance.yes(0.78) ? 'INSPANNING' : 'OUTPUT',
  };
}

/** How the sum of its contracts relates to a provider's budget: about equal for most, too low or too high for some. */
function matched(chance: Chance): number {
  if (chance.yes(0.8)) return chance.between(0.98, 1.03);
  return chance.yes(0.6) ? chance.between(0.74, 0.92) : chance.between(1.1, 1.3);
}

/** Yearly contract value of a provider's whole youth care, in cents, averaged over the years of a term. */
function levels(provider: Provider, budgets: Books['budgets'] | undefined, lost: Market | undefined, factor: number) {
  const perYear = YEARS.map((year) => {
    const budget = (budgets?.get(year)?.revenueYouth ?? provider.youthRevenue * 100) * factor;
    // While it still had what it would lose, its other contracts were the smaller part of its budget.
    return lost?.lostFrom != null && year <= yearOf(lost.lostFrom) ? budget / (1 + lost.share) : budget;
  });
  return (from: number, to: number): number => {
    const [first, last] = [Math.max(from, FIRST_YEAR) - FIRST_YEAR, Math.min(to - 1, LAST_YEAR) - FIRST_YEAR];
    let sum = 0;
    for (let at = first; at <= last; at++) sum += perYear[at] as number;
    return sum / (last - first + 1);
  };
}

/** All contracts of the world, provider by provider. Their values follow the budgets. */
export function* contractsOf(
  size: WorldSize,
  markets: ReadonlyMap<Provider, readonly Market[]>,
  books: ReadonlyMap<Provider, Books>,
): Iterable<Contract> {
  for (const [provider, own] of markets) {
    const chance = new Chance(`${size}/contracts/${provider.index}`);
    const lost = own.find((market) => market.lostFrom !== null);
    const level = levels(provider, books.get(provider)?.budgets, lost, matched(chance));
    const hasNational =
      provider.isEws && (provider.profile.name === 'secure' || (provider.profile.name === 'broad' && chance.yes(0.1)));
    const rest = hasNational ? 1 - NATIONAL_SHARE : 1;
    const last = endOf(provider);
    const write = (
      client: Client,
      form: number,
      [from, to]: readonly [number, number],
      end: string,
      share: number,
      award: Award,
    ): Contract => ({
      provider,
      form,
      clientKind: client.clientKind,
      municipalityCode: client.municipalityCode,
      clientRegionCode: client.clientRegionCode,
      regionCode: client.regionCode,
      reference: `${client.municipalityCode ?? client.regionCode ?? 'LTA'}-${form}-${from}-${provider.index}`,
      startsOn: yearStart(from),
      endsOn: yearStart(to) < end ? yearStart(to) : end,
      annualValue: Math.max(LEAST, Math.round(level(from, to) * share * client.share * chance.between(0.985, 1.015))),
      type: award.type,
      procurement: award.procurement,
      funding: award.funding,
    });
    if (hasNational) {
      const award = { type: 'FRAMEWORK', procurement: 'TENDER', funding: 'INSPANNING' } as const;
      for (const term of startedBy(last, termsFrom(chance)))
        yield write(NATION, own[0]?.form ?? 0, term, last, 1, award);
    }
    // Of a provider outside the early warning system only its clients report, and only its main contract.
    for (const market of provider.isEws ? own : own.slice(0, 1)) {
      const end = market.lostFrom === null ? last : quarterStart(market.lostFrom);
      const terms = startedBy(end, termsFrom(chance));
      const award = awarded(chance, market.isTask);
      for (const client of clientsOf(market)) {
        for (const term of provider.isEws ? terms : terms.slice(-1)) {
          yield write(client, market.form, term, end, market.share * rest, award);
        }
      }
    }
  }
}
