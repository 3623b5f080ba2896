/** Mismatches 1 and 2: a provider's budget beside its production and its contracts, per provider, region and country. */
import { layBeside, type Pair, type Sum } from '../../domain/mismatch/add-up';
import { allot } from '../../domain/mismatch/allot';
import { expectedShare, expectedToDate } from '../../domain/mismatch/expected-share';
import { fractionOfYearPassed, quarterNumber } from '../../domain/period';
import { fraction, type Ratio } from '../../domain/ratio';
import { toCumulative } from '../../domain/series';
import type { MismatchRow } from './mismatch-rows';
import type { ProviderAmounts, Term } from './mismatch-sources';
import type { Window } from './window';

const WHOLE_YEAR = fraction(1n);
const NATIONAL = 'LTA';

/** What one provider contributes to the comparisons of one quarter. */
export interface Contribution {
  readonly providerId: string;
  readonly budget: bigint | null;
  readonly declared: Pair;
  readonly contracts: Pair;
  readonly share: Ratio;
  /** Where it has contracts, and so where its amounts are allotted to; its seat when no contract is known. */
  readonly regions: readonly string[];
  /** The same amounts by region; null when there is nothing to allot them by. */
  readonly budgetIn: ReadonlyMap<string, bigint> | null;
  readonly expectedIn: ReadonlyMap<string, bigint> | null;
  readonly declaredIn: ReadonlyMap<string, bigint> | null;
  readonly contractsIn: ReadonlyMap<string, bigint> | null;
}

/** Contract value by region on a day, as one side reported it. */
function valuesOn(terms: readonly Term[], day: string, side: Term['side']): Map<string, bigint> {
  const values = new Map<string, bigint>();
  for (const term of terms) {
    if (term.side !== side || term.from > day || term.to <= day) continue;
    const region = term.region ?? NATIONAL;
    values.set(region, (values.get(region) ?? 0n) + term.value);
  }
  return values;
}

const total = (values: ReadonlyMap<string, bigint>) => [...values.values()].reduce((sum, value) => sum + value, 0n);

function allotted(amount: bigint | null, weights: ReadonlyMap<string, bigint>): ReadonlyMap<string, bigint> | null {
  if (amount === null || weights.size === 0) return null;
  const [only] = weights.keys();
  return weights.size === 1 ? new Map([[only as string, amount]]) : allot(amount, weights);
}

/** The contributions of one provider, one per quarter of the window. */
export function contributionsOf(
  { provider, budget, declared }: ProviderAmounts,
  terms: readonly Term[],
  { quarters, lastDays }: Window,
): Contribution[] {
  const toDate = toCumulative(quarters.map((quarter, at) => ({ quarter, value: declared[at] ?? null })));
  return quarters.map((quarter, at) => {
    const day = lastDays[at] as string;
    const own = valuesOn(terms, day, 'PROVIDER');
    // Where the provider did not report its contracts, its clients did.
    const weights = own.size > 0 ? own : valuesOn(terms, day, 'CLIENT');
    const lastYear = at - quarterNumber(quarter) - 3;
    const share = expectedShare(quarter, lastYear < 0 ? null : declared.slice(lastYear, lastYear + 4));
    const planned = budget[at] ?? null;
    const expected = expectedToDate(planned, share);
    const actual = toDate[at]?.value ?? null;
    const regions = [...weights.keys()].filter((region) => region !== NATIONAL);
    return {
      providerId: provider.id,
      budget: planned,
      declared: { expected, actual },
      contracts: { expected: planned, actual: own.size > 0 ? total(own) : null },
      share,
      regions: weights.size > 0 ? regions : [provider.seatRegionCode],
      budgetIn: allotted(planned, weights),
      expectedIn: allotted(expected, weights),
      declaredIn: allotted(actual, weights),
      contractsIn: own.size > 0 ? own : null,
    };
  });
}

/** One pair by itself: what is known of one side is shown also when the other is not. */
const alone = ({ expected, actual }: Pair) => ({
  expected,
  actual,
  covered: Number(expected !== null && actual !== null),
  coverable: 1,
});

/** Both kinds for one provider in one quarter. */
export function ofProvider({ providerId, declared, contracts, share }: Contribution, quarter: string): MismatchRow[] {
  const subject = { subject: 'PROVIDER', providerId, quarter } as const;
  return [
    { ...subject, kind: 'BUDGET_VS_DECLARED', sides: alone(declared), expectedShare: share },
    { ...subject, kind: 'BUDGET_VS_CONTRACTS', sides: alone(contracts), expectedShare: WHOLE_YEAR },
  ];
}

type Kind = 'BUDGET_VS_DECLARED' | 'BUDGET_VS_CONTRACTS';
type Sides = MismatchRow['sides'];

/** Over several providers, of which each may have a season of its own, the year passes evenly. */
const shareOver = (kind: Kind, quarter: string) =>
  kind === 'BUDGET_VS_DECLARED' ? fractionOfYearPassed(quarter) : WHOLE_YEAR;

/** One kind for one region in one quarter, over the providers that have contracts there. */
export const ofRegion = (kind: Kind, regionCode: string, quarter: string, sides: Sides): MismatchRow => ({
  ...{ kind, subject: 'REGION', regionCode, quarter, sides },
  expectedShare: shareOver(kind, quarter),
});

/** One kind for the country in one quarter. */
export const ofCountry = (kind: Kind, quarter: string, sides: Sides): MismatchRow => ({
  ...{ kind, subject: 'COUNTRY', quarter, sides },
  expectedShare: shareOver(kind, quarter),
});

/** Mismatch 4: municipal budgets beside the provider budgets allotted to the region by contract value. */
export const budgetsBeside = (
  where: { readonly regionCode: string } | null,
  quarter: string,
  planned: Sum,
  allotted: Sum,
): MismatchRow => ({
  kind: 'MUNICIPAL_VS_PROVIDER_BUDGETS',
  ...(where ? { subject: 'REGION', regionCode: where.regionCode } : { subject: 'COUNTRY' }),
  quarter,
  sides: layBeside(planned, allotted),
  planned,
  expectedShare: WHOLE_YEAR,
});
