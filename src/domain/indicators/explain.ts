/** Says an indicator in one or two plain sentences: what it is, which limits it is beyond, how it moved, or what is missing. */
import { enumerate, type Language, type Said } from '../language';
import { LIMITS, type Limit } from '../limits';
import { missingInWords } from '../missing';
import { besideLimit, inWords, limitInWords } from '../quantity';
import { toNumber } from '../ratio';
import type { IndicatorTrend } from '../vocabulary';
import type { IndicatorDefinition } from './indicator';
import { INDICATORS } from './list';

/** An indicator as it was judged or stored. */
export interface ExplainableIndicator {
  readonly code: string;
  readonly value: number | null;
  readonly previous: number | null;
  readonly trend: IndicatorTrend | null;
  /** Codes of limits. */
  readonly crossed: readonly string[];
  readonly missing: string | null;
}

const BY_CODE: ReadonlyMap<string, IndicatorDefinition> = new Map(INDICATORS.map((one) => [one.code, one]));
const ALL_LIMITS: Readonly<Record<string, Limit>> = LIMITS;

const PHRASES = {
  notAssessable: { en: 'not assessable', nl: 'niet te beoordelen' },
  missing: { en: 'Missing', nl: 'Ontbreekt' },
  before: { en: 'Before', nl: 'Eerder' },
  lastYear: { en: 'A year before', nl: 'Een jaar eerder' },
  BETTER: { en: 'better', nl: 'beter' },
  SAME: { en: 'the same', nl: 'gelijk' },
  WORSE: { en: 'worse', nl: 'slechter' },
} as const satisfies Readonly<Record<string, Said>>;

/** "Solvency: 8.3% (equity / balance total); problematic below (covenant ch. 3): 10%. Before: 9.1%, worse." */
export function explainIndicator(indicator: ExplainableIndicator, language: Language): string {
  const definition = BY_CODE.get(indicator.code);
  if (!definition) return indicator.code;
  const { value, previous, missing } = indicator;
  const name = capital(definition[language]);
  if (value === null) {
    const what = missingInWords([missing], language);
    const head = `${name}: ${PHRASES.notAssessable[language]}.`;
    return what ? `${head} ${PHRASES.missing[language]}: ${what}.` : head;
  }
  const limits = indicator.crossed.flatMap((code) => ALL_LIMITS[code] ?? []);
  const nearest = limits.at(-1);
  const said = besideLimit(value, nearest ? toNumber(nearest.at) : null, definition.unit, language);
  const beyond = limits.map(
    (limit) => `${limit[language]}: ${limitInWords(toNumber(limit.at), definition.unit, language)}`,
  );
  const sentence = `${name}: ${said} (${definition.formula[language]})${beyond.length > 0 ? `; ${enumerate(beyond, language)}` : ''}.`;
  return previous === null ? sentence : `${sentence} ${movement(indicator, definition, previous, language)}`;
}

function movement(
  { trend }: ExplainableIndicator,
  { comparesWith, unit }: IndicatorDefinition,
  previous: number,
  language: Language,
): string {
  const when = PHRASES[comparesWith === 'PREVIOUS_PERIOD' ? 'before' : 'lastYear'][language];
  const how = trend ? `, ${PHRASES[trend][language]}` : '';
  return `${when}: ${inWords(previous, unit, language)}${how}.`;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
