import type * as words from '../src/domain/vocabulary';
import { FigureSource } from './enums';
import { Of, type Ref, Some, Text, Type } from './leaves';
import { UsedFigure } from './used-figure';

@Type(
  'herkomst van een cijfer',
  'A figure of a quarter that the provider did not deliver itself. An estimate of equity is the last known equity and every result since; of the balance total, the last known one and what equity rose since. The inputs of equity add up to it.',
)
export class FigureOrigin {
  @Text('cijfer', 'The figure, such as "equity".') figure: string | null;
  @Of(() => FigureSource, 'bron', 'From the annual accounts, or an estimate by roll-forward.')
  source: words.FigureSource | null;
  @Some(() => UsedFigure, 'gebruikte cijfers', 'Every number that it was worked out from.')
  inputs: Ref<UsedFigure>[] | null;
}
