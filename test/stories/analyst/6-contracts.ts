/** Contracts as both sides report them, laid side by side one by one. */

import { type Sides, WHOLE_YEAR } from './6-sides';
import { verdictOn } from './6-verdict';
import { type Known, lastDayOf, sum, yearOf } from './calculator';
import type { Told } from './desk';
import type { Dossier } from './providers';

/** One contract: as the provider and as the client reports it. */
export interface Pair {
  readonly byProvider: Told | null;
  readonly byClient: Told | null;
}

/** Both sides give a contract the same reference. */
function pairs({ contracts }: Dossier): Pair[] {
  const references = new Map<string, Pair>();
  for (const contract of contracts) {
    const pair = references.get(contract.reference) ?? { byProvider: null, byClient: null };
    const side = contract.reportedBy === 'PROVIDER' ? 'byProvider' : 'byClient';
    references.set(contract.reference, { ...pair, [side]: contract });
  }
  return [...references.values()];
}

const runs = (contract: Told | null, day: string): boolean =>
  contract !== null && contract.startsOn <= day && (contract.endsOn === null || contract.endsOn > day);

/** The contracts that run on the last day of a quarter, by the word of either side. */
export const pairsOn = (dossier: Dossier, quarter: string): Pair[] =>
  pairs(dossier).filter(({ byProvider, byClient }) =>
    [byProvider, byClient].some((side) => runs(side, lastDayOf(quarter))),
  );

const PARTY: Readonly<Record<string, (code: string) => string>> = {
  MUNICIPALITY: (code) => `municipality:${code}`,
  REGION: (code) => `region:${code}`,
  LTA: () => 'vng',
};

/** Who says nothing of its contracts of that year says nothing of this one. */
function isOtherSilent({ key }: Dossier, { byProvider, byClient }: Pair, year: number, reported: ReadonlySet<string>) {
  if (byProvider && byClient) return false;
  const other = byProvider
    ? (PARTY[byProvider.clientKind] as (code: string) => string)(byProvider.client)
    : `provider:${key}`;
  return !reported.has(`${other} ${year}`);
}

export interface Line {
  readonly what: string | null;
  readonly byProviderCents: Known;
  readonly byClientCents: Known;
  readonly differenceCents: Known;
}

/** What is wrong with a contract: null when both sides agree. Who does not report it says zero, unless it says nothing at all. */
export function lineOf(dossier: Dossier, pair: Pair, quarter: string, reported: ReadonlySet<string>): Line {
  const { byProvider, byClient } = pair;
  const [ours, theirs] = [byProvider?.annualValueCents ?? null, byClient?.annualValueCents ?? null];
  const values = { byProviderCents: ours, byClientCents: theirs };
  if (isOtherSilent(dossier, pair, yearOf(quarter), reported)) {
    return { what: 'OTHER_SIDE_SILENT', ...values, differenceCents: null };
  }
  const differenceCents = sum([byProvider ? ours : 0, theirs === null ? (byClient ? null : 0) : -theirs]);
  if (!byProvider || !byClient)
    return { what: byProvider ? 'ONLY_PROVIDER' : 'ONLY_CLIENT', ...values, differenceCents };
  const verdict = verdictOn('EUR_CENT', { expected: theirs, actual: ours, covered: 1, coverable: 1 });
  const what = { INCOMPLETE: 'VALUE_UNKNOWN', WITHIN_TOLERANCE: null }[verdict as string];
  return { what: what === undefined ? 'VALUE_DIFFERS' : what, ...values, differenceCents };
}

/** 5. What the clients say beside what the provider says, of the contracts that can be compared. */
export function bothSides(dossier: Dossier, quarter: string, reported: ReadonlySet<string>): Sides | null {
  const all = pairsOn(dossier, quarter);
  if (all.length === 0) return null;
  const compared = all.filter((pair) => lineOf(dossier, pair, quarter, reported).differenceCents !== null);
  const of = (side: keyof Pair): Known =>
    compared.length === 0 ? null : sum(compared.map((pair) => pair[side]?.annualValueCents ?? 0));
  const covered = compared.filter(({ byProvider, byClient }) => byProvider && byClient).length;
  return { expected: of('byClient'), actual: of('byProvider'), covered, coverable: all.length, ...WHOLE_YEAR };
}
