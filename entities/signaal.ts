import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { type Development, SUPPLIES, type Supply } from '../src/domain/vocabulary';
import { Day, Id, Moment, OneOf, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

/** What a municipality or region is told of a risk in its own area: the five items of Regeling Jeugdwet art. 8h, and no more. */
@Entity()
@OneOf('signaal_supply_is_a_known_word', 'supply', SUPPLIES)
@Check('signaal_names_care_forms', 'cardinality(care_form_codes) > 0')
@Check('signaal_names_developments', 'cardinality(developments) > 0')
@Index(['municipalityCode', 'sentAt', 'id'])
@Index(['regionCode', 'sentAt', 'id'])
@Index(['sentAt', 'id'])
export class Signaal {
  @Id() id: string;
  @ForeignKey(() => Party) @Uuid() senderPartyId: string;
  /** The municipality that it is for; null when it is for a region. */
  @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  /** The region that it is for, or in which the municipality lies. */
  @ForeignKey(() => Region) @Text() regionCode: string;
  /** The day of the melding that it follows from; null when it follows from analysis. */
  @Day(optional) dated: string | null;
  @Column('text', { array: true }) careFormCodes: string[];
  @Text() supply: Supply;
  @Column('text', { array: true }) developments: Development[];
  @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @Moment() sentAt: Date;
}
