import { ArrayMaxSize, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { InputType } from 'type-graphql';
import { FIGURE_NAMES, type FigureName as Name } from '../src/domain/figures';
import { described } from './described';
import { FigureName } from './enums';
import { always, Cents, Exact, Identity, InQuarter, Of, Some } from './leaves';
import { PROVIDER_ID, remedy } from './remedy';

@InputType({
  description: described(
    'veronderstelling',
    'Another amount for one figure: given as such, or as a shift of the present one.',
  ),
})
export class FigureChangeInput {
  @Of(() => FigureName, 'cijfer', 'Which figure of the quarter.', always)
  @IsIn(FIGURE_NAMES, remedy('Choose one of the figures of a quarter.', 'Kies een van de cijfers van een kwartaal.'))
  figure: Name;
  @Cents('wordt', 'The amount to suppose, in euro cents: at most ten billion euros. Give this or byFraction.')
  @IsOptional()
  toCents?: number | null;
  @Exact('verschuift met', 'How much to shift it: -0.1 is 10 % lower, from -10 to 10. Give this or toCents.')
  @IsOptional()
  byFraction?: number | null;
}

@InputType({
  description: described('wat als', 'Of which provider and quarter which figures are supposed to be others.'),
})
export class WhatIfInput {
  @Identity('aanbieder', 'The provider: its id, such as "Provider:<uuid>".', always)
  @Matches(...PROVIDER_ID)
  providerId: string;
  @InQuarter('kwartaal', 'The quarter of the figures: one of Provider.quarters. Without it: the latest of those.')
  @IsOptional()
  quarter?: string | null;
  @Some(() => FigureChangeInput, 'veronderstellingen', 'The figures that change, each once. All others stay.', always)
  @ArrayMaxSize(
    FIGURE_NAMES.length,
    remedy('Change each figure once at most.', 'Verander elk cijfer hoogstens één keer.'),
  )
  @ValidateNested({ each: true })
  changes: FigureChangeInput[];
}
