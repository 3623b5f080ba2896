import { Check, Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { DISCLOSURE_CATEGORIES, type DisclosureCategory, type PartyKind, valuesOf } from '../src/domain/vocabulary';
import { Id, Moment, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Notice } from './notice';
import { Party } from './party';
import { Provider } from './provider';
import { Region } from './region';

/**
 * A share by name: these categories of one provider, municipality or region, with this party, for this purpose, until this moment
 * (Bijlage 3). It cannot exist without the notice to the party concerned, nor begin before that can be read.
 */
@Entity()
@Check(
  'disclosure_categories_are_known_words',
  `categories <@ array[${valuesOf(DISCLOSURE_CATEGORIES)
    .map((word) => `'${word}'`)
    .join(', ')}]`,
)
@Check('disclosure_names_categories', 'cardinality(categories) > 0')
@Check('disclosure_is_about_one', 'num_nonnulls(provider_id, municipality_code, region_code) = 1')
@Check(
  'disclosure_concerns_who_it_is_about',
  "concerned_kind = case when provider_id is not null then 'PROVIDER' when municipality_code is not null then 'MUNICIPALITY' else 'REGION' end",
)
@Check('disclosure_informs_first', 'noticed_at <= valid_from')
@Check('disclosure_begins_before_it_ends', 'valid_from <= valid_to')
// One that had not begun never runs: it is over when it would begin.
@Check('disclosure_is_over_when_it_is_ended', 'valid_to <= greatest(ended_at, valid_from) or ended_at is null')
@Check('disclosure_is_ended_after_its_notice', 'noticed_at <= ended_at')
@Check('disclosure_is_not_with_the_party_concerned', 'recipient_party_id <> concerned_party_id')
@Unique('disclosure_has_a_notice_of_its_own', ['noticeId'])
@ForeignKey(() => Notice, ['noticeId', 'concernedPartyId', 'noticedAt'], ['id', 'concernedPartyId', 'availableAt'], {
  name: 'disclosure_has_its_notice',
})
@ForeignKey(() => Party, ['concernedPartyId', 'providerId'], ['id', 'providerId'])
@ForeignKey(() => Party, ['concernedPartyId', 'municipalityCode'], ['id', 'municipalityCode'])
@ForeignKey(() => Party, ['concernedPartyId', 'regionCode'], ['id', 'regionCode'])
// A municipality has the code of its region as well: by its kind alone it is told from that region.
@ForeignKey(() => Party, ['concernedPartyId', 'concernedKind'], ['id', 'kind'])
@Index(['recipientPartyId', 'validTo', 'id'])
@Index(['concernedPartyId', 'validFrom', 'id'])
@Index(['validFrom', 'id'])
export class Disclosure {
  @Id() id: string;
  /** What was decided in one act: of a region, that of itself and of its municipalities. */
  @Index() @Uuid() actId: string;
  @ForeignKey(() => Party) @Uuid() recipientPartyId: string;
  @Uuid() concernedPartyId: string;
  /** As the party has it. */
  @Text() concernedKind: PartyKind;
  @Index() @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @Index() @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  @Index() @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  @Column('text', { array: true }) categories: DisclosureCategory[];
  @Text() purpose: string;
  @Text() legalBasis: string;
  @Moment() validFrom: Date;
  /** The moment it was ended, when that was earlier than agreed. */
  @Moment() validTo: Date;
  @Moment(optional) endedAt: Date | null;
  @Uuid() noticeId: string;
  /** As the notice has it. */
  @Moment() noticedAt: Date;
  @ForeignKey(() => Party) @Uuid() deciderPartyId: string;
}
