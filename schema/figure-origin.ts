import type * as words from '../src/domain/vocabulary';
import { FigureSource } from './enums';
import { Of, type Ref, Some, Text, Type } from './leaves';
import { UsedFigure } from './used-figure';

@Type(
  'herkomst van een cijfer',
  'A figure of a quarter that the provider did not deliver itself. An estimate of equity is the last known equity and every result since, the operating result where no net result was asked; of the balance total, the last known one and what equity rose since. The inputs of equity add up to it; those of the balance total are the last known one, equity then and equity now. At most six quarters after what was last known (own default).',
)
export class FigureOrigin {
  @Text('cijfer', 'The figure, such as "equity".') figure: string | null;
  @Of(() => FigureSource, 'bron', 'From the annual accounts, or an estimate by roll-forward.')
  source: words.FigureSource | null;
  @Some(() => UsedFigure, 'gebruikte cijfers', 'Every number that it was worked out from.')
  inputs: Ref<UsedFigure>[] | null;
}
