import { Count, Text, Type } from './leaves';

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
