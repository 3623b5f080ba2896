import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { FIGURE_SOURCES, type FigureSource, UNITS, type Unit } from '../src/domain/vocabulary';
import { Day, Decimal, Flag, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Provider } from './provider';

/** One delivered value, as it was delivered. Series and ratios are made from it, never the other way round. */
@Entity()
@Unique('figure_item_of_a_provider_is_delivered_once_per_version', [
  'providerId',
  'item',
  'periodStart',
  'periodEnd',
  'deliveryId',
])
@OneOf('figure_unit_is_a_known_word', 'unit', UNITS)
@OneOf('figure_source_is_a_known_word', 'source', FIGURE_SOURCES)
@Check('figure_period_is_half_open', 'period_start < period_end')
// Also no NaN and no infinity. A thousand times the budget of the State in cents has sixteen digits.
@Check('figure_value_has_a_size_that_can_be', 'abs(value) < 1e17')
@Index(['providerId', 'periodEnd', 'id'])
// Which of two would be judged by is chance.
@Index('figure_of_an_item_and_period_is_current_once', ['providerId', 'item', 'periodStart', 'periodEnd'], {
  unique: true,
  where: "is_current and source = 'DELIVERY'",
})
export class Figure {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  /** The figure item of the uitvraag definition, such as "net_result". */
  @Text() item: string;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  /** The day on which a stock was measured, or a flow was closed. */
  @Day() asOf: string;
  @Decimal() value: string;
  @Text() unit: Unit;
  /** Year-to-date rather than of the period alone. */
  @Flag() isCumulative: boolean;
  @Text() source: FigureSource;
  /** False when a later version of the delivery replaced it. */
  @Flag({ default: true }) isCurrent: boolean;
}
