/**
 * Our own scorecard ("eigen model"), a lens beside the ladder and never a substitute for it. Indicators, bands, points and
 * cuts are data of a version: change one, and it is another version. It has no published basis; the only outcome it can
 * be held against is that of 2019: of 226 providers 36 % high, 40 % middle and 24 % low (31 839, nr. 768).
 */
import type { QuarterFigures } from './figures';
import type { Said } from './language';
import { compareRatios, divideRounded, fraction, type Ratio, toNumber } from './ratio';
import { RATIOS, type RatioCode, ratioOf } from './ratios';
import type { RiskClass } from './vocabulary';

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

export interface Scorecard {
  readonly version: string;
  readonly label: Said;
  readonly indicators: readonly (RatioIndicator | AnswerIndicator)[];
  /** From so many of 100 points a provider is in the class; below the last it is LOW. */
  readonly cuts: Readonly<Record<Exclude<RiskClass, 'LOW'>, number>>;
}

const percent = (of100: bigint) => fraction(of100, 100n);

// biome-ignore format: it is a table, and is read as one
export const SCORECARD = {
  version: 'scorecard-1',
  label: { en: 'own model', nl: 'eigen model' },
  indicators: [
    { ratio: 'solvency',          riskIs: 'BELOW', bands: [{ than: percent(10n), points: 4 }, { than: percent(20n), points: 3 },  { than: percent(30n), points: 2 },        { than: percent(40n), points: 1 }] },
    { ratio: 'equityToRevenue',   riskIs: 'BELOW', bands: [{ than: percent(5n), points: 3 },  { than: percent(15n), points: 2 },  { than: percent(25n), points: 1 }] },
    { ratio: 'profitability',     riskIs: 'BELOW', bands: [{ than: percent(-2n), points: 4 }, { than: percent(0n), points: 3 },   { than: fraction(15n, 1000n), points: 2 }, { than: percent(3n), points: 1 }] },
    { ratio: 'currentRatio',      riskIs: 'BELOW', bands: [{ than: percent(70n), points: 4 }, { than: percent(100n), points: 3 }, { than: percent(130n), points: 2 },       { than: percent(160n), points: 1 }] },
    { ratio: 'daysCash',          riskIs: 'BELOW', bands: [{ than: fraction(15n), points: 3 }, { than: fraction(30n), points: 2 }, { than: fraction(60n), points: 1 }] },
    { ratio: 'pnilRatio',         riskIs: 'ABOVE', bands: [{ than: percent(35n), points: 3 }, { than: percent(21n), points: 2 },  { than: percent(13n), points: 1 }] },
    { ratio: 'nonBillableShare',  riskIs: 'ABOVE', bands: [{ than: percent(5n), points: 2 },  { than: percent(2n), points: 1 }] },
    { ratio: 'budgetRealisation', riskIs: 'BELOW', bands: [{ than: percent(85n), points: 3 }, { than: percent(95n), points: 2 },  { than: percent(100n), points: 1 }] },
    { answer: 'foreseesRisk',     points: 3, en: 'the provider itself foresees a risk', nl: 'de aanbieder voorziet zelf een risico' },
  ],
  cuts: { HIGH: 30, MIDDLE: 15 },
} as const satisfies Scorecard;

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
export function score(figures: QuarterFigures, scorecard: Scorecard = SCORECARD): Score {
  const indicators = scorecard.indicators.map((indicator) =>
    'ratio' in indicator ? scoreRatio(indicator, figures) : scoreAnswer(indicator, figures),
  );
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

function scoreRatio({ ratio: code, riskIs, bands }: RatioIndicator, figures: QuarterFigures): ScoredIndicator {
  const value = ratioOf(code, figures);
  const isIn = ({ than }: Band) =>
    value !== null && (riskIs === 'BELOW' ? compareRatios(value, than) < 0 : compareRatios(value, than) > 0);
  return {
    code,
    en: RATIOS[code].en,
    nl: RATIOS[code].nl,
    value: value && toNumber(value),
    points: value && (bands.find(isIn)?.points ?? 0),
    pointsMax: Math.max(...bands.map(({ points }) => points)),
  };
}

function scoreAnswer({ answer, points, en, nl }: AnswerIndicator, figures: QuarterFigures): ScoredIndicator {
  const isYes = figures[answer];
  return {
    code: answer,
    en,
    nl,
    value: isYes === null ? null : Number(isYes),
    points: isYes === null ? null : isYes ? points : 0,
    pointsMax: points,
  };
}
