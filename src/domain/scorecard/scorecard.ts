/**
 * What a scorecard is: our own ("eigen model"), a lens beside the ladder and never a substitute for it. Indicators, bands,
 * points and cuts are data of a version: change one, and it is another version.
 */
import type { Said } from '../language';
import type { Ratio } from '../ratio';
import { RATIOS, type RatioCode, type RatioDefinition } from '../ratios';
import type { MeasureUnit, RiskClass } from '../vocabulary';

/** Points for a value below (or above) a limit. The first band that a value falls in gives the points; else none. */
export interface Band {
  readonly than: Ratio;
  readonly points: number;
}

export interface RatioIndicator {
  readonly ratio: RatioCode;
  readonly riskIs: 'BELOW' | 'ABOVE';
  readonly bands: readonly Band[];
}

/** A question the provider answers itself with yes or no. */
export interface AnswerIndicator extends Said {
  readonly answer: 'foreseesRisk';
  readonly points: number;
}

export type ScorecardIndicator = RatioIndicator | AnswerIndicator;

export interface Scorecard {
  readonly version: string;
  readonly label: Said;
  readonly indicators: readonly ScorecardIndicator[];
  /** From so many of 100 points a provider is in the class; below the last it is LOW. */
  readonly cuts: Readonly<Record<Exclude<RiskClass, 'LOW'>, number>>;
}

export const codeOf = (indicator: ScorecardIndicator): string =>
  'ratio' in indicator ? indicator.ratio : indicator.answer;

/** What people call it. */
export const nameOf = (indicator: ScorecardIndicator): Said =>
  'ratio' in indicator ? RATIOS[indicator.ratio] : indicator;

/** Null for an answer: 1 is yes and 0 is no. */
export const unitOf = (indicator: ScorecardIndicator): MeasureUnit | null =>
  'ratio' in indicator ? (RATIOS[indicator.ratio] satisfies RatioDefinition).unit : null;

/** The most points it can give. */
export const mostPoints = (indicator: ScorecardIndicator): number =>
  'ratio' in indicator ? Math.max(...indicator.bands.map(({ points }) => points)) : indicator.points;
