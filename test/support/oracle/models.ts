/** The models as the language tells them: rules that are the same for everybody, taken from the domain. */

import { INDICATORS, type IndicatorDefinition } from '../../../src/domain/indicators';
import { FORMULAS } from '../../../src/domain/ladder/formulas';
import { LIMITS, type Limit, sayLimit } from '../../../src/domain/limits';
import { MODELS, type Model, PRESENT } from '../../../src/domain/models';
import { toNumber } from '../../../src/domain/ratio';
import { RATIOS } from '../../../src/domain/ratios';
import type { ScorecardIndicator } from '../../../src/domain/scorecard';
import { sayBand } from '../../../src/domain/scorecard/say-band';
import type { Row } from './world';

const indicatorOf = (indicator: ScorecardIndicator): Row => {
  const bands = 'ratio' in indicator ? indicator.bands : [{ points: indicator.points, than: null }];
  const told = 'ratio' in indicator ? RATIOS[indicator.ratio] : indicator;
  return {
    code: 'ratio' in indicator ? indicator.ratio : indicator.answer,
    name: told,
    unit: 'unit' in told ? told.unit : null,
    riskIs: 'ratio' in indicator ? indicator.riskIs : null,
    pointsMax: Math.max(...bands.map(({ points }) => points)),
    bands: [...bands, { points: 0, than: null }].map(({ points, than }) => ({
      points,
      than: than && toNumber(than),
      says: { nl: sayBand(indicator, points, 'nl'), en: sayBand(indicator, points, 'en') },
    })),
  };
};

const modelOf = (model: Model): Row => ({
  version: model.version,
  isPresent: model.version === PRESENT.version,
  label: model.label,
  scorecard: model.scorecard.indicators.map(indicatorOf),
  cuts: [
    { riskClass: 'HIGH', from: model.scorecard.cuts.HIGH },
    { riskClass: 'MIDDLE', from: model.scorecard.cuts.MIDDLE },
    { riskClass: 'LOW', from: 0 },
  ],
  ladder: model.ladder.criteria.map(({ nl, en, limitNumber, ...rest }) => ({
    ...rest,
    limit: limitNumber,
    says: { nl, en },
    formula: FORMULAS[rest.figure as keyof typeof FORMULAS],
  })),
  indicators: INDICATORS.map(({ nl, en, note, ...rest }: IndicatorDefinition) => ({
    ...rest,
    ...{ name: { nl, en }, note: note ?? null },
  })),
  limits: INDICATORS.flatMap(({ code: indicator, unit, thresholds }) =>
    Object.entries<Limit>(LIMITS)
      .filter(([, limit]) => (thresholds as readonly Limit[]).includes(limit))
      .sort(([, a], [, b]) => (thresholds as readonly Limit[]).indexOf(a) - (thresholds as readonly Limit[]).indexOf(b))
      .map(([code, limit]) => ({
        ...{ indicator, code, at: toNumber(limit.at), basis: limit.basis },
        says: { nl: sayLimit(limit, unit, 'nl'), en: sayLimit(limit, unit, 'en') },
      })),
  ),
});

/** Every model, the one in use first. */
export const models: readonly Row[] = MODELS.map(modelOf);

/** What a criterion of an assessment says, by the model of that assessment. */
export function wordsOf({ modelVersion }: Row, criterion: string): unknown {
  const model = models.find(({ version }) => version === modelVersion) as Row;
  return (model.ladder as readonly Row[]).find(({ code }) => code === criterion)?.says;
}

/** The score of an assessment, each indicator beside what the model of that assessment says of it. */
export function scoresOf({ modelVersion, score }: Row): readonly Row[] {
  const model = models.find(({ version }) => version === modelVersion) as Row;
  return (score as readonly Row[]).map((scored) => ({
    ...scored,
    told: (model.scorecard as readonly Row[]).find(({ code }) => code === scored.code),
  }));
}
