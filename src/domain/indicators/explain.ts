/** Says an indicator in one or two plain sentences: what it is, which limits it is beyond, how it moved, or what is missing. */
import { enumerate, type Language, type Said } from '../language';
import { LIMITS, type Limit, sayLimit } from '../limits';
import { missingInWords } from '../missing';
import { decimalsApart, inWords } from '../quantity';
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
  BETTER: { en: 'better', nl: 'verbeterd' },
  SAME: { en: 'the same', nl: 'gelijk gebleven' },
  WORSE: { en: 'worse', nl: 'verslechterd' },
  NEARLY: { en: 'nearly the same', nl: 'vrijwel gelijk gebleven' },
} as const satisfies Readonly<Record<string, Said>>;

/** "Solvency: 8.3% (equity / balance total); below 10% is problematic by covenant ch. 3. Before: 9.1%, worse." */
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
  const { unit } = definition;
  const nearest = limits.at(-1);
  // The same for all, so that 18.81% is not told beside 18.8%.
  const decimals = decimalsApart(value, [nearest ? toNumber(nearest.at) : null, previous], unit);
  const beyond = limits.map((limit) => sayLimit(limit, unit, language));
  const sentence = `${name}: ${inWords(value, unit, language, decimals)} (${definition.formula[language]})${beyond.length > 0 ? `; ${enumerate(beyond, language)}` : ''}.`;
  if (previous === null) return sentence;
  const when = PHRASES[definition.comparesWith === 'PREVIOUS_PERIOD' ? 'before' : 'lastYear'][language];
  return `${sentence} ${when}: ${inWords(previous, unit, language, decimals)}${movement(indicator, language)}.`;
}

/** The trend is that of the exact values, and these may be the same in every decimal that is kept. */
function movement({ value, previous, trend }: ExplainableIndicator, language: Language): string {
  if (trend === null) return '';
  return `, ${PHRASES[trend !== 'SAME' && value === previous ? 'NEARLY' : trend][language]}`;
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
