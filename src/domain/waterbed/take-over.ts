/**
 * Who could take over: only who is already contracted for the form of care in the region, in a neighbouring one, or
 * nationally. Who is in trouble itself, or of whom too little is known, is listed with the reason and never counted as able.
 */
import type { Said } from '../language';
import { type Ratio, ratio } from '../ratio';
import type { CareMarket, ContractedSum, MarketProvider } from './market';

export type Where = 'REGION' | 'NEIGHBOUR' | 'NATIONAL';

/** Why a contracted provider is not counted as able. */
export const NOT_ABLE = {
  TREDE_4_OR_HIGHER: { en: 'is itself on trede 4 or higher', nl: 'staat zelf op trede 4 of hoger' },
  NOT_ASSESSABLE: { en: 'cannot be assessed', nl: 'is niet te beoordelen' },
  SAME_CONCERN: { en: 'belongs to the same concern', nl: 'hoort bij hetzelfde concern' },
} as const satisfies Readonly<Record<string, Said>>;
export type NotAble = keyof typeof NOT_ABLE;

export interface Candidate {
  readonly provider: string;
  readonly where: Where;
  /** The regions in or beside the market in which it is contracted for the form; empty when only nationally. */
  readonly regions: readonly string[];
  readonly trede: number | null;
  /** Its own share of the market; null when nothing was declared there. */
  readonly share: Ratio | null;
  /** Yearly contract value there, in cents, that it did not use in the last four quarters; null when unknown. */
  readonly room: bigint | null;
  readonly isAble: boolean;
  readonly reason: NotAble | null;
}

/** From this trede on a provider is in trouble of its own. */
const TROUBLED_FROM_TREDE = 4;

type Values = ReadonlyMap<string, bigint | null>;

export interface Contracts {
  /** Yearly value per contracted provider. */
  readonly inRegion: (careForm: string, region: string) => Values;
  readonly national: (careForm: string) => Values;
}

const NOBODY: Values = new Map();

/** Adds up the contracts of a provider in a market; of unknown value when one of them is. */
export function contractsOf(contracted: readonly ContractedSum[]): Contracts {
  const byForm = new Map<string, Map<string | null, Map<string, bigint | null>>>();
  for (const { provider, careForm, region, annualValue } of contracted) {
    const byRegion = byForm.get(careForm) ?? new Map<string | null, Map<string, bigint | null>>();
    byForm.set(careForm, byRegion);
    const values = byRegion.get(region) ?? new Map<string, bigint | null>();
    byRegion.set(region, values);
    const before = values.has(provider) ? (values.get(provider) ?? null) : 0n;
    values.set(provider, before === null || annualValue === null ? null : before + annualValue);
  }
  return {
    inRegion: (careForm, region) => byForm.get(careForm)?.get(region) ?? NOBODY,
    national: (careForm) => byForm.get(careForm)?.get(null) ?? NOBODY,
  };
}

/** Everybody who is contracted in or near a market: the able first, then by nearness, share and id. */
export function candidatesOf(
  market: CareMarket,
  contracts: Contracts,
  providers: ReadonlyMap<string, MarketProvider>,
  neighbours: ReadonlyMap<string, readonly string[]>,
): Candidate[] {
  const { careForm, region } = market;
  const found = new Map<string, { where: Where; regions: string[] }>();
  const meet = (values: Values, where: Where, at: string | null) => {
    for (const id of values.keys()) {
      const known = found.get(id) ?? { where, regions: [] };
      if (at !== null) known.regions.push(at);
      found.set(id, known);
    }
  };
  meet(contracts.inRegion(careForm, region), 'REGION', region);
  for (const near of [...(neighbours.get(region) ?? [])].sort()) {
    if (near !== region) meet(contracts.inRegion(careForm, near), 'NEIGHBOUR', near);
  }
  meet(contracts.national(careForm), 'NATIONAL', null);
  const here = new Map(market.providers.map((share) => [share.provider, share]));
  return [...found]
    .map(([provider, { where, regions }]): Candidate => {
      const own = here.get(provider);
      const reason = reasonAgainst(providers.get(provider));
      const share = own ? own.share : ratio(0n, market.amount);
      const trede = providers.get(provider)?.trede ?? null;
      const room = own ? unused(own.annualValue, own.amount) : null;
      return { provider, where, regions, trede, share, room, isAble: reason === null, reason };
    })
    .sort(inOrder);
}

const NEARNESS = { REGION: 0, NEIGHBOUR: 1, NATIONAL: 2 } as const satisfies Readonly<Record<Where, number>>;

/** All shares are of one market, so their numerators tell which is larger. */
function inOrder(a: Candidate, b: Candidate): number {
  const shares = (b.share?.numerator ?? 0n) - (a.share?.numerator ?? 0n);
  return (
    Number(b.isAble) - Number(a.isAble) ||
    NEARNESS[a.where] - NEARNESS[b.where] ||
    (shares > 0n ? 1 : shares < 0n ? -1 : 0) ||
    (a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0)
  );
}

/** A provider that nobody knows, such as one outside the early warning system, is not assessable. */
function reasonAgainst(provider: MarketProvider | undefined): NotAble | null {
  if (!provider || provider.trede === null) return 'NOT_ASSESSABLE';
  return provider.trede >= TROUBLED_FROM_TREDE ? 'TREDE_4_OR_HIGHER' : null;
}

function unused(annualValue: bigint | null, amount: bigint): bigint | null {
  if (annualValue === null) return null;
  return annualValue > amount ? annualValue - amount : 0n;
}

/** Who is left when a provider stops: not itself, and nobody of its concern is able. */
export function withoutProvider(
  candidates: readonly Candidate[],
  stops: MarketProvider,
  concerns: ReadonlySet<string>,
): Candidate[] {
  const left: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.provider === stops.id) continue;
    const isKin = candidate.isAble && concerns.has(candidate.provider);
    left.push(isKin ? { ...candidate, isAble: false, reason: 'SAME_CONCERN' } : candidate);
  }
  return left;
}
