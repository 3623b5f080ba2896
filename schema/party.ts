import type * as words from '../src/domain/vocabulary';
import { PartyKind } from './enums';
import { Of, Text, Type } from './leaves';
import { Node } from './node';

@Type('organisatie', 'An organisation that logs in, delivers or reports. Never a person.', Node)
export class Party extends Node {
  @Text('korte naam', 'Readable key, such as "ja", "provider:de-wissel" or "municipality:GM0014".') key: string | null;
  @Of(() => PartyKind, 'soort organisatie', 'What kind of party it is; decides what it may see.')
  kind: words.PartyKind | null;
  @Text('naam', 'Name of the organisation.') name: string | null;
}
