import { Check, Entity, Index, PrimaryColumn } from 'typeorm';
import { AUDIT_RESULTS, type AuditResult } from '../src/domain/vocabulary';
import { Count, Moment, OneOf, optional, Text, Uuid } from './columns';

/**
 * Who did what, when, to which object (BIO 8.15). Append-only, and a chain: every entry holds the hash of the one before it.
 * Only ews.append_audit_entry adds one (migration 0004). Holds no content of what was written.
 */
@Entity()
@OneOf('audit_entry_result_is_a_known_word', 'result', AUDIT_RESULTS)
@Check('audit_entry_seals_readings_with_their_digest', '(readings is null) = (digest is null)')
@Index(['at', 'id'])
@Index(['subject', 'at', 'id'])
export class AuditEntry {
  /** Its place in the chain: 1, 2, 3 and so on without gaps. */
  @PrimaryColumn('bigint') id: string;
  @Moment() at: Date;
  @Text() action: string;
  @Text() objectKind: string;
  @Text() objectId: string;
  @Text() result: AuditResult;
  /** The address that asked, or "system". */
  @Text() origin: string;
  /** Null for the system itself. */
  @Uuid(optional) partyId: string | null;
  @Text() subject: string;
  @Text(optional) traceId: string | null;
  /** How many readings it seals; null for what is no seal. */
  @Count(optional) readings: number | null;
  /** SHA-256 over the readings that it seals, hexadecimal. */
  @Text(optional) digest: string | null;
  @Text() previousHash: string;
  /** SHA-256 over the previous hash and all of the above, hexadecimal. */
  @Text() hash: string;
}
