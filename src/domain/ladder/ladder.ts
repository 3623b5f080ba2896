import type { Language } from '../language';
import { LIMITS } from '../limits';
import { limitInWords } from '../quantity';
import { type Ratio, toNumber } from '../ratio';
import { CRITERIA, type Criterion, type CriterionCode } from './criteria';

/** A criterion whose words and limit are ready to be shown. */
export interface ReadyCriterion extends Criterion {
  readonly limitNumber: number;
}

/** A version of the ladder: an assessment names it, so that it can always be told by which limits it was made. */
export interface Ladder {
  readonly version: string;
  readonly criteria: readonly ReadyCriterion[];
  /** A current ratio below this is arrears; also what makes arrears structural. */
  readonly arrearsBelow: Ratio;
}

type OwnDefaultCode = Extract<(typeof CRITERIA)[number], { basis: 'OWN_DEFAULT' }>['code'];
export type OwnLimits = Readonly<Partial<Record<OwnDefaultCode, Ratio>>>;

/** The ladder with other own defaults, under a version of its own. RangeError for a published limit: it cannot change. */
export function ladderWith(version: string, own: OwnLimits): Ladder {
  const changed: Readonly<Partial<Record<CriterionCode, Ratio>>> = own;
  if (CRITERIA.some(({ code, basis }) => basis === 'PUBLISHED' && changed[code])) {
    throw new RangeError('A published limit cannot be changed.');
  }
  const criteria = CRITERIA.map((criterion) => ready(criterion, changed[criterion.code] ?? criterion.limit));
  return { version, criteria, arrearsBelow: own.CURRENT_RATIO_ARREARS ?? LIMITS.currentRatioArrears.at };
}

function ready(criterion: Criterion, limit: Ratio): ReadyCriterion {
  const limitNumber = toNumber(limit);
  const says = (language: Language) => sayWithLimit(criterion, limitNumber, language);
  return { ...criterion, limit, limitNumber, en: says('en'), nl: says('nl') };
}

/** What a criterion says, with the limit it was judged by. */
export function sayWithLimit(criterion: Criterion, limit: number, language: Language): string {
  return criterion[language].replace('{limit}', limitInWords(limit, criterion.unit, language));
}

/** The ladder as published, with our own defaults where the covenant gives only words. */
export const KRUGER: Ladder = ladderWith('kruger-1', {});
