/** What the signals are made from: what is known of a provider at the end of a quarter, in the least that is needed. */
import type { Explainable } from '../explain';
import type { DeliveryFact } from '../facts';
import type { FigureName } from '../figures';
import type { Said } from '../language';
import type { LimitCode } from '../limits';
import type { MeasureUnit, MismatchAspect, MismatchKind, Verdict } from '../vocabulary';

/** A judged indicator with its words and unit. */
export interface SeenIndicator extends Said {
  readonly code: string;
  /** Null when not assessable. */
  readonly value: number | null;
  readonly unit: MeasureUnit;
  /** The limits it is on the wrong side of. */
  readonly crossed: readonly LimitCode[];
}

export interface SeenMismatch {
  readonly kind: MismatchKind;
  /** What is compared, where one kind compares several things; else null. */
  readonly aspect?: MismatchAspect | null;
  readonly verdict: Verdict;
  /** Difference / expected side, as a fraction; null when there is none. */
  readonly share: number | null;
}

/** A figure that cannot be right, or hardly: one finding, in its own words. */
export interface SeenFinding extends Said {
  readonly code: string;
  /** DO_NOT_COUNT is the graver. */
  readonly severity: 'FLAG' | 'DO_NOT_COUNT';
  /** The names of the figures, and what was delivered. */
  readonly figures: readonly { readonly name: string; readonly value: number }[];
}

/** A contract that ends within six months without a successor, as the indicator of expiring contracts names it. */
export interface EndingContract {
  readonly id: string;
  /** Cents a year; null when unknown. */
  readonly annualValue: number | null;
}

/** One provider at the end of one quarter. */
export interface KnownOfQuarter {
  /** An Assessment, or a row of the assessment table. Null when none was made. */
  readonly assessment: Explainable | null;
  /** What the quarter was assessed on, in cents; null, or absent, when unknown. */
  readonly figures: Readonly<Partial<Record<FigureName, number | null>>>;
  readonly indicators: readonly SeenIndicator[];
  readonly mismatches: readonly SeenMismatch[];
  readonly findings: readonly SeenFinding[];
  readonly endingContracts: readonly EndingContract[];
  /** The provider itself foresees a risk; null when it did not answer. */
  readonly foreseesRisk: boolean | null;
}

/** Nothing is known of the quarter. */
export const NOTHING_KNOWN: KnownOfQuarter = {
  assessment: null,
  figures: {},
  indicators: [],
  mismatches: [],
  findings: [],
  endingContracts: [],
  foreseesRisk: null,
};

/** Meldingen about the provider that came in from `since` up to and including `today`. Each is counted once. */
export interface NewMeldingen {
  /** Care has actually stopped. */
  readonly actual: number;
  /** Care is foreseen to stop. */
  readonly foreseen: number;
  readonly other: number;
  /** The day on which the last one came in that care has stopped, and the last of the others; null when none did. */
  readonly stoppedOn: string | null;
  readonly othersOn: string | null;
}

export const NO_MELDINGEN: NewMeldingen = { actual: 0, foreseen: 0, other: 0, stoppedOn: null, othersOn: null };

export interface SignalFacts {
  readonly subject: string;
  /** The first day of the quarter. */
  readonly quarter: string;
  readonly now: KnownOfQuarter;
  /** The quarter before; null when the provider is new: then nothing can have changed. */
  readonly before: KnownOfQuarter | null;
  readonly deliveries: readonly DeliveryFact[];
  readonly newMeldingen: NewMeldingen;
  /**
   * What passed on a day from `since` up to and including `today` is told. For the signals of a quarter that are made again
   * every day, since stays the first day after the quarter; the next quarter begins where this one stopped.
   */
  readonly since: string;
  readonly today: string;
}
