import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { VolumeUnit } from './enums';
import { always, Cents, Day, Exact, Filter, Identity, Of, type Ref, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'declaratie',
  'Declared production of a provider for a municipality, per form of care and period: never a person (Bijlage 4, providers 3).',
  Node,
)
export class Declaration extends Node {
  @Of(() => Provider, 'aanbieder', 'The provider that declared.') provider: Ref<Provider> | null;
  @Of(() => Municipality, 'gemeente', 'The municipality to which was declared.', always)
  municipality: Ref<Municipality>;
  @Of(() => Region, 'jeugdregio', 'The region of the municipality in that period.', always) region: Ref<Region>;
  @Of(() => CareForm, 'zorgvorm', 'The form of care that was given.', always) careForm: Ref<CareForm>;
  @Day('begin van de periode', 'First day of the period.') periodStart: string | null;
  @Day('einde van de periode', 'First day after the period.') periodEnd: string | null;
  @Cents('bedrag', 'Declared amount, in euro cents.') amountCents: number | null;
  @Exact('volume', 'Amount of care, in the unit given.') volume: number | null;
  @Of(() => VolumeUnit, 'eenheid', 'The unit in which the volume is counted (iJw WJ756).')
  unit: words.VolumeUnit | null;
}

@Filter('declaraties', 'declarations')
export class DeclarationFilter {
  @Identity('aanbieder', 'Only declarations of this provider: its id, such as "Provider:<uuid>".')
  providerId?: string | null;
  @Text('gemeente', 'Only declarations to this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only declarations to municipalities of this region, such as "JZ01".') regionCode?: string | null;
  @Text('zorgvorm', 'Only declarations for this form of care, such as "JH1221".') careFormCode?: string | null;
  @Day('vanaf', 'Only periods that start on or after this day.') from?: string | null;
  @Day('tot', 'Only periods that start before this day.') to?: string | null;
}

export const DeclarationSort = orders('DeclarationSort', 'declaraties', {
  PERIOD_START_DESC: 'Latest period first.',
  PERIOD_START_ASC: 'Earliest period first.',
  AMOUNT_DESC: 'Largest amount first.',
});

export const Declarations = listing({
  node: 'Declaration',
  nl: 'declaraties',
  type: () => Declaration,
  filter: () => DeclarationFilter,
  orderBy: DeclarationSort,
});
