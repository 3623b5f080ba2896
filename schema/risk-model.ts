import type * as words from '../src/domain/vocabulary';
import { Basis, Frequency, LadderSubject, Language, MeasureUnit, RiskClass } from './enums';
import { always, Count, Exact, Flag, Of, type Ref, Some, Text, Type, With } from './leaves';

@Type('grenswaarde', 'A limit of an indicator: published, or our own default and always shown as such.')
export class IndicatorLimit {
  @Text('indicator', 'Key of the indicator that it is a limit of.', always) indicator: string;
  @Text('code', 'Key of the limit, as in Indicator.crossed.', always) code: string;
  @Exact('grenswaarde', 'The limit, in the unit of the indicator. Exactly at it is never beyond it.', always)
  at: number;
  @Of(() => Basis, 'herkomst', 'Whether it is published or our own default.', always) basis: words.Basis;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('betekenis', 'What being beyond it means, with the limit.', always)
  says: string;
}

@Type('definitie van een indicator', 'What an indicator measures, in words.')
export class IndicatorDefinition {
  @Text('code', 'Key of the indicator, such as "solvency".', always) code: string;
  @With('language', () => Language, 'taal', 'The language of the name. Without it: Dutch.')
  @Text('naam', 'What people call it.', always)
  name: string;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of its value.', always) unit: words.MeasureUnit;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('formule', 'The formula in words.', always)
  formula: string;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting op de formule', 'What counts in the formula; null when the formula says it all.')
  note: string | null;
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
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('grondslag', 'On what ground its figures are delivered.', always)
  basis: string;
}

@Type(
  'band van de scorekaart',
  'A band of a scorecard. The first band, from the most points to the least, that a value falls in gives its points.',
)
export class ScorecardBand {
  @Exact('grenswaarde', 'The limit, in the unit of the indicator; null for an answer, and where no band holds.')
  than: number | null;
  @Count('punten', 'The points that it gives.', always) points: number;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'What falls in it, in words: "below 20%". Exactly at a limit is never below or above it.', always)
  says: string;
}

@Type('indicator van de scorekaart', 'An indicator of our own scorecard ("eigen model") with its bands.')
export class ScorecardIndicator {
  @Text('code', 'Key of the indicator, as in ScoredIndicator.code.', always) code: string;
  @With('language', () => Language, 'taal', 'The language of the name. Without it: Dutch.')
  @Text('naam', 'What people call it.', always)
  name: string;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of its value; null for an answer: 1 is yes and 0 is no.')
  unit: words.MeasureUnit | null;
  @Text('risico is', 'On which side of a limit the risk is: BELOW or ABOVE; null for an answer.') riskIs: string | null;
  @Count('meeste punten', 'The most points that it can give.', always) pointsMax: number;
  @Some(() => ScorecardBand, 'banden', 'Its bands, the most points first; the last one gives none.', always)
  bands: Ref<ScorecardBand>[];
}

@Type('snede van de scorekaart', 'From how many of 100 points a provider is in a class of our own scorecard.')
export class ScorecardCut {
  @Of(() => RiskClass, 'risicoklasse', 'The class. The gravest whose number is reached counts.', always)
  riskClass: words.RiskClass;
  @Count('vanaf', 'From so many points, 0 to 100.', always) from: number;
}

@Type('criterium van de ladder', "A criterion of Kruger's ladder, with the limit of this model (covenant ch. 3).")
export class LadderCriterion {
  @Text('code', 'Key of the criterion, as in AssessmentCriterion.code.', always) code: string;
  @Count('trede', 'The trede that it leads to when it holds, 2 to 5.', always) trede: number;
  @Of(() => LadderSubject, 'onderwerp', 'What it looks at.', always) subject: words.LadderSubject;
  @Text('cijfer', 'The figure or ratio that is judged, such as "solvency".', always) figure: string;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('luidt', 'What it says, with its limit.', always)
  says: string;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text(
    'formule',
    'What is measured, in words. Of quarters or years in a row as many as are known to be; it cannot be judged when ones that are not known, or that lie before the history, decide.',
    always,
  )
  formula: string;
  @Exact('grenswaarde', 'The limit, in the unit given.', always) limit: number;
  @Of(() => MeasureUnit, 'eenheid', 'The unit of the limit and of what is judged.', always) unit: words.MeasureUnit;
  @Of(() => Basis, 'herkomst', 'Whether the limit is published or our own default.', always) basis: words.Basis;
}

@Type(
  'risicomodel',
  "The rules by which providers are assessed: Kruger's ladder, our own scorecard and the indicators. The same for everyone, and public. What is divided is shown with six decimals, half away from zero, and held against limits unrounded.",
)
export class RiskModel {
  @Text('versie', 'Names the ladder and the scorecard; every assessment says by which version it was made.', always)
  version: string;
  @Flag('in gebruik', 'Whether it is the one in use: what lists show unless another version is asked for.', always)
  isPresent: boolean;
  @With('language', () => Language, 'taal', 'The language of the label. Without it: Dutch.')
  @Text('aanduiding', 'How the scorecard must be shown: as our own model, because none is published.', always)
  label: string;
  @Some(
    () => LadderCriterion,
    'ladder',
    'Every criterion of the ladder, the gravest first: the highest trede with one that holds is the trede (covenant ch. 3).',
    always,
  )
  ladder: Ref<LadderCriterion>[];
  @Some(
    () => ScorecardIndicator,
    'scorekaart',
    'Every indicator of the scorecard. Points: 100 x the points of the known indicators / the most they could give, rounded half up; none when fewer than half are known.',
    always,
  )
  scorecard: Ref<ScorecardIndicator>[];
  @Some(() => ScorecardCut, 'sneden', 'From how many points a class begins, the gravest first.', always)
  cuts: Ref<ScorecardCut>[];
  @Some(() => IndicatorDefinition, 'indicatoren', 'Every indicator, in the order in which they are shown.', always)
  indicators: Ref<IndicatorDefinition>[];
  @Some(() => IndicatorLimit, 'grenswaarden', 'Every limit of the indicators.', always) limits: Ref<IndicatorLimit>[];
}
