import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { TRENDS, type Trend } from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Cents, Count, Day, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Municipality } from './municipality';
import { Region } from './region';

/** A municipality's quarterly report on one care form: budget, realised, numbers, trend (Bijlage 4, municipalities 1). */
@Entity()
@OneOf('municipal_report_trend_is_a_known_word', 'trend', TRENDS)
@Check('municipal_report_period_is_half_open', 'period_start < period_end')
@Index(['municipalityCode', 'periodStart', 'id'])
@Index(['regionCode', 'periodStart', 'id'])
@Index(['periodStart', 'careFormCode'])
export class MunicipalReport {
  @Id() id: string;
  @ForeignKey(() => Municipality) @Text() municipalityCode: string;
  @ForeignKey(() => Region) @Text() regionCode: string;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  /** Budget of the whole calendar year. */
  @Cents(optional) budgetCents: string | null;
  /** Costs of this quarter alone. */
  @Cents(optional) realisedCents: string | null;
  /** Young people who received this form of care in the quarter. */
  @Count(optional) clients: number | null;
  @Text(optional) trend: Trend | null;
}
