/**
 * What changed at a provider since the quarter before and deserves a look: one line each. A signal is about a change, so
 * that nothing is said again in the next quarter when nothing changed.
 */
import type { Said } from '../language';
import { SIGNAL_KINDS, type SignalKind, valuesOf } from '../vocabulary';

/** A number that was used. Previous is that of the quarter before; null when there was none. */
export interface Evidence {
  /** The code of a criterion, indicator, mismatch or figure; the id of a contract; or what was counted. */
  readonly name: string;
  /** In the unit of what is named: cents, days, a count, a fraction, a trede; true is 1. Null when unknown. */
  readonly value: number | null;
  readonly previous: number | null;
}

export interface Signal extends Said {
  readonly kind: SignalKind;
  /** Whom it is about: the id of the provider. */
  readonly subject: string;
  /** The first day of the quarter. */
  readonly quarter: string;
  /** Higher is more urgent: see URGENCY. */
  readonly urgency: number;
  /** The day that it rests on: the last of the quarter, or that on which a term passed or the last melding came in. */
  readonly asOf: string;
  readonly evidence: readonly Evidence[];
}

/** What one rule found; who it is about is added once for all. Without a day of its own it rests on the end of the quarter. */
export type Found = Omit<Signal, 'subject' | 'quarter' | 'urgency' | 'asOf'> &
  Partial<Pick<Signal, 'asOf'>> & { readonly gravity: number };

/** With the six decimals of everything that is divided: what is left of binary fractions is no news. */
export function rounded({ name, value, previous }: Evidence): Evidence {
  return { name, value: toSixDecimals(value), previous: toSixDecimals(previous) };
}

const toSixDecimals = (value: number | null) =>
  value === null || Number.isInteger(value) ? value : Math.round(value * 1e6) / 1e6;

/**
 * Our own order, in points: at least so many, and so many more per step. A step is a trede, a term of silence, a tenth of
 * difference. Care that has stopped comes first; arriving on trede 5 comes before anything else; a rise of two treden is
 * half a trede graver than arriving on the same trede in one step; not assessable counts as trede 3 or as the trede it had.
 */
// biome-ignore format: it is a table, and is read as one
export const URGENCY = {
  CARE_STOPPED:        { from: 900, perStep: 0,   step: 'none' },                                    // 900
  TREDE_UP_TWO:        { from: 250, perStep: 100, step: 'the new trede' },                           // 550 - 750
  TREDE_UP:            { from: 200, perStep: 100, step: 'the new trede' },                           // 400 - 700
  BECAME_ASSESSABLE:   { from: 200, perStep: 100, step: 'the new trede' },                           // 400 - 700
  BECAME_UNASSESSABLE: { from: 190, perStep: 100, step: 'the trede it had, at least 3' },            // 490 - 690
  LIMIT_CROSSED:       { from: 100, perStep: 100, step: 'the trede of the criterion; an indicator is 1' }, // 200 - 600
  RISK_FORESEEN:       { from: 520, perStep: 0,   step: 'none' },                                    // 520
  NEW_MELDING:         { from: 480, perStep: 100, step: '1 when care is foreseen to stop' },         // 480 - 580
  SILENCE:             { from: 350, perStep: 100, step: 'the terms passed after the first: of 14, 30 and 60 days' }, // 350 - 550
  CONTRACT_ENDS:       { from: 320, perStep: 0,   step: 'none' },                                    // 320
  NEW_MISMATCH:        { from: 300, perStep: 5,   step: 'whole tenths of difference, at most 10' },  // 300 - 350
  IMPLAUSIBLE_FIGURE:  { from: 250, perStep: 50,  step: '1 when a figure does not count' },          // 250 - 300
} as const satisfies Readonly<Record<SignalKind, { from: number; perStep: number; step: string }>>;

export function urgencyOf(kind: SignalKind, gravity: number): number {
  return URGENCY[kind].from + URGENCY[kind].perStep * gravity;
}

/** "Urgency: 200 + 100 x the new trede." */
export function sayUrgency(kind: SignalKind): string {
  const { from, perStep, step } = URGENCY[kind];
  return perStep === 0 ? `Urgency: ${from}.` : `Urgency: ${from} + ${perStep} x ${step}.`;
}

/**
 * Whose information a signal shows: the row of the authorization table it falls under. Nothing of one row is ever counted
 * into a signal of another, so that no order and no number gives away that a melding exists.
 */
export const SIGNAL_INFORMATION = {
  CARE_STOPPED: 'melding',
  TREDE_UP_TWO: 'assessment',
  TREDE_UP: 'assessment',
  BECAME_ASSESSABLE: 'assessment',
  BECAME_UNASSESSABLE: 'assessment',
  LIMIT_CROSSED: 'assessment',
  RISK_FORESEEN: 'figures',
  NEW_MELDING: 'melding',
  SILENCE: 'delivery',
  CONTRACT_ENDS: 'contracts',
  NEW_MISMATCH: 'mismatchOfProvider',
  IMPLAUSIBLE_FIGURE: 'figures',
} as const satisfies Readonly<Record<SignalKind, string>>;

const RANK: ReadonlyMap<SignalKind, number> = new Map(valuesOf(SIGNAL_KINDS).map((kind, at) => [kind, at]));

/** The most urgent first; then by kind, subject, quarter and words, so that the order is always the same. */
export function inOrder(signals: readonly Signal[]): Signal[] {
  return [...signals].sort(
    (a, b) =>
      b.urgency - a.urgency ||
      (RANK.get(a.kind) ?? 0) - (RANK.get(b.kind) ?? 0) ||
      compare(a.subject, b.subject) ||
      compare(a.quarter, b.quarter) ||
      compare(a.en, b.en),
  );
}

/** By code unit: an order by language would differ between machines. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
