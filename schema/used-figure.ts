import type * as words from '../src/domain/vocabulary';
import { FigureSource } from './enums';
import { Exact, Of, Text, Type } from './leaves';

@Type(
  'gebruikt cijfer',
  'One number as it was delivered or known, so that a person can do a computation again by hand.',
)
export class UsedFigure {
  @Text('naam', 'What it is, such as "equity" or "sickness".') name: string | null;
  @Exact('waarde', 'The number: money in euro cents, and people, fte and shares as they are.') value: number | null;
  @Text('periode', 'What it is about: "2026Q3" or "2026H1".') period: string | null;
  @Of(() => FigureSource, 'bron', 'Delivered, from public accounts, or an estimate.')
  source: words.FigureSource | null;
}
