/**
 * What a market of care is made from: one form of care in one region. The sums are made in SQL; here they are only laid out.
 *
 * - Euros are what was declared over the last four quarters.
 * - Places are young people in care: the municipal reports count them per form and region for the latest quarter, but not
 *   per provider, so a provider's part is allotted by its share of the euros: an estimate. Where municipalities that report
 *   are fewer than 80 %, and care is declared in days and nights, places are the beds that were occupied on average: also an
 *   estimate. Else they are not known. Waiting is what referrals tell: a provider's own waiting list knows no form or region.
 * - A parent form of care is another market than its children: hand over sums on one level.
 */
import type { Ratio } from '../ratio';
import type { RiskClass } from '../vocabulary';

export interface MarketProvider {
  readonly id: string;
  /** Its holding; null when it stands alone. */
  readonly concern: string | null;
  /** In the quarter: as decided by people, or as computed when that is worse. Null when not assessable. */
  readonly trede: number | null;
  /** Whether it is the trede that people decided, and not the computed one. */
  readonly isDecided: boolean;
  readonly riskClass: RiskClass | null;
  /** On our own scorecard; null when too little is known. */
  readonly points: number | null;
  /** A crucial provider (covenant 1.2). */
  readonly isCrucial: boolean;
  /** Share of beds that is occupied, as last told; null when unknown or without beds. */
  readonly bedOccupancy: Ratio | null;
}

/** What a provider declared in a market over the last four quarters. */
export interface DeclaredSum {
  readonly provider: string;
  readonly careForm: string;
  readonly region: string;
  /** Cents. */
  readonly amount: bigint;
  /** Days and nights of stay (etmalen); null when the care is declared in another unit. */
  readonly days: Ratio | null;
}

/** Contracts that run today, per provider and market. One row per contract will do as well: they are added up. */
export interface ContractedSum {
  readonly provider: string;
  readonly careForm: string;
  /** Null for a national contract (LTA): it holds in every region. */
  readonly region: string | null;
  /** Cents a year; null when unknown. */
  readonly annualValue: bigint | null;
}

/** Who asks for the care: one row per market. */
export interface DemandSum {
  readonly careForm: string;
  readonly region: string;
  /** Young people in care in the latest quarter, summed over the municipalities that reported; null when none did. */
  readonly youngPeople: number | null;
  /** Municipalities that reported, and that there are. */
  readonly covered: number;
  readonly coverable: number;
  /** Mean days from referral to start, weighted by starts, over the last four quarters. */
  readonly waitingDays: Ratio | null;
  /** Null when no referral is known there. */
  readonly referrals: number | null;
  readonly starts: number | null;
}

export interface MarketFacts {
  readonly providers: readonly MarketProvider[];
  readonly declared: readonly DeclaredSum[];
  readonly contracted: readonly ContractedSum[];
  readonly demand: readonly DemandSum[];
  /** Regions that border on each other. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
  /** The number of days in the four quarters. */
  readonly days: number;
}

export interface Places {
  /** Young people, or beds; null when neither is known. */
  readonly count: number | null;
  readonly basis: 'MUNICIPAL_REPORTS' | 'DECLARED_DAYS' | null;
  readonly isEstimate: boolean;
}

/** One provider in a market. */
export interface MarketShare {
  readonly provider: string;
  /** Cents over the last four quarters. Zero when it has a contract and declared nothing. */
  readonly amount: bigint;
  /** Of all euros in the market; null when nothing was declared there. Corrections that leave less than zero count as zero. */
  readonly share: Ratio | null;
  readonly places: Places;
  /** Beds, when care is declared in days and the occupancy is known: an estimate. */
  readonly capacity: number | null;
  readonly isContracted: boolean;
  /** Cents a year; null when not contracted there, or of unknown value. */
  readonly annualValue: bigint | null;
}

/** One form of care in one region. */
export interface CareMarket {
  readonly careForm: string;
  readonly region: string;
  /** Cents over the last four quarters. */
  readonly amount: bigint;
  readonly places: Places;
  /** Beds; null unless of every provider that declared days there the occupancy is known. */
  readonly capacity: number | null;
  readonly waitingDays: Ratio | null;
  /** Referred and not yet started in the four quarters; below zero when a backlog was worked away. Null when unknown. */
  readonly waiting: number | null;
  /** The largest first. */
  readonly providers: readonly MarketShare[];
  /** Who have declared there. */
  readonly active: number;
  /** Dependence: the share of the largest provider; null when nothing was declared. */
  readonly largestShare: Ratio | null;
  /** Herfindahl-Hirschman index from 0 to 1: the sum of the squared shares. 1 is one provider. */
  readonly hhi: Ratio | null;
}
