/**
 * What is known beside the delivery itself. A reader of the database can fill it with one statement per member, for one
 * delivery or for many at once: every member is a flat list of facts about the party that delivers.
 */
import type { QuarterFigures } from '../../figures';
import type { KeptValue } from '../filled';

/** A value that was delivered before, or by another uitvraag, in the form in which it is kept: cents, fractions, counts. */
export interface KnownFigure {
  /** The figure item; of an item that becomes no figure its code, such as "A5.7". */
  readonly item: string;
  /** Half-open. */
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly value: KeptValue;
}

/** Of one closed year, as published (DigiMV). In cents; null when it is not there. */
export interface AnnualAccount {
  readonly year: number;
  readonly revenue: bigint | null;
  readonly equity: bigint | null;
  readonly balanceTotal: bigint | null;
}

/** A contract, by whoever reported it. */
export interface KnownContract {
  /** The other party: the code of the client for a provider ("GM0014", "JZ01", "LTA"), the KvK number for a client. */
  readonly counterpart: string;
  readonly careForm: string | null;
  readonly startsOn: string;
  /** The last day itself, as it is filled in; null when no end was agreed. */
  readonly lastDay: string | null;
  /** In cents. */
  readonly annualValue: bigint | null;
  /** Lump sums of a task are not declared. */
  readonly isDeclared: boolean;
}

/** What a municipality spent in an earlier quarter of the year, per form of care, in cents. */
export interface KnownRealisation {
  readonly careForm: string;
  readonly quarter: string;
  readonly amount: bigint;
}

/** What was declared to one municipality, in cents: of a list that is too long to be read as rows. */
export interface KnownDeclared {
  readonly municipality: string;
  readonly amount: bigint;
}

export interface Known {
  /** Of the party itself, of earlier periods. */
  readonly figures: readonly KnownFigure[];
  readonly annualAccounts: readonly AnnualAccount[];
  /** Contracts that the party itself delivered and that run in the period. */
  readonly ownContracts: readonly KnownContract[];
  /** Contracts that the other side reported with this party: only where both are parties to it. */
  readonly counterpartContracts: readonly KnownContract[];
  readonly realised: readonly KnownRealisation[];
  /** The declarations of this delivery, one per municipality; none when they were not specified. */
  readonly declared: readonly KnownDeclared[];
  /** Municipality to region, for contracts of a region. */
  readonly regionOf: ReadonlyMap<string, string>;
  /** The quarters that count before this one, as the ladder takes them: for a provider. */
  readonly history: readonly QuarterFigures[];
}

export const NOTHING_KNOWN: Known = {
  figures: [],
  annualAccounts: [],
  ownContracts: [],
  counterpartContracts: [],
  realised: [],
  declared: [],
  regionOf: new Map(),
  history: [],
};
