/**
 * The two-part test of the English CQC (Market Oversight): how likely is it that a provider fails, and how hard is it to
 * replace? Both answers and the matrix that puts them together are our own defaults: the CQC publishes the idea, no numbers.
 */
import type { Said } from '../language';
import { compareRatios, fraction, type Ratio } from '../ratio';
import type { RiskClass } from '../vocabulary';

export const LEVELS = {
  LOW: { en: 'low', nl: 'laag' },
  MEDIUM: { en: 'medium', nl: 'middel' },
  HIGH: { en: 'high', nl: 'hoog' },
} as const satisfies Readonly<Record<string, Said>>;
export type Level = keyof typeof LEVELS;

const ORDER = ['LOW', 'MEDIUM', 'HIGH'] as const satisfies readonly Level[];

/** Not assessable is never "low": a missing figure is not "no risk". */
const BY_TREDE: Readonly<Record<string, Level>> = { 1: 'LOW', 2: 'LOW', 3: 'MEDIUM', 4: 'HIGH', 5: 'HIGH', 6: 'HIGH' };
const NOT_ASSESSABLE: Level = 'MEDIUM';
/** The scorecard is our own model, so by itself it never says "high". */
const BY_CLASS = { HIGH: 'MEDIUM', MIDDLE: 'LOW', LOW: 'LOW' } as const satisfies Readonly<Record<RiskClass, Level>>;

/** What each lens says by itself; null when the scorecard knows too little. */
export function lensesOf(trede: number | null, riskClass: RiskClass | null) {
  const byTrede: Level = trede === null ? NOT_ASSESSABLE : (BY_TREDE[trede] ?? NOT_ASSESSABLE);
  const byClass: Level | null = riskClass && BY_CLASS[riskClass];
  return { byTrede, byClass };
}

/** The graver of the two lenses. */
export function likelihoodOf(trede: number | null, riskClass: RiskClass | null): Level {
  const { byTrede, byClass } = lensesOf(trede, riskClass);
  return graver(byTrede, byClass ?? 'LOW');
}

/** What makes a provider hard to replace in one market. */
export interface Replaceability {
  readonly isCrucial: boolean;
  /** Its share of the market. */
  readonly share: Ratio | null;
  readonly hhi: Ratio | null;
  /** How many others could take over. */
  readonly able: number;
}

interface DifficultyRule extends Said {
  readonly code: string;
  readonly level: Level;
  readonly holds: (market: Replaceability) => boolean;
}

const isFrom = (value: Ratio | null, percent: bigint) =>
  value !== null && compareRatios(value, fraction(percent, 100n)) >= 0;

/** The first that holds decides; none is LOW. */
// biome-ignore format: it is a table, and is read as one
export const DIFFICULTY_RULES = [
  { code: 'CRUCIAL',        level: 'HIGH',   holds: ({ isCrucial }) => isCrucial,     en: 'a crucial provider',                      nl: 'een cruciale aanbieder' },
  { code: 'NO_ALTERNATIVE', level: 'HIGH',   holds: ({ able }) => able === 0,         en: 'nobody who is contracted could take over', nl: 'geen gecontracteerde aanbieder kan overnemen' },
  { code: 'HALF',           level: 'HIGH',   holds: ({ share }) => isFrom(share, 50n), en: 'half of the care or more',               nl: 'de helft van de zorg of meer' },
  { code: 'FEW',            level: 'MEDIUM', holds: ({ able }) => able <= 2,          en: 'one or two others could take over',       nl: 'een of twee anderen kunnen overnemen' },
  { code: 'QUARTER',        level: 'MEDIUM', holds: ({ share }) => isFrom(share, 25n), en: 'a quarter of the care or more',          nl: 'een kwart van de zorg of meer' },
  { code: 'CONCENTRATED',   level: 'MEDIUM', holds: ({ hhi }) => isFrom(hhi, 25n),    en: 'the market is concentrated (HHI)',        nl: 'de markt is geconcentreerd (HHI)' },
] as const satisfies readonly DifficultyRule[];

export interface Difficulty extends Said {
  readonly level: Level;
  /** Null when no rule holds. */
  readonly code: (typeof DIFFICULTY_RULES)[number]['code'] | null;
}

const REPLACEABLE: Difficulty = {
  level: 'LOW',
  code: null,
  en: 'several others could take over',
  nl: 'meerdere anderen kunnen overnemen',
};

export function difficultyOf(market: Replaceability): Difficulty {
  const rule = DIFFICULTY_RULES.find(({ holds }) => holds(market));
  return rule ? { level: rule.level, code: rule.code, en: rule.en, nl: rule.nl } : REPLACEABLE;
}

/** Likelihood of failure by difficulty to replace. */
// biome-ignore format: it is a table, and is read as one
export const MATRIX = {
  LOW:    { LOW: 'LOW',    MEDIUM: 'LOW',    HIGH: 'MEDIUM' },
  MEDIUM: { LOW: 'LOW',    MEDIUM: 'MEDIUM', HIGH: 'HIGH' },
  HIGH:   { LOW: 'MEDIUM', MEDIUM: 'HIGH',   HIGH: 'HIGH' },
} as const satisfies Readonly<Record<Level, Readonly<Record<Level, Level>>>>;

export function graver(a: Level, b: Level): Level {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}

/** Null of none. */
export function gravest(levels: readonly Level[]): Level | null {
  return levels.reduce<Level | null>((worst, level) => (worst ? graver(worst, level) : level), null);
}
