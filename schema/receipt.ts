import { Moment, Text, Type } from './leaves';

@Type('ontvangstbewijs', 'That a delivery was received: what a party can prove later that it delivered, and when.')
export class Receipt {
  @Text('kenmerk', 'For people, such as "2026Q3-1a2b3c4d-v1".') reference: string | null;
  @Text('sha256', 'Digest of the delivered values, each on a line: see docs/intake.md for how to work it out again.')
  sha256: string | null;
  @Moment('ontvangen op', 'When it was received.') receivedAt: Date | null;
  @Text('handtekening', 'All of this, signed: a compact JWS, to be checked with a key of /v1/receipt-keys.')
  signature: string | null;
}
