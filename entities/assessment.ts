import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { RISK_CLASSES, type RiskClass } from '../src/domain/vocabulary';
import { Count, Day, Flag, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Provider } from './provider';

/** One criterion of the ladder as it was judged: stored with the assessment, so that it can always be explained. Its words are those of the model. */
export interface StoredCriterion {
  code: string;
  trede: number;
  figure: string;
  basis: 'PUBLISHED' | 'OWN_DEFAULT';
  /** Null when a figure it needs is missing. */
  holds: boolean | null;
  /** The value that was judged: a fraction, an amount in cents, or a number of quarters. */
  value: number | null;
  limit: number | null;
  unit: string;
  as_of: string | null;
  source: string | null;
  missing: string | null;
}

/** One indicator of the scorecard as it was scored. Its words, bands and most points are those of the model. */
export interface StoredScore {
  code: string;
  /** A ratio in its unit; 1 or 0 for an answer. Null when unknown. */
  value: number | null;
  /** Null when unknown. */
  points: number | null;
}

/** The computed trede and risk class of a provider at the end of a quarter, with every criterion (covenant ch. 3). */
@Entity()
@Unique('assessment_of_a_provider_is_made_once_per_quarter_and_model', ['providerId', 'quarter', 'modelVersion'])
@OneOf('assessment_risk_class_is_a_known_word', 'risk_class', RISK_CLASSES)
@Check('assessment_never_computes_trede_6', 'trede between 1 and 5')
@Check('assessment_has_a_trede_when_assessable', 'is_assessable = (trede is not null)')
@Index(['providerId', 'quarter'])
@Index(['quarter', 'trede', 'id'])
// After every delivery the treden of a quarter are counted again: from the index alone.
@Index('assessment_counted_by_quarter', ['quarter', 'modelVersion', 'providerId', 'trede', 'riskClass'])
export class Assessment {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  /** The first day of the quarter. */
  @Day() quarter: string;
  @Flag() isAssessable: boolean;
  @Count(optional) trede: number | null;
  /** The trede of the quarter before, when it was assessable. */
  @Count(optional) previousTrede: number | null;
  @Text(optional) riskClass: RiskClass | null;
  /** Points on the scorecard ("eigen model"). */
  @Count(optional) points: number | null;
  @Text() modelVersion: string;
  @Column('jsonb') criteria: StoredCriterion[];
  /** Every indicator of the scorecard, in its order. */
  @Column('jsonb') score: StoredScore[];
  @Moment() computedAt: Date;
  /** Of all but the moment: who makes it again writes only what is another. */
  @Uuid() digest: string;
  /** The digest of the present model's assessment when this one was made beside it; null of the present model itself. */
  @Uuid(optional) beside: string | null;
}
