import { InputType } from 'type-graphql';
import type { FigureName as Name } from '../src/domain/figures';
import { described } from './described';
import { FigureName } from './enums';
import { always, Cents, Exact, Identity, InQuarter, Of, Some } from './leaves';

@InputType({
  description: described(
    'veronderstelling',
    'Another amount for one figure: given as such, or as a shift of the present one.',
  ),
})
export class FigureChangeInput {
  @Of(() => FigureName, 'cijfer', 'Which figure of the quarter.', always) figure: Name;
  @Cents('wordt', 'The amount to suppose, in euro cents: at most ten billion euros. Give this or byFraction.')
  toCents?: number | null;
  @Exact('verschuift met', 'How much to shift it: -0.1 is 10 % lower, from -10 to 10. Give this or toCents.')
  byFraction?: number | null;
}

@InputType({
  description: described('wat als', 'Of which provider and quarter which figures are supposed to be others.'),
})
export class WhatIfInput {
  @Identity('aanbieder', 'The provider: its id, such as "Provider:<uuid>".', always) providerId: string;
  @InQuarter('kwartaal', 'The quarter of the figures: one of Provider.quarters. Without it: the latest of those.')
  quarter?: string | null;
  @Some(() => FigureChangeInput, 'veronderstellingen', 'The figures that change, each once. All others stay.', always)
  changes: FigureChangeInput[];
}
