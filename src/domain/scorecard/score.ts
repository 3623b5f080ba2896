/** Points and a risk class from the figures of one quarter, indicator by indicator, by a version of the scorecard. */
import type { QuarterFigures } from '../figures';
import type { Said } from '../language';
import { compareRatios, divideRounded, toNumber } from '../ratio';
import { ratioOf } from '../ratios';
import type { RiskClass } from '../vocabulary';
import {
  type AnswerIndicator,
  type Band,
  codeOf,
  mostPoints,
  nameOf,
  type RatioIndicator,
  type Scorecard,
  type ScorecardIndicator,
} from './scorecard';
import { SCORECARD_1 } from './versions';

export interface ScoredIndicator extends Said {
  readonly code: string;
  /** A ratio in its unit; 1 or 0 for an answer. Null when unknown. */
  readonly value: number | null;
  /** Null when unknown: an unknown indicator counts neither as safe nor as risky. */
  readonly points: number | null;
  readonly pointsMax: number;
}

export interface Score {
  readonly version: string;
  /** Of 100: the points of the known indicators as a share of the most they could give. Null without a class. */
  readonly points: number | null;
  /** Null when fewer than half of the indicators are known. */
  readonly riskClass: RiskClass | null;
  readonly known: number;
  readonly indicators: readonly ScoredIndicator[];
}

/** The score of one quarter. */
export function score(figures: QuarterFigures, scorecard: Scorecard = SCORECARD_1): Score {
  const indicators = scorecard.indicators.map((indicator) => scoreOne(indicator, figures));
  const known = indicators.filter(({ points }) => points !== null);
  const given = known.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const most = known.reduce((sum, { pointsMax }) => sum + pointsMax, 0);
  const isEnough = known.length * 2 >= indicators.length && most > 0;
  const points = isEnough ? Number(divideRounded(BigInt(given) * 100n, BigInt(most))) : null;
  return {
    version: scorecard.version,
    points,
    riskClass: points === null ? null : classOf(points, scorecard),
    known: known.length,
    indicators,
  };
}

function classOf(points: number, { cuts }: Scorecard): RiskClass {
  if (points >= cuts.HIGH) return 'HIGH';
  return points >= cuts.MIDDLE ? 'MIDDLE' : 'LOW';
}

function scoreOne(indicator: ScorecardIndicator, figures: QuarterFigures): ScoredIndicator {
  const { en, nl } = nameOf(indicator);
  const scored = 'ratio' in indicator ? scoreRatio(indicator, figures) : scoreAnswer(indicator, figures);
  return { code: codeOf(indicator), en, nl, ...scored, pointsMax: mostPoints(indicator) };
}

type Points = Pick<ScoredIndicator, 'value' | 'points'>;

function scoreRatio({ ratio, riskIs, bands }: RatioIndicator, figures: QuarterFigures): Points {
  const value = ratioOf(ratio, figures);
  if (!value) return { value: null, points: null };
  const wrong = riskIs === 'BELOW' ? -1 : 1;
  const isIn = ({ than }: Band) => compareRatios(value, than) === wrong;
  return { value: toNumber(value), points: bands.find(isIn)?.points ?? 0 };
}

function scoreAnswer({ answer, points }: AnswerIndicator, figures: QuarterFigures): Points {
  const isYes = figures[answer];
  return isYes === null ? { value: null, points: null } : { value: Number(isYes), points: isYes ? points : 0 };
}
