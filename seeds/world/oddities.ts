import { type QuarterNumber, quarterOf } from './calendar';
import { Chance } from './chance';
import type { Provider } from './providers';
import type { Scale, WorldSize } from './size';
import type { Fact } from './tables/figure-lines';

/** Deliveries that cannot be right, and whether a later version put them right. The books stay as they are. */
export interface Oddity {
  readonly kind: keyof typeof SLIPS;
  /** Of personnel: the first quarter of the half-year. */
  readonly quarter: QuarterNumber;
  readonly isCorrected: boolean;
}

/** One each for as many ordinary providers. The small world has the first few. What finds them is src/domain/plausibility. */
// biome-ignore format: it is a table, and is read as one
const ODDITIES: readonly Oddity[] = [
  { kind: 'EQUITY_ABOVE_BALANCE', quarter: quarterOf(2025, 2), isCorrected: false },
  { kind: 'HUNDREDFOLD',          quarter: quarterOf(2024, 4), isCorrected: true },
  { kind: 'SICKNESS_OF_140',      quarter: quarterOf(2025, 3), isCorrected: false },
  { kind: 'THOUSANDFOLD',         quarter: quarterOf(2025, 1), isCorrected: false },
  { kind: 'NEGATIVE_REVENUE',     quarter: quarterOf(2024, 2), isCorrected: false },
  { kind: 'HUNDREDFOLD',          quarter: quarterOf(2026, 3), isCorrected: false },
  { kind: 'THOUSANDFOLD',         quarter: quarterOf(2024, 1), isCorrected: true },
  { kind: 'EQUITY_ABOVE_BALANCE', quarter: quarterOf(2026, 2), isCorrected: true },
  { kind: 'SICKNESS_OF_140',      quarter: quarterOf(2024, 1), isCorrected: false },
];

/** The provider of the examples has one of its own, long ago, so that there is one to show. */
const OF_THE_FIRST: Oddity = { kind: 'SICKNESS_OF_140', quarter: quarterOf(2023, 1), isCorrected: false };

/** What was done wrong: what it makes of the facts of a quarter, and what a later version says of it. */
interface Slip {
  readonly make: (facts: readonly Fact[]) => readonly Fact[];
  readonly correction: string;
}

/** Multiplies amounts. Declared production comes from the declarations themselves, and nobody types it over. */
const multiplied = (factor: number, only?: string) => (facts: readonly Fact[]) =>
  facts.map(([item, value, unit, period]): Fact => {
    const isMeant = only ? item === only : unit === 'EUR_CENT' && item !== 'declared_production';
    return [item, isMeant ? value * factor : value, unit, period];
  });

const SWAPPED: Readonly<Record<string, string>> = { equity: 'balance_total', balance_total: 'equity' };
const swapped = (facts: readonly Fact[]) => facts.map(([item, ...rest]): Fact => [SWAPPED[item] ?? item, ...rest]);

// biome-ignore format: it is a table, and is read as one
const SLIPS = {
  EQUITY_ABOVE_BALANCE: { make: swapped,                    correction: 'Eigen vermogen en balanstotaal waren verwisseld.' },
  NEGATIVE_REVENUE:     { make: multiplied(-1, 'revenue'),  correction: 'De opbrengsten waren met een minteken ingevuld.' },
  HUNDREDFOLD:          { make: multiplied(100),            correction: 'De bedragen waren in centen ingevuld in plaats van in euro’s.' },
  THOUSANDFOLD:         { make: multiplied(1000),           correction: 'De bedragen waren met duizend vermenigvuldigd.' },
  // Told in the personnel report, which is a table of its own.
  SICKNESS_OF_140:      { make: (facts) => facts,           correction: 'Het verzuim van drie teams was opgeteld.' },
} as const satisfies Record<string, Slip>;

/** The sickness that such a slip tells of, as a fraction. */
export const ABSURD_SICKNESS = 1.4;

/** The facts of a quarter, with the slip in them. */
export const withSlip = ({ kind }: Oddity, facts: readonly Fact[]) => SLIPS[kind].make(facts);
export const correctionOf = ({ kind }: Oddity): string => SLIPS[kind].correction;

/** Who slips, once: ordinary providers, so that the slip is the only thing that is wrong with them. */
export function odditiesOf(size: WorldSize, scale: Scale, providers: readonly Provider[]): Map<Provider, Oddity> {
  const ordinary = providers.filter(({ index, isEws, story }) => isEws && index > 0 && story === null);
  const slipping = new Chance(`${size}/oddities`).shuffle(ordinary);
  const others = ODDITIES.slice(0, scale.oddities).map((oddity, at) => [slipping[at] as Provider, oddity] as const);
  return new Map([[providers[0] as Provider, OF_THE_FIRST], ...others]);
}
