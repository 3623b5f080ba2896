import type * as words from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { listing } from './connection';
import { orders } from './described';
import { Development, Supply } from './enums';
import { Day, Filter, Moment, Of, type Ref, Some, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { Node } from './node';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'signaal',
  'What a municipality or region is told of a risk to care in its own area: five items and no figure (Regeling Jeugdwet art. 8h).',
  Node,
)
export class Signaal extends Node {
  @Of(() => Municipality, 'gemeente', 'The municipality that it is for; null when it is for a whole region.')
  municipality: Ref<Municipality> | null;
  @Of(() => Region, 'jeugdregio', 'The region that it is for, or in which the municipality lies.')
  region: Ref<Region> | null;
  @Day('datum', 'Day of the melding that it follows from; null when it follows from analysis (8h under b).')
  dated: string | null;
  @Some(() => CareForm, 'zorgvormen', 'The forms of care concerned.') careForms: Ref<CareForm>[] | null;
  @Of(() => Supply, 'risico of tekort', 'A possible risk, or a shortage that exists.') supply: words.Supply | null;
  @Some(() => Development, 'ontwikkelingen', 'The developments that led to it.')
  developments: words.Development[] | null;
  @Of(() => Provider, 'aanbieder', 'The provider, by its name and code; null when it concerns none in particular.')
  provider: Ref<Provider> | null;
  @Moment('verzonden op', 'When the JA sent it.') sentAt: Date | null;
}

@Filter('signalen', 'signalen')
export class SignaalFilter {
  @Text('gemeente', 'Only signalen for this municipality, such as "GM0014".') municipalityCode?: string | null;
  @Text('jeugdregio', 'Only signalen for this region or its municipalities, such as "JZ01".')
  regionCode?: string | null;
  @Of(() => Supply, 'risico of tekort', 'Only possible risks, or only existing shortages.')
  supply?: words.Supply | null;
}

export const SignaalSort = orders('SignaalSort', 'signalen', {
  SENT_AT_DESC: 'Latest first.',
  SENT_AT_ASC: 'Earliest first.',
});

export const Signalen = listing({
  node: 'Signaal',
  nl: 'signalen',
  type: () => Signaal,
  filter: () => SignaalFilter,
  orderBy: SignaalSort,
});
