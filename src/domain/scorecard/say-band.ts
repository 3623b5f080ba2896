import type { Language, Said } from '../language';
import { limitInWords } from '../quantity';
import { toNumber } from '../ratio';
import { RATIOS } from '../ratios';
import type { RatioIndicator, ScorecardIndicator } from './scorecard';

const SIDES = {
  BELOW: {
    in: { en: 'below {limit}', nl: 'onder {limit}' },
    out: { en: 'not below {limit}', nl: 'niet onder {limit}' },
  },
  ABOVE: {
    in: { en: 'above {limit}', nl: 'boven {limit}' },
    out: { en: 'not above {limit}', nl: 'niet boven {limit}' },
  },
} as const satisfies Readonly<Record<RatioIndicator['riskIs'], { in: Said; out: Said }>>;
const YES = { en: 'yes', nl: 'ja' } as const satisfies Said;
const NO = { en: 'no', nl: 'nee' } as const satisfies Said;

/** The band that gave so many points, in words: "below 20%"; without points "not below 40%". Of an answer yes or no. */
export function sayBand(indicator: ScorecardIndicator, points: number, language: Language): string {
  if (!('ratio' in indicator)) return (points > 0 ? YES : NO)[language];
  const { bands, riskIs, ratio } = indicator;
  const band = bands.find((one) => one.points === points);
  const edge = band ?? bands.at(-1);
  const limit = edge ? limitInWords(toNumber(edge.than), RATIOS[ratio].unit, language) : '';
  return SIDES[riskIs][band ? 'in' : 'out'][language].replace('{limit}', limit);
}

/** Every number of points that it can give, with the most first: those of its bands, and none. */
export function pointsOf(indicator: ScorecardIndicator): readonly number[] {
  return 'ratio' in indicator ? [...indicator.bands.map(({ points }) => points), 0] : [indicator.points, 0];
}
