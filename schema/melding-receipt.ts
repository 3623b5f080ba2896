import { Identity, Moment, Type } from './leaves';

@Type(
  'ontvangstbewijs van een melding',
  'All that is told to whoever reports without signing in. It is the same when the same melding was there already.',
)
export class MeldingReceipt {
  @Identity(
    'kenmerk',
    'The reference of the melding, for contact with the Jeugdautoriteit: only the JA finds it by this.',
  )
  reference: string | null;
  @Moment('afgegeven op', 'When this receipt was given.') issuedAt: Date | null;
}
