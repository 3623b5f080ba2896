/**
 * Mismatch 5, first step: which report of the provider is about the same contract as which report of the client. Same
 * client, same form of care, terms that overlap; the best overlap first, then the nearest value, then by id, so that the
 * outcome does not depend on the order in which the reports came in.
 */
import type { ContractFact } from '../facts';
import { daysInPeriod } from '../period';

/** One contract as both sides see it; one of the two is null when only the other side reports it. */
export interface ContractPair {
  readonly providerId: string;
  /** "GM0014", "JZ01" or "LTA". */
  readonly client: string;
  /** Null for a national contract. */
  readonly region: string | null;
  readonly careForm: string | null;
  readonly byProvider: ContractFact | null;
  readonly byClient: ContractFact | null;
}

/** The contracts of one provider, paired up. Every report is in exactly one pair. Ids are unique. */
export function pairContracts(providerId: string, contracts: readonly ContractFact[]): ContractPair[] {
  const reports = contracts.map((fact): Report => ({ fact, isTaken: false }));
  const paired = [
    ...matchWithin(reports, ({ client, careForm }) => `${client}|${careForm ?? ''}`, isAlways),
    // Providers are asked for client and value only (Bijlage 4, providers 7): a form that is unknown is not another form.
    ...matchWithin(reports, ({ client }) => client, isFormUnknown),
  ];
  const single = reports.filter(({ isTaken }) => !isTaken).map(({ fact }) => singleOf(providerId, fact));
  return [...paired.map(([byProvider, byClient]) => pairOf(providerId, byProvider, byClient)), ...single].sort(inOrder);
}

/** Whether a pair counts on a day: either side says that the contract runs on it. */
export function runsOn({ byProvider, byClient }: ContractPair, day: string): boolean {
  return [byProvider, byClient].some(
    (side) => side !== null && side.startsOn <= day && (side.endsOn === null || side.endsOn > day),
  );
}

interface Report {
  readonly fact: ContractFact;
  isTaken: boolean;
}

interface Candidate {
  readonly ours: Report;
  readonly theirs: Report;
  /** The first and, half-open, the last day that both have. */
  readonly from: string;
  readonly to: string;
}

/** How well two reports fit. Worked out only where there is something to choose: most groups have one candidate. */
interface Fit extends Candidate {
  readonly overlapDays: number;
  /** In cents; null when one value is unknown, which is farther than any distance. */
  readonly distance: bigint | null;
}

/** Days are compared as they are written. */
const FOR_EVER = '9999-12-31';

/** Takes the best candidates of every group, one after the other, until none is left. */
function matchWithin(
  reports: readonly Report[],
  groupOf: (fact: ContractFact) => string,
  canPair: (ours: ContractFact, theirs: ContractFact) => boolean,
): [byProvider: ContractFact, byClient: ContractFact][] {
  const groups = new Map<string, { ours: Report[]; theirs: Report[] }>();
  for (const report of reports) {
    if (report.isTaken) continue;
    const key = groupOf(report.fact);
    const group = groups.get(key) ?? { ours: [], theirs: [] };
    groups.set(key, group);
    (report.fact.reportedBy === 'PROVIDER' ? group.ours : group.theirs).push(report);
  }
  const taken: [ContractFact, ContractFact][] = [];
  for (const { ours, theirs } of groups.values()) {
    for (const { ours: own, theirs: other } of candidates(ours, theirs, canPair)) {
      if (own.isTaken || other.isTaken) continue;
      own.isTaken = true;
      other.isTaken = true;
      taken.push([own.fact, other.fact]);
    }
  }
  return taken;
}

/** Who could pair, the best fit first. */
function candidates(
  ours: readonly Report[],
  theirs: readonly Report[],
  canPair: (ours: ContractFact, theirs: ContractFact) => boolean,
): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const own of ours) {
    for (const other of theirs) {
      const from = own.fact.startsOn > other.fact.startsOn ? own.fact.startsOn : other.fact.startsOn;
      const [end, otherEnd] = [own.fact.endsOn ?? FOR_EVER, other.fact.endsOn ?? FOR_EVER];
      const to = end < otherEnd ? end : otherEnd;
      if (from < to && canPair(own.fact, other.fact)) found.push({ ours: own, theirs: other, from, to });
    }
  }
  return found.length > 1 ? found.map(fitOf).sort(byFit) : found;
}

function fitOf(candidate: Candidate): Fit {
  const { ours, theirs, from, to } = candidate;
  return { ...candidate, overlapDays: daysInPeriod(from, to), distance: distanceOf(ours.fact, theirs.fact) };
}

function byFit(a: Fit, b: Fit): number {
  return (
    b.overlapDays - a.overlapDays ||
    byDistance(a.distance, b.distance) ||
    order(a.ours.fact.id, b.ours.fact.id) ||
    order(a.theirs.fact.id, b.theirs.fact.id)
  );
}

function byDistance(a: bigint | null, b: bigint | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order(a, b);
}

function distanceOf({ annualValue: ours }: ContractFact, { annualValue: theirs }: ContractFact): bigint | null {
  if (ours === null || theirs === null) return null;
  return ours > theirs ? ours - theirs : theirs - ours;
}

const isAlways = () => true;

function isFormUnknown(ours: ContractFact, theirs: ContractFact): boolean {
  return (ours.careForm === null) !== (theirs.careForm === null);
}

function pairOf(providerId: string, byProvider: ContractFact, byClient: ContractFact): ContractPair {
  const { client, region, careForm } = byClient;
  return {
    providerId,
    client,
    region: region ?? byProvider.region,
    careForm: careForm ?? byProvider.careForm,
    byProvider,
    byClient,
  };
}

function singleOf(providerId: string, fact: ContractFact): ContractPair {
  const { client, region, careForm, reportedBy } = fact;
  const sides = reportedBy === 'PROVIDER' ? { byProvider: fact, byClient: null } : { byProvider: null, byClient: fact };
  return { providerId, client, region, careForm, ...sides };
}

function inOrder(a: ContractPair, b: ContractPair): number {
  const [first, second] = [a.byClient ?? a.byProvider, b.byClient ?? b.byProvider];
  return (
    order(a.client, b.client) ||
    order(a.careForm ?? '', b.careForm ?? '') ||
    order(first?.startsOn ?? '', second?.startsOn ?? '') ||
    order(first?.id ?? '', second?.id ?? '')
  );
}

function order<T extends string | bigint>(a: T, b: T): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
