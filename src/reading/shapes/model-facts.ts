/** What the planner tells of the models, from the domain: as JSON for a parameter, because it is stored nowhere. */
import { INDICATORS, type IndicatorDefinition } from '../../domain/indicators';
import { FORMULAS } from '../../domain/ladder/formulas';
import type { Language, Said } from '../../domain/language';
import { CODE_OF_LIMIT, sayLimit } from '../../domain/limits';
import { MODELS, type Model, PRESENT } from '../../domain/models';
import { toNumber } from '../../domain/ratio';
import type { Scorecard, ScorecardIndicator } from '../../domain/scorecard';
import { pointsOf, sayBand } from '../../domain/scorecard/say-band';
import { codeOf, mostPoints, nameOf, unitOf } from '../../domain/scorecard/scorecard';
import type { Row } from '../shape';
import type { Statement } from '../statement';

/** The words of both languages by their name in the API. */
const inBoth = (say: (language: Language) => string) => ({ NL: say('nl'), EN: say('en') });
const both = (said: Said) => inBoth((language) => said[language]);
/** Words of a JSON column in the language that is asked for: Dutch without one. */
export const said = (words: string, language: string | null) => `(${words} ->> ${language ?? "'NL'"})`;

const bandsOf = (indicator: ScorecardIndicator) =>
  pointsOf(indicator).map((points) => {
    const band = 'ratio' in indicator ? indicator.bands.find((one) => one.points === points) : undefined;
    return { points, than: band ? toNumber(band.than) : null, says: inBoth((at) => sayBand(indicator, points, at)) };
  });

const scorecardOf = ({ indicators }: Scorecard) =>
  indicators.map((indicator) => ({
    code: codeOf(indicator),
    name: both(nameOf(indicator)),
    unit: unitOf(indicator),
    risk_is: 'ratio' in indicator ? indicator.riskIs : null,
    points_max: mostPoints(indicator),
    bands: bandsOf(indicator),
  }));

const cutsOf = ({ cuts }: Scorecard) => Object.entries({ ...cuts, LOW: 0 }).map(([word, from]) => ({ word, from }));

const ladderOf = ({ ladder }: Model) =>
  ladder.criteria.map(({ code, trede, subject, figure, unit, basis, limitNumber, ...words }) => ({
    ...{ code, trede, subject, figure, unit, basis },
    limit: limitNumber,
    says: both(words),
    formula: both(FORMULAS[figure as keyof typeof FORMULAS]),
  }));

const ALL = JSON.stringify(
  MODELS.map((model) => ({
    version: model.version,
    is_present: model === PRESENT,
    label: both(model.label),
    scorecard: scorecardOf(model.scorecard),
    cuts: cutsOf(model.scorecard),
    ladder: ladderOf(model),
  })),
);

/** Every model as a row, the present one first. */
export const modelRows = (sql: Statement) =>
  `select * from jsonb_to_recordset(${sql.param('model.all', 'jsonb', () => ALL)}) as` +
  ' m(version text, is_present boolean, label jsonb, scorecard jsonb, cuts jsonb, ladder jsonb)';

/** What is the same of an indicator of a scorecard in every assessment: version -> code -> words, unit, most points, bands. */
const SCORED = JSON.stringify(
  Object.fromEntries(
    MODELS.map(({ version, scorecard }) => [
      version,
      Object.fromEntries(
        scorecardOf(scorecard).map(({ code, bands, ...rest }) => {
          const says = Object.fromEntries(bands.map((band) => [band.points, band.says]));
          return [code, { ...rest, bands: says }];
        }),
      ),
    ]),
  ),
);

/** What every criterion says by its model, as one flat list, because it is looked up for every criterion that is read. */
const CRITERIA_WORDS = JSON.stringify(
  Object.fromEntries(
    MODELS.flatMap(({ version, ladder }) =>
      ladder.criteria.flatMap(({ code, ...words }) =>
        Object.entries(both(words)).map(([language, says]) => [`${version} ${code} ${language}`, says]),
      ),
    ),
  ),
);
/** The words of a criterion of an assessment, where `rule` is the version of its model and its code. */
export const criterionWords = (rule: string, sql: Statement, language: string | null) =>
  `(${sql.param('model.criteria', 'jsonb', () => CRITERIA_WORDS)} ->> (${rule} || ' ' || ${language ?? "'NL'"}))`;

/** The indicators in the score of an assessment, each beside what its model says of it. */
export const scoredRows = (assessment: Row, sql: Statement) =>
  `select s.*, ${sql.param('model.scored', 'jsonb', () => SCORED)} -> ${assessment}.model_version -> s.code as model` +
  ` from rows from (jsonb_to_recordset(${assessment}.score) as (code text, value numeric, points int))` +
  ' with ordinality as s order by s.ordinality';

const DEFINITIONS = JSON.stringify(
  INDICATORS.map(({ code, unit, formula, note, better, every, comparesWith, basis, ...name }: IndicatorDefinition) => ({
    ...{ code, unit, better, every, compares_with: comparesWith },
    ...{ name: both(name), formula: both(formula), note: note ? both(note) : null, basis: both(basis) },
  })),
);
export const definitionRows = (sql: Statement) =>
  `select * from jsonb_to_recordset(${sql.param('model.indicators', 'jsonb', () => DEFINITIONS)}) as d(code text, name jsonb,` +
  ' unit text, formula jsonb, note jsonb, better text, every text, compares_with text, basis jsonb)';

const LIMITS_OF_ALL = JSON.stringify(
  INDICATORS.flatMap(({ code, unit, thresholds }) =>
    thresholds.map((limit) => ({
      indicator: code,
      code: CODE_OF_LIMIT.get(limit),
      ...{ at: toNumber(limit.at), basis: limit.basis, says: inBoth((language) => sayLimit(limit, unit, language)) },
    })),
  ),
);
export const limitRows = (sql: Statement) =>
  `select * from jsonb_to_recordset(${sql.param('model.limits', 'jsonb', () => LIMITS_OF_ALL)})` +
  ' as l(indicator text, code text, at numeric, basis text, says jsonb)';
