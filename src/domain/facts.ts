/**
 * Everything that is known of one provider, in the words of the rules: what the indicators, signals and what-ifs are made
 * from. Null is always "not delivered" and never zero. Amounts are whole euro cents, other numbers exact decimals as ratios.
 */
import type { QuarterFigures } from './figures';
import type { Ratio } from './ratio';
import type { FigureSource } from './vocabulary';

/** Numbers of a quarter that are not money (Bijlage 4, providers 8; 8g b13, b14), and two amounts beside the books. */
export interface QuarterCounts {
  /** The first day of the quarter. */
  readonly quarter: string;
  /** Young people who came into care, moved on within it, and left it. */
  readonly inflow: number | null;
  readonly throughflow: number | null;
  readonly outflow: number | null;
  /** Estimated waiting time in days, and how many wait. */
  readonly waitingDays: number | null;
  readonly waitingCount: number | null;
  /** What the provider itself expects its cash to be at the end of the next quarter, in cents. */
  readonly liquidityForecast: bigint | null;
  /** Current assets less current liabilities in cents, for who is not asked for both (8g b8). */
  readonly workingCapital: bigint | null;
}

/** Personnel over a half-year (Bijlage 4, providers 5). Full-time equivalents and fractions are exact. */
export interface PersonnelHalf {
  /** Half-open, "2026-01-01" to "2026-07-01". */
  readonly start: string;
  readonly end: string;
  readonly staffInflow: number | null;
  readonly staffOutflow: number | null;
  readonly formationPrimary: Ratio | null;
  readonly occupancyPrimary: Ratio | null;
  readonly formationTotal: Ratio | null;
  readonly occupancyTotal: Ratio | null;
  /** Share of working time lost to sickness in the primary process. */
  readonly sickness: Ratio | null;
  readonly personnelCosts: bigint | null;
  readonly hiredStaffCosts: bigint | null;
  readonly vacancies: number | null;
}

/** What is told once a year (Bijlage 4, providers 8): days as a mean, occupancy of beds as a fraction. */
export interface YearCounts {
  readonly year: number;
  readonly treatmentDaysRealised: Ratio | null;
  readonly treatmentDaysEstimated: Ratio | null;
  readonly bedOccupancyRealised: Ratio | null;
  readonly bedOccupancyBudgeted: Ratio | null;
}

/** One contract as one of its two sides reported it. */
export interface ContractFact {
  readonly id: string;
  /** "GM0014", "JZ01" or "LTA". */
  readonly client: string;
  /** The region it is for; null for a national contract. */
  readonly region: string | null;
  readonly careForm: string | null;
  readonly reportedBy: 'PROVIDER' | 'CLIENT';
  /** Half-open; null when it has no agreed end. */
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly annualValue: bigint | null;
}

/** What was declared to one client in one quarter, in cents. */
export interface ClientRevenue {
  readonly quarter: string;
  readonly client: string;
  readonly amount: bigint;
}

/** One delivery that was asked for: its last version. */
export interface DeliveryFact {
  readonly uitvraag: string;
  /** Half-open. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly dueOn: string;
  /** The day of the first version; null when it is missing. */
  readonly submittedOn: string | null;
  /** 1 when it was never corrected. */
  readonly version: number;
}

export interface ProviderFacts {
  readonly quarters: readonly QuarterFigures[];
  readonly counts: readonly QuarterCounts[];
  readonly halves: readonly PersonnelHalf[];
  readonly years: readonly YearCounts[];
  readonly contracts: readonly ContractFact[];
  readonly clients: readonly ClientRevenue[];
  readonly deliveries: readonly DeliveryFact[];
}

/** Nothing is known. A base for tests and for who just joined. */
export const NO_FACTS: ProviderFacts = {
  quarters: [],
  counts: [],
  halves: [],
  years: [],
  contracts: [],
  clients: [],
  deliveries: [],
};

/** One number that a computation used, so that a person can do it again by hand. */
export interface Input {
  /** Name of a figure or count, such as "equity"; or a client or contract. */
  readonly name: string;
  /** As a number in its unit: cents, days, a count, a fraction. */
  readonly value: number;
  /** "2026Q3", "2026H1" or "2026". */
  readonly period: string;
  readonly source: FigureSource;
}
