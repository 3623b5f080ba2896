import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { FILE_KINDS, type FileKind } from '../src/domain/vocabulary';
import { Cents, Count, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';

/** A file that was read into a draft. A workbook is kept as it came, so that it can be given back with comments in its cells. */
@Entity()
@ForeignKey(() => Delivery, ['deliveryId', 'partyId'], ['id', 'partyId'])
@OneOf('delivery_file_kind_is_a_known_word', 'kind', FILE_KINDS)
@Check('delivery_file_digest_is_a_sha256', "sha256 ~ '^[0-9a-f]{64}$'")
@Index(['deliveryId', 'receivedAt', 'id'])
export class DeliveryFile {
  @Id() id: string;
  @Uuid() deliveryId: string;
  @Uuid() partyId: string;
  /** The list that it holds, when it holds one alone. */
  @Text(optional) section: string | null;
  /** Of such a list. */
  @Count(optional) lines: number | null;
  /** Of declarations: cents per municipality, added up once because there may be millions of lines. */
  @Column('jsonb', { ...optional }) declared: Readonly<Record<string, string>> | null;
  @Text() kind: FileKind;
  @Cents() bytes: string;
  @Text() sha256: string;
  /** Null for a CSV: it is not given back. */
  @Column('bytea', { ...optional }) content: Buffer | null;
  @Text() receivedBy: string;
  @Moment() receivedAt: Date;
}
