/** The rules of the model as tables, made from the rules themselves. */
import { INDICATORS, type IndicatorDefinition } from '../../domain/indicators';
import { MODELS, PRESENT } from '../../domain/models';
import { limitInWords } from '../../domain/quantity';
import { toNumber } from '../../domain/ratio';
import { RATIOS, type RatioDefinition } from '../../domain/ratios';
import { type AnswerIndicator, type RatioIndicator, type Scorecard } from '../../domain/scorecard';
import { BASES, LADDER_SUBJECTS } from '../../domain/vocabulary';
import { numbers, table, words } from './markdown';

const CARD: Scorecard = PRESENT.scorecard;

export function ladder(): string {
  const rows = PRESENT.ladder.criteria.map(({ trede, subject, en, nl, basis }) => [
    String(trede),
    LADDER_SUBJECTS[subject].nl,
    en,
    nl,
    BASES[basis].nl,
  ]);
  return table([numbers('trede'), words('onderwerp'), words('holds when'), words('in Dutch'), words('basis')], rows);
}

export function scorecard(): string {
  const rows = CARD.indicators.map((one) => ('ratio' in one ? ofRatio(one) : ofAnswer(one)));
  return table([words('indicator'), words('in Dutch'), words('formula'), words('points')], rows);
}

function ofRatio({ ratio, riskIs, bands }: RatioIndicator): string[] {
  const { en, nl, formula, unit }: RatioDefinition = RATIOS[ratio];
  const side = riskIs === 'BELOW' ? '<' : '>';
  const points = bands.map(
    ({ than, points: given }) => `${given} if ${side} ${limitInWords(toNumber(than), unit, 'en')}`,
  );
  return [en, nl, formula.en, points.join(', ')];
}

const ofAnswer = ({ en, nl, points }: AnswerIndicator): string[] => [
  en,
  nl,
  'answer of the provider (8g b15)',
  `${points} if yes`,
];

export function cuts(): string {
  const { HIGH, MIDDLE } = CARD.cuts;
  return `From ${HIGH} of 100 points a provider is HIGH (hoog), from ${MIDDLE} MIDDLE (middel), below that LOW (laag).`;
}

/** The scorecards of other models, which stand beside the present one to be compared. */
export function otherCuts(): string {
  const others: readonly Scorecard[] = MODELS.filter((model) => model !== PRESENT).map((model) => model.scorecard);
  return others
    .map(({ version, cuts: { HIGH, MIDDLE } }) => `${version}: HIGH from ${HIGH}, MIDDLE from ${MIDDLE}`)
    .join('; ');
}

/** A line each: what it is, how it is worked out, when it is beyond a limit of whom, and on what ground it is delivered. */
export function indicators(): string {
  const listed: readonly IndicatorDefinition[] = INDICATORS;
  return listed
    .map((one) => `- **${one.en}** (${one.nl}): ${one.formula.en}. ${beyond(one)}. *${one.basis.en}*`)
    .join('\n');
}

function beyond({ better, thresholds, unit }: IndicatorDefinition): string {
  if (thresholds.length === 0) return 'No limit: a person weighs it';
  const side = better === 'HIGHER' ? 'Below' : 'Above';
  const limits = thresholds.map(
    (limit) => `${limitInWords(toNumber(limit.at), unit, 'en')} (${BASES[limit.basis].nl})`,
  );
  return `${side} ${limits.join(', ')}`;
}
