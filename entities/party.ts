import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { PARTY_KINDS, type PartyKind } from '../src/domain/vocabulary';
import { Flag, Id, OneOf, optional, Text, Uuid } from './columns';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** Anyone who acts for an organisation. A provider, municipality or region is at most one party. */
@Entity()
@OneOf('party_kind_is_a_known_word', 'kind', PARTY_KINDS)
@Check('party_of_a_provider_names_that_provider', "(kind = 'PROVIDER') = (provider_id is not null)")
@Check('party_of_a_municipality_names_that_municipality', "(kind = 'MUNICIPALITY') = (municipality_code is not null)")
@Check(
  'party_of_a_region_or_municipality_names_its_region',
  "(kind in ('REGION', 'MUNICIPALITY')) = (region_code is not null)",
)
// So that what concerns a provider, municipality or region can be held to its party.
@Unique('party_stands_for_its_provider', ['id', 'providerId'])
@Unique('party_stands_for_its_municipality', ['id', 'municipalityCode'])
@Unique('party_stands_for_its_region', ['id', 'regionCode'])
@Unique('party_is_of_its_kind', ['id', 'kind'])
export class Party {
  @Id() id: string;
  /** How a person names it: "ja", "provider:de-wissel", "municipality:GM0014", "inspection:IGJ". */
  @Index({ unique: true }) @Text() key: string;
  @Text() kind: PartyKind;
  @Text() name: string;
  @Index({ unique: true }) @ForeignKey(() => Provider) @Uuid(optional) providerId: string | null;
  @Index({ unique: true }) @ForeignKey(() => Municipality) @Text(optional) municipalityCode: string | null;
  /** Of a region itself; of a municipality the region it belongs to now. */
  @Index() @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  /** Submitting a delivery takes a second person. */
  @Flag({ default: false }) wantsFourEyes: boolean;
}
