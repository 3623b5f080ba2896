import { createUnionType } from 'type-graphql';
import { described } from './described';
import { always, Text, Type } from './leaves';
import { Municipality } from './municipality';
import { typeOf } from './node';
import { Region } from './region';

@Type(
  'landelijke opdrachtgever',
  'All municipalities together, through the national framework contracts of the VNG (LTA).',
)
export class NationalClient {
  @Text('naam', 'What the national client is called on screens.', always) name: string;
}

/** Only the national client has no identity of its own. */
export const Client = createUnionType({
  name: 'Client',
  description: described(
    'opdrachtgever',
    'Who buys the care: a municipality, a region, or all municipalities together (LTA).',
  ),
  types: () => [Municipality, Region, NationalClient] as const,
  resolveType: (value: object) => ('id' in value ? typeOf(String(value.id)) : NationalClient.name),
});
export type Client = Municipality | Region | NationalClient;
