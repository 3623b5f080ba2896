import { listing } from './connection';
import { orders } from './described';
import { Count, Filter, Text, Type } from './leaves';

@Type(
  'aangeleverde waarde',
  'One value as it was submitted. Never changed: a correction is another delivery (covenant 3.1.2).',
)
export class DeliveredValue {
  @Text('onderdeel', 'Code of the section, such as "finances".') section: string | null;
  @Count('rij', '0 for single items; 1 and up in a list.') row: number | null;
  @Text('veld', 'Code of the field, such as "A2.1".') field: string | null;
  @Text('waarde', 'In the form in which it is kept: cents, a fraction, a code, 2026-12-31.') value: string | null;
}

@Filter('aangeleverde waarden', 'delivered values')
export class DeliveredValueFilter {
  @Text('onderdeel', 'Only values of this section, such as "finances".') section?: string | null;
}

export const DeliveredValueSort = orders('DeliveredValueSort', 'aangeleverde waarden', {
  PLACE_ASC: 'By section, row and field.',
});

export const DeliveredValues = listing({
  node: 'DeliveredValue',
  nl: 'aangeleverde waarden',
  type: () => DeliveredValue,
  filter: () => DeliveredValueFilter,
  orderBy: DeliveredValueSort,
});
