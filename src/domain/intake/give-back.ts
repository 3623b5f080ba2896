/**
 * What a party gets back for its figures at once: where they stand on the ladder, which limits are near, and its own trend.
 * It is about its own figures only, and is no decision: a trede is decided by people.
 */

import type { QuarterFigures } from '../figures';
import { fill } from '../fill';
import type { ComputedTrede } from '../ladder/criteria';
import { enumerate, type Language, type Said } from '../language';
import { addQuarters } from '../period';
import { inWords } from '../quantity';
import { compareRatios, fraction, sizeOf, toNumber } from '../ratio';
import { RATIO_CODES, RATIOS, type RatioCode, type RatioDefinition, ratioOf } from '../ratios';
import type { IndicatorTrend } from '../vocabulary';
import { type CriterionDistance, distanceToLimits } from '../what-if/distance';
import { answered } from './coherence/answered';
import { withDelivery } from './coherence/as-quarter';
import type { Known } from './coherence/known';
import type { Form } from './form';
import type { KeptSections } from './kept';

/** A limit is near when a change of at most a tenth of one figure crosses it (own default). */
const NEAR = fraction(1n, 10n);
const QUARTERS_BACK = 4;

export interface OwnTrend extends Said {
  readonly ratio: RatioCode;
  /** The four quarters before and this one, the oldest first; null when not known. Rounded to 6 decimals. */
  readonly values: readonly (number | null)[];
  /** Against the quarter before; null when it cannot be told, or when neither way is better. */
  readonly trend: IndicatorTrend | null;
}

export interface GiveBack extends Said {
  readonly quarter: string;
  /** Null when not assessable. */
  readonly trede: ComputedTrede | null;
  /** The criteria that these figures meet. */
  readonly met: readonly Said[];
  /** Those that they come near: the smallest change that would meet them, in words. */
  readonly near: readonly Said[];
  readonly trends: readonly OwnTrend[];
}

const SAYS = {
  ladder: {
    nl: 'Met deze cijfers komt u uit op trede {trede}: {met}. Mensen stellen de trede vast, niet dit systeem.',
    en: 'With these figures you come to trede {trede}: {met}. People decide the trede, not this system.',
  },
  nothing: {
    nl: 'Met deze cijfers komt u uit op trede 1: er is niets dat op risico wijst.',
    en: 'With these figures you come to trede 1: nothing points at a risk.',
  },
  unknown: {
    nl: 'Uit deze cijfers alleen is nog geen trede te bepalen: er mist iets.',
    en: 'These figures alone do not tell a trede yet: something is missing.',
  },
  trend: { nl: '{name}: {now}, vorig kwartaal {before}', en: '{name}: {now}, quarter before {before}' },
  first: { nl: '{name}: {now}', en: '{name}: {now}' },
} as const satisfies Readonly<Record<string, Said>>;
const WAYS = {
  BETTER: { nl: ' (beter)', en: ' (better)' },
  SAME: { nl: ' (gelijk)', en: ' (the same)' },
  WORSE: { nl: ' (slechter)', en: ' (worse)' },
} as const satisfies Readonly<Record<IndicatorTrend, Said>>;

/** Null when the delivery is not of a quarter. */
export function giveBack(form: Form, kept: KeptSections, known: Known): GiveBack | null {
  const supposed = withDelivery(answered(form, kept, known));
  if (supposed === null) return null;
  const { history: quarters, quarter } = supposed;
  const { trede, holding, notHolding } = distanceToLimits(quarters, quarter);
  const met = holding.map(({ nl, en }) => ({ nl, en }));
  const say = (language: Language) => conclude(trede, met, language);
  return {
    ...{ quarter, trede, met },
    near: notHolding.flatMap(nearest),
    trends: RATIO_CODES.flatMap((code) => trendOf(code, quarters, quarter) ?? []),
    ...{ nl: say('nl'), en: say('en') },
  };
}

function conclude(trede: ComputedTrede | null, met: readonly Said[], language: Language): string {
  if (trede === null) return SAYS.unknown[language];
  if (trede === 1) return SAYS.nothing[language];
  const said = enumerate(
    met.map((one) => one[language]),
    language,
  );
  return fill(SAYS.ladder[language], { trede: String(trede), met: said });
}

/** The smallest believable change, when it is small. */
function nearest({ distances }: CriterionDistance): Said[] {
  const [closest] = distances;
  if (!closest || closest.needed === null || !closest.isPlausible || closest.share === null) return [];
  const { numerator, denominator } = closest.share;
  const isNear = compareRatios({ numerator: sizeOf(numerator), denominator }, NEAR) <= 0;
  return isNear ? [{ nl: closest.nl, en: closest.en }] : [];
}

function trendOf(ratio: RatioCode, history: readonly QuarterFigures[], quarter: string): OwnTrend | null {
  const exact = Array.from({ length: QUARTERS_BACK + 1 }, (_, at) => {
    const figures = history.find((one) => one.quarter === addQuarters(quarter, at - QUARTERS_BACK));
    return figures ? ratioOf(ratio, figures) : null;
  });
  const [before = null, now = null] = exact.slice(-2);
  if (now === null) return null;
  const { better, unit, ...name }: RatioDefinition = RATIOS[ratio];
  const rose = before && compareRatios(now, before);
  const trend =
    rose === null || better === 'NEITHER'
      ? null
      : rose === 0
        ? 'SAME'
        : rose > 0 === (better === 'HIGHER')
          ? 'BETTER'
          : 'WORSE';
  const say = (language: Language) => {
    const words = {
      name: name[language],
      now: inWords(toNumber(now), unit, language),
      before: before ? inWords(toNumber(before), unit, language) : '',
    };
    const text = fill(SAYS[before ? 'trend' : 'first'][language], words);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${trend ? WAYS[trend][language] : ''}.`;
  };
  return { ratio, values: exact.map((value) => value && toNumber(value)), trend, nl: say('nl'), en: say('en') };
}
