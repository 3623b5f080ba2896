import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Moment, optional, Text, Uuid } from './columns';

/** Who did what, when, to which object (BIO 8.15). Append-only; holds no content of what was written. */
@Entity()
@Index(['at', 'id'])
export class AuditEntry {
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) id: string;
  @Moment() at: Date;
  @Uuid() partyId: string;
  @Text() subject: string;
  @Text() action: string;
  @Text() objectKind: string;
  @Text() objectId: string;
  @Column('text', { default: 'OK' }) result: string;
  @Text(optional) traceId: string | null;
}
