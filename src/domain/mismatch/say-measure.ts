/** The difference between two sides in any unit, and the margin for it, as people read them. */

import { fill } from '../fill';
import type { Language, Said } from '../language';
import { besideLimit, inWords } from '../quantity';
import { toNumber } from '../ratio';
import type { Margin, MismatchUnit } from './measure';

const PHRASES = {
  more: { en: '{size} more than expected', nl: '{size} meer dan verwacht' },
  less: { en: '{size} less than expected', nl: '{size} minder dan verwacht' },
  points: { en: 'percentage points', nl: 'procentpunten' },
  orElse: { en: '{share} or {amount}, whichever is larger', nl: '{share}, of {amount} als dat meer is' },
} as const satisfies Readonly<Record<string, Said>>;

/** "€ 50 (6.7%) more than expected", "4.0 percentage points less than expected"; null when there is none. Never reads as equal to the margin. */
export function sayDifference(
  [expected, actual]: readonly [expected: number, actual: number],
  unit: MismatchUnit,
  margin: Margin,
  language: Language,
): string | null {
  if (expected === actual) return null;
  const size = rounded(Math.abs(actual - expected));
  const said = unit === 'FRACTION' ? points(size, toNumber(margin.atLeast), language) : inWords(size, unit, language);
  // Of a plan below zero, or without end, no share makes sense: Mismatch.differenceShare has none either.
  const hasShare = expected > 0 && Number.isFinite(expected) && margin.share.numerator > 0n;
  const share = hasShare
    ? besideLimit(rounded(size / Math.abs(expected)), toNumber(margin.share), 'FRACTION', language)
    : null;
  return fill((actual > expected ? PHRASES.more : PHRASES.less)[language], {
    size: share ? `${said} (${share})` : said,
  });
}

/** "5% or € 10,000, whichever is larger", "5.0 percentage points"; null when every difference counts. */
export function sayMargin({ share, atLeast }: Margin, unit: MismatchUnit, language: Language): string | null {
  const part = share.numerator > 0n ? inWords(toNumber(share), 'FRACTION', language, 0) : null;
  const least = atLeast.numerator > 0n ? toNumber(atLeast) : null;
  if (least === null) return part;
  const amount = unit === 'FRACTION' ? points(least, null, language) : inWords(least, unit, language);
  return part === null ? amount : fill(PHRASES.orElse[language], { share: part, amount });
}

function points(size: number, limit: number | null, language: Language): string {
  return `${besideLimit(size, limit, 'FRACTION', language).slice(0, -1)} ${PHRASES.points[language]}`;
}

/** Without the noise of binary fractions: 0.8 - 0.75 is 0.05, and so equal to a margin of 0.05. */
function rounded(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
