import { Check, Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';
import { READING_INFORMATION, type ReadingInformation } from '../src/domain/vocabulary';
import { Moment, OneOf, optional, Text, Uuid } from './columns';

/**
 * That somebody read about one provider, municipality or region by name (BIO 8.15): written by the statement that read it.
 * Only ews.note_readings adds one (migration 0004). Readings are sealed into the audit log in the order of their numbers.
 */
@Entity()
@OneOf('reading_information_is_a_known_word', 'information', READING_INFORMATION)
@Check('reading_is_about_one_party', 'num_nonnulls(provider_id, municipality_code, region_code) = 1')
@Index(['at', 'id'])
@Index('reading_about_a_provider_by_at_and_id', ['providerId', 'at', 'id'], { where: 'provider_id is not null' })
@Index('reading_about_a_municipality_by_at_and_id', ['municipalityCode', 'at', 'id'], {
  where: 'municipality_code is not null',
})
@Index('reading_about_a_region_by_at_and_id', ['regionCode', 'at', 'id'], { where: 'region_code is not null' })
export class Reading {
  /** In the order in which they began; never shown, for it would tell how much others read. */
  @PrimaryColumn('bigint', { generated: 'identity', generatedIdentity: 'ALWAYS' }) number: string;
  @Generated('uuid') @Uuid() id: string;
  @Moment() at: Date;
  /** Null for the system itself. */
  @Uuid(optional) readerPartyId: string | null;
  @Text() readerSubject: string;
  @Uuid(optional) providerId: string | null;
  @Text(optional) municipalityCode: string | null;
  @Text(optional) regionCode: string | null;
  /** Whether the party that it is about may know of it. */
  @Text() information: ReadingInformation;
  /** Kinds of information: rows of the authorization table. */
  @Column('text', { array: true }) kinds: string[];
  /** The name that the caller gave to the operation, or else the field that was asked. */
  @Text() operation: string;
  @Text() traceId: string;
  /** The disclosure under which it was read; null when it was read by own right. */
  @Uuid(optional) disclosureId: string | null;
}
