/** Our own scorecard ("eigen model"), a lens beside the ladder and never a substitute for it. */
export { type Score, type ScoredIndicator, score } from './score';
export type { AnswerIndicator, Band, RatioIndicator, Scorecard, ScorecardIndicator } from './scorecard';
export { SCORECARD_1, SCORECARD_2 } from './versions';
