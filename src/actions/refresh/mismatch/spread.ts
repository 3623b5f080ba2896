/** Over which regions the care of a provider lies on a day, by the value of its contracts. */
import type { ContractFact } from '../../../domain/facts';
import { allot } from '../../../domain/mismatch/allot';
import { NATIONAL } from '../../../domain/mismatch/forms-offered';

type ByRegion = ReadonlyMap<string, bigint>;

export interface Spread {
  /** Where it has contracts, and so where its amounts are allotted to; its seat when no contract is known. */
  readonly regions: readonly string[];
  /** Contract value as the provider reported it, national contracts under LTA; null when it reported none. */
  readonly reported: ByRegion | null;
  /** An amount in cents allotted to regions; null when it is unknown, or there is nothing to allot it by. */
  over(amount: bigint | null): ByRegion | null;
}

export function spreadOn(day: string, contracts: readonly ContractFact[], seat: string): Spread {
  const own = valuesOn(day, contracts, 'PROVIDER');
  // Where the provider did not report its contracts, its clients did.
  const weights = own.size > 0 ? own : valuesOn(day, contracts, 'CLIENT');
  const known = new Map<bigint, ByRegion | null>();
  return {
    regions: weights.size > 0 ? [...weights.keys()].filter((region) => region !== NATIONAL) : [seat],
    reported: own.size > 0 ? own : null,
    over(amount) {
      if (amount === null) return null;
      // The same budget is allotted for several comparisons.
      const found = known.get(amount) ?? allotted(amount, weights);
      known.set(amount, found);
      return found;
    },
  };
}

function valuesOn(day: string, contracts: readonly ContractFact[], side: ContractFact['reportedBy']) {
  const values = new Map<string, bigint>();
  for (const { reportedBy, region, startsOn, endsOn, annualValue } of contracts) {
    if (reportedBy !== side || startsOn > day || (endsOn !== null && endsOn <= day) || annualValue === null) continue;
    values.set(region ?? NATIONAL, (values.get(region ?? NATIONAL) ?? 0n) + annualValue);
  }
  return values;
}

function allotted(amount: bigint, weights: ByRegion): ByRegion | null {
  const [only] = weights.keys();
  return weights.size === 1 ? new Map([[only as string, amount]]) : allot(amount, weights);
}
