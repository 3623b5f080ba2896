import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Moment, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** That a delivery was received: what a party can prove later that it delivered, and when. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@Check('receipt_digest_is_a_sha256', "sha256 ~ '^[0-9a-f]{64}$'")
export class Receipt {
  @PrimaryColumn('uuid') deliveryId: string;
  @Index() @Uuid() partyId: string;
  /** For people: "2026Q3-1a2b3c4d-v1". */
  @Index({ unique: true }) @Text() reference: string;
  /** Of the delivered values in their canonical form: src/domain/intake/canonical. */
  @Text() sha256: string;
  @Moment() receivedAt: Date;
  /** The same, signed: a compact JWS that anybody can check with our public key. */
  @Text() signature: string;
}
