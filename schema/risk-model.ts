import type * as words from '../src/domain/vocabulary';
import { Basis, Frequency, MeasureUnit } from './enums';
import { always, Exact, Of, type Ref, Some, Text, Type } from './leaves';

@Type('grenswaarde', 'A limit of an indicator: published, or our own default and always shown as such.')
export class IndicatorLimit {
  @Text('indicator', 'Key of the indicator that it is a limit of.', always) indicator: string;
  @Text('code', 'Key of the limit, as in Indicator.crossed.', always) code: string;
  @Exact('grenswaarde', 'The limit, in the unit of the indicator. Exactly at it is never beyond it.', always)
  at: number;
  @Of(() => Basis, 'herkomst', 'Whether it is published or our own default.', always) basis: words.Basis;
  @Text('betekenis', 'What being beyond it means, in Dutch.', always) says: string;
}

@Type('definitie van een indicator', 'What an indicator measures, in words.')
export class IndicatorDefinition {
  @Text('code', 'Key of the indicator, such as "solvency".', always) code: string;
  @Text('naam', 'What people call it, in Dutch.', always) name: string;
  @Text('Engelse naam', 'What people call it, in English.', always) nameEn: string;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of its value.', always) unit: words.MeasureUnit;
  @Text('formule', 'The formula in words, in Dutch.', always) formula: string;
  @Text('Engelse formule', 'The formula in words, in English.', always) formulaEn: string;
  @Text('richting', 'HIGHER or LOWER is better for continuity; NEITHER is for a person to weigh.', always)
  better: string;
  @Of(
    () => Frequency,
    'frequentie',
    'How often it is told. Of a half-year or year, the latest that ended counts.',
    always,
  )
  every: words.Frequency;
  @Text('vergelijking', 'PREVIOUS_PERIOD or SAME_PERIOD_LAST_YEAR.', always) comparesWith: string;
  @Text('grondslag', 'On what ground its figures are delivered, in Dutch.', always) basis: string;
}

@Type(
  'risicomodel',
  "The rules by which providers are assessed: Kruger's ladder, our own scorecard and the indicators. The same for everyone, and public.",
)
export class RiskModel {
  @Text('versie', 'Names the ladder and the scorecard; every assessment says by which version it was made.', always)
  version: string;
  @Some(() => IndicatorDefinition, 'indicatoren', 'Every indicator, in the order in which they are shown.', always)
  indicators: Ref<IndicatorDefinition>[];
  @Some(() => IndicatorLimit, 'grenswaarden', 'Every limit of the indicators.', always) limits: Ref<IndicatorLimit>[];
}
