/** How often an alarm was right, and how often it was missed. */
import { type Proportion, proportion } from './proportion';

/** One thing that was judged: a quarter of a provider, or a provider. */
export interface Case {
  /** Null when not assessable. */
  readonly isRaised: boolean | null;
  readonly cameTrue: boolean;
}

export interface Tally {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** Not assessable: counted apart, never as "no alarm". */
  readonly notAssessable: { readonly cameTrue: number; readonly didNot: number };
  /** Of the alarms, how many came true. */
  readonly precision: Proportion;
  /** Of what came true, how much was announced. */
  readonly recall: Proportion;
  /** Of what did not come true, how much was announced all the same. */
  readonly falseAlarms: Proportion;
  /** How often it comes true, alarm or not: what guessing would reach. */
  readonly baseRate: Proportion;
  /** Precision as a multiple of the base rate; null when either is undefined or the base rate is zero. */
  readonly lift: number | null;
  /** The harmonic mean of precision and recall; null when either is undefined. */
  readonly f1: number | null;
}

export function tally(cases: readonly Case[]): Tally {
  const count = (isRaised: boolean | null, cameTrue: boolean) =>
    cases.filter((one) => one.isRaised === isRaised && one.cameTrue === cameTrue).length;
  const [truePositives, falsePositives] = [count(true, true), count(true, false)];
  const [falseNegatives, trueNegatives] = [count(false, true), count(false, false)];
  const alarms = truePositives + falsePositives;
  const came = truePositives + falseNegatives;
  const precision = proportion(truePositives, alarms);
  const recall = proportion(truePositives, came);
  const baseRate = proportion(came, alarms + falseNegatives + trueNegatives);
  return {
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives,
    notAssessable: { cameTrue: count(null, true), didNot: count(null, false) },
    precision,
    recall,
    falseAlarms: proportion(falsePositives, falsePositives + trueNegatives),
    baseRate,
    lift: precision.share !== null && baseRate.share ? precision.share / baseRate.share : null,
    f1: alarms > 0 && came > 0 ? (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives) : null,
  };
}
