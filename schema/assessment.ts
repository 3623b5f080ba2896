import { Int } from 'type-graphql';
import type * as words from '../src/domain/vocabulary';
import { AssessmentCriterion } from './assessment-criterion';
import { listing } from './connection';
import { orders } from './described';
import { CriterionState, Language, RiskClass } from './enums';
import { Indication } from './indication';
import { Count, Filter, Flag, Identity, InQuarter, Moment, Of, type Ref, Some, Text, Type, With } from './leaves';
import { Node } from './node';
import { Provider } from './provider';
import { ScoredIndicator } from './scored-indicator';

@Type(
  'beoordeling',
  "The computed assessment of a provider at the end of a quarter: Kruger's ladder with every criterion (covenant ch. 3), and beside it our own scorecard. Never a decision: that is TredeDecision.",
  Node,
)
export class Assessment extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that is assessed.') provider: Ref<Provider> | null;
  @InQuarter('kwartaal', 'The quarter at whose end it is assessed.') quarter: string | null;
  @Flag('te beoordelen', 'Whether there is a computed trede. A missing figure is never read as "no risk".')
  isAssessable: boolean | null;
  @Count(
    'trede',
    'The highest trede with a criterion that holds, 1 to 5; null when not assessable. Trede 6 is never computed (covenant ch. 3).',
  )
  trede: number | null;
  @Count('vorige trede', 'The computed trede of the quarter before; null when that was not assessable.')
  previousTrede: number | null;
  @Of(() => RiskClass, 'risicoklasse', 'Class on our own scorecard; null when not assessable.')
  riskClass: words.RiskClass | null;
  @Count('punten', 'Points on our own scorecard ("eigen model"); more is worse.') points: number | null;
  @Text('versie van het model', 'Version of the rules with which it was computed: Query.riskModel tells them.')
  modelVersion: string | null;
  @Some(
    () => ScoredIndicator,
    'scorekaart',
    'Every indicator of our own scorecard as it was scored, in the order of the model.',
  )
  scorecard: Ref<ScoredIndicator>[] | null;
  @Some(
    () => Indication,
    'indicaties',
    'What deliveries point at beside the trede, as it is known now (covenant ch. 3). Never part of the trede or the points, and the same beside every model; empty when nothing does.',
  )
  indications: Ref<Indication>[] | null;
  @With('only', () => CriterionState, 'alleen', 'Only criteria in this state. Without it: all.')
  @Some(
    () => AssessmentCriterion,
    'criteria',
    'Every criterion of the ladder as it was judged, with value, limit and source.',
  )
  criteria: Ref<AssessmentCriterion>[] | null;
  @With('language', () => Language, 'taal', 'The language of the text. Without it: Dutch.')
  @Text('toelichting', 'Why it is this trede, in words for people.')
  explanation: string | null;
  @Moment('berekend op', 'When it was computed. Other models than the one in use are as of then, not as of now.')
  computedAt: Date | null;
}

@Filter('beoordelingen', 'assessments')
export class AssessmentFilter {
  @Identity('aanbieder', 'Only assessments of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @InQuarter('kwartaal', 'Only assessments at the end of this quarter.') quarter?: string | null;
  @InQuarter('vanaf', 'Only assessments at the end of this quarter and later ones.') from?: string | null;
  @InQuarter('tot en met', 'Only assessments at the end of this quarter and earlier ones.') to?: string | null;
  @Some(() => Int, 'trede', 'Only assessments with one of these computed treden, 1 to 5.') trede?: number[] | null;
  @Some(() => RiskClass, 'risicoklasse', 'Only assessments with one of these risk classes.')
  riskClass?: words.RiskClass[] | null;
  @Text('versie van het model', 'Assessments by this version of the rules. Without it: by the one in use.')
  modelVersion?: string | null;
}

export const AssessmentSort = orders('AssessmentSort', 'beoordelingen', {
  QUARTER_DESC: 'Latest quarter first.',
  QUARTER_ASC: 'Earliest quarter first.',
});

export const Assessments = listing({
  node: 'Assessment',
  nl: 'beoordelingen',
  type: () => Assessment,
  filter: () => AssessmentFilter,
  orderBy: AssessmentSort,
});
