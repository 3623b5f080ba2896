import type { Input } from '../facts';
import type { Said } from '../language';
import { LIMITS } from '../limits';
import { type Missing, useless } from '../missing';
import { labelAt } from '../period';
import { legalBasis } from './basis';
import type { FactsByPeriod } from './facts-by-period';
import type { IndicatorDefinition } from './indicator';
import { known, unknown } from './measure';
import type { QuarterEnd } from './quarter-end';

const CLIENTS = {
  en: 'A client is a municipality that was declared to. Not assessable when one of the four quarters has no declarations; a client to whom no more than 0 was declared in all is left out.',
  nl: 'Een opdrachtgever is een gemeente waar is gedeclareerd. Niet te beoordelen als een van de vier kwartalen geen declaraties heeft; een opdrachtgever waar in totaal niet meer dan 0 is gedeclareerd telt niet mee.',
} as const satisfies Said;

/**
 * How much depends on one client. From what was declared to each client over the last four quarters, and only when each of
 * the four has declarations: a year with a hole would point at the wrong client. It does not fall back on contract values:
 * a region that contracts for ten municipalities is one client there and ten here, and a step from the one measure to the
 * other would look like a trend. A client to whom corrections exceed production brings in nothing, and is left out.
 */
export const LARGEST_CLIENT = {
  code: 'largestClient',
  en: 'share of the largest client',
  nl: 'aandeel van de grootste opdrachtgever',
  unit: 'FRACTION',
  formula: {
    en: 'declared to the largest client / declared to all clients, over the last four quarters',
    nl: 'gedeclareerd bij de grootste opdrachtgever / gedeclareerd bij alle opdrachtgevers, over de laatste vier kwartalen',
  },
  note: CLIENTS,
  better: 'LOWER',
  basis: legalBasis('3'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.largestClientHigh],
  measure(facts, at) {
    const { clients, total, missing } = facts.once(clientsOfYear, at);
    const [largest] = clients;
    if (!largest) return unknown(missing);
    const inputs = [inputFor(largest, at), inputFor(['declarations', total], at)];
    return known({ numerator: largest[1], denominator: total }, inputs, at.lastDay);
  },
} as const satisfies IndicatorDefinition;

/** The Herfindahl index: 1 is one client, 0.25 is four equal ones. Also sees two large clients beside many small ones. */
export const HERFINDAHL = {
  code: 'herfindahl',
  en: 'concentration of revenue (Herfindahl)',
  nl: 'omzetconcentratie (Herfindahl)',
  unit: 'INDEX',
  formula: {
    en: 'sum over the clients of (declared to the client / declared to all clients) squared, over the last four quarters',
    nl: 'som over de opdrachtgevers van (gedeclareerd bij de opdrachtgever / gedeclareerd bij alle opdrachtgevers) in het kwadraat, over de laatste vier kwartalen',
  },
  note: CLIENTS,
  better: 'LOWER',
  basis: legalBasis('3'),
  every: 'QUARTER',
  comparesWith: 'PREVIOUS_PERIOD',
  thresholds: [LIMITS.herfindahlHigh],
  measure(facts, at) {
    const { clients, total, missing } = facts.once(clientsOfYear, at);
    if (clients.length === 0) return unknown(missing);
    const squares = clients.reduce((sum, [, amount]) => sum + amount * amount, 0n);
    const inputs = clients.map((client) => inputFor(client, at));
    return known({ numerator: squares, denominator: total * total }, inputs, at.lastDay);
  },
} as const satisfies IndicatorDefinition;

type Client = readonly [code: string, cents: bigint];

interface ClientsOfYear {
  /** The largest first, equal ones by code; empty when it cannot be known. */
  readonly clients: readonly Client[];
  readonly total: bigint;
  readonly missing: readonly Missing[];
}

const QUARTERS = [3, 2, 1, 0] as const;

function clientsOfYear({ clients }: FactsByPeriod, { index, label }: QuarterEnd): ClientsOfYear {
  const absent = QUARTERS.filter((ago) => !clients.has(index - ago));
  if (absent.length > 0) return none(absent.map((ago) => `declarations ${labelAt(index - ago)}`));
  const sums = new Map<string, bigint>();
  for (const ago of QUARTERS) {
    for (const [code, amount] of clients.get(index - ago) ?? []) sums.set(code, (sums.get(code) ?? 0n) + amount);
  }
  const paying = [...sums].filter(([, amount]) => amount > 0n).sort(byAmount);
  if (paying.length === 0) return none([useless(`declarations ${label}`)]);
  return { clients: paying, total: paying.reduce((sum, [, amount]) => sum + amount, 0n), missing: [] };
}

function none(missing: readonly Missing[]): ClientsOfYear {
  return { clients: [], total: 0n, missing };
}

function byAmount([a, more]: Client, [b, less]: Client): number {
  return more === less ? (a < b ? -1 : 1) : more > less ? -1 : 1;
}

function inputFor([name, cents]: Client, { label }: QuarterEnd): Input {
  return { name, value: Number(cents), period: label, source: 'DELIVERY' };
}
