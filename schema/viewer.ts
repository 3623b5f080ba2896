import type * as words from '../src/domain/vocabulary';
import { Assurance, PartyFunction, PartyKind } from './enums';
import { always, Flag, Of, type Ref, Some, Text, Type } from './leaves';
import { Party } from './party';

@Type('bevoegdheid', 'What you may see of one kind of information: your cell in the authorization table.')
export class Capability {
  @Text('soort informatie', 'Key of the row in the authorization table, such as "contracts".', always)
  information: string;
  @Text('omschrijving', 'What the kind of information comprises.', always) says: string;
  @Some(
    () => String,
    'reikwijdte',
    'Which rows: all, own, area, client, lta, case, granted or none. Several together are a union.',
    always,
  )
  scopes: string[];
  @Text('grondslag', 'Where the rule comes from, such as "covenant 3.1.2".', always) basis: string;
}

@Type(
  'gebruiker',
  'Who is asking, and what that viewer may see. The portal shows and hides by this, and the server decides again.',
)
export class Viewer {
  @Of(() => PartyKind, 'soort organisatie', 'The kind of party that you act for; ANONYMOUS when not signed in.', always)
  kind: words.PartyKind;
  @Some(() => PartyFunction, 'functies', 'What you may do inside your party.', always) functions: words.PartyFunction[];
  @Of(() => Party, 'organisatie', 'The party that you act for; null when not signed in.') party: Ref<Party> | null;
  @Flag('ingelogd', 'Whether you have signed in.', always) isSignedIn: boolean;
  @Of(
    () => Assurance,
    'betrouwbaarheidsniveau',
    'How sure it is who signed in; null when not signed in, when a program signed in, or when the identity provider did not say. Some mutations require a level.',
  )
  assurance: words.Assurance | null;
  @Some(() => Capability, 'bevoegdheden', 'What you may see: a row per kind of information.', always)
  capabilities: Ref<Capability>[];
}
