import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { FREQUENCIES, type Frequency, PARTY_KINDS, type PartyKind, UNITS, type Unit } from '../src/domain/vocabulary';
import { Flag, OneOf, optional, Text } from './columns';
import { Uitvraag } from './uitvraag';

/** One item that an uitvraag asks for, and the figure it becomes. */
@Entity()
@ForeignKey(() => Uitvraag, ['uitvraagKey', 'uitvraagVersion'], ['key', 'version'])
@OneOf('uitvraag_item_is_asked_of_a_known_kind_of_party', 'asked_of', PARTY_KINDS)
@OneOf('uitvraag_item_unit_is_a_known_word', 'unit', UNITS)
@OneOf('uitvraag_item_frequency_is_a_known_word', 'frequency', FREQUENCIES)
export class UitvraagItem {
  @PrimaryColumn('text') uitvraagKey: string;
  @PrimaryColumn('integer') uitvraagVersion: number;
  /** The item's own number in the source, such as "2.1" or "b4". */
  @PrimaryColumn('text') code: string;
  @Text() askedOf: PartyKind;
  /** The Dutch label on screens and templates. */
  @Text() label: string;
  /** The item of Figure that this becomes; null when it is delivered as a list of its own (contracts, tariffs). */
  @Text(optional) figureItem: string | null;
  @Text() unit: Unit;
  @Text() frequency: Frequency;
  /** Delivered as year-to-date; turned into discrete quarters before a trend is judged. */
  @Flag({ default: false }) isCumulative: boolean;
  @Flag({ default: true }) isRequired: boolean;
  @Text() legalBasis: string;
}
