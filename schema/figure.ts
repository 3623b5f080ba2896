import type * as words from '../src/domain/vocabulary';
import { listing } from './connection';
import { Delivery } from './delivery';
import { orders } from './described';
import { FigureSource, Unit } from './enums';
import { Day, Exact, Filter, Flag, Identity, Of, type Ref, Some, Text, Type } from './leaves';
import { Node } from './node';
import { Provider } from './provider';

@Type(
  'cijfer',
  'One value as it was delivered. Quarters and ratios are made from figures, never the other way round (Bijlage 4; Regeling Jeugdwet 8g).',
  Node,
)
export class Figure extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that it is about.') provider: Ref<Provider> | null;
  @Text('item', 'What was asked, as in UitvraagItem.figureItem: such as "net_result".') item: string | null;
  @Day('begin van de periode', 'First day of the period.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the period.') periodEnd: string | null;
  @Day('peildatum', 'The day on which a stock was measured or a flow was closed.') asOf: string | null;
  @Exact('waarde', 'The value, in the unit given; yes is 1 and no is 0.') value: number | null;
  @Of(() => Unit, 'eenheid', 'The unit of the value.') unit: words.Unit | null;
  @Flag('cumulatief', 'Whether it is the total since 1 January rather than of the period alone.')
  isCumulative: boolean | null;
  @Of(() => FigureSource, 'bron', 'Where it comes from: delivered, public accounts or an estimate.')
  source: words.FigureSource | null;
  @Flag('geldend', 'False when a later version of the delivery replaced it.') isCurrent: boolean | null;
  @Of(() => Delivery, 'aanlevering', 'The delivery it came with; null for other sources.')
  delivery: Ref<Delivery> | null;
}

@Filter('cijfers', 'figures')
export class FigureFilter {
  @Identity('aanbieder', 'Only figures of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Some(() => String, 'items', 'Only figures for one of these items, such as "net_result".') item?: string[] | null;
  @Day('vanaf', 'Only periods that start on or after this day.') from?: string | null;
  @Day('tot', 'Only periods that start before this day.') to?: string | null;
  @Of(() => FigureSource, 'bron', 'Only figures from this source.') source?: words.FigureSource | null;
  @Flag('geldend', 'Only figures that still hold (true), or that were replaced (false).') isCurrent?: boolean | null;
}

export const FigureSort = orders('FigureSort', 'cijfers', {
  PERIOD_END_DESC: 'Latest period first.',
  PERIOD_END_ASC: 'Earliest period first.',
});

export const Figures = listing({
  node: 'Figure',
  nl: 'cijfers',
  type: () => Figure,
  filter: () => FigureFilter,
  orderBy: FigureSort,
});
