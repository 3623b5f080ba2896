import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { FIGURE_SOURCES, type FigureSource, INDICATOR_TRENDS, type IndicatorTrend } from '../src/domain/vocabulary';
import { Day, Decimal, Id, OneOf, optional, Text, Uuid } from './columns';
import { Provider } from './provider';

/** One number that an indicator was worked out from: stored with it, so that a person can do it again by hand. */
export interface StoredInput {
  name: string;
  value: number;
  /** "2026Q3", "2026H1" or "2026". */
  period: string;
  source: FigureSource;
}

/** A risk indicator of a provider at the end of a quarter (Bijlage 4; 8g). Made again when what it is made from changes. */
@Entity()
@Unique('indicator_of_a_provider_is_made_once_per_quarter', ['providerId', 'quarter', 'code'])
@OneOf('indicator_trend_is_a_known_word', 'trend', INDICATOR_TRENDS)
@OneOf('indicator_source_is_a_known_word', 'source', FIGURE_SOURCES)
@Index(['quarter', 'code', 'value'])
export class Indicator {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  /** The first day of the quarter. */
  @Day() quarter: string;
  /** Of the definition: src/domain/indicators. */
  @Text() code: string;
  /** In the unit of the definition. Null when not assessable. */
  @Decimal(optional) value: string | null;
  /** Of the period it is compared with. */
  @Decimal(optional) previous: string | null;
  @Text(optional) trend: IndicatorTrend | null;
  /** Codes of the thresholds it is on the wrong side of, with spaces between; null when of none. */
  @Text(optional) crossed: string | null;
  @Day(optional) asOf: string | null;
  @Text(optional) source: FigureSource | null;
  @Column('jsonb') inputs: StoredInput[];
  /** What keeps it from being known: "sickness 2026H1". */
  @Text(optional) missing: string | null;
  /** Of all of the above: who makes it again writes only what is another. */
  @Uuid() digest: string;
}
