import { Check, Entity, ForeignKey, Index } from 'typeorm';
import {
  CLIENT_KINDS,
  type ClientKind,
  CONTRACT_SIDES,
  CONTRACT_TYPES,
  type ContractSide,
  type ContractType,
  FUNDINGS,
  type Funding,
  PROCUREMENTS,
  type Procurement,
} from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Cents, Day, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** A contract as one of its two sides reported it. Both sides report; where they differ is mismatch 5 (Bijlage 4). */
@Entity()
@OneOf('contract_client_kind_is_a_known_word', 'client_kind', CLIENT_KINDS)
@OneOf('contract_reported_by_is_a_known_word', 'reported_by', CONTRACT_SIDES)
@OneOf('contract_type_is_a_known_word', 'type', CONTRACT_TYPES)
@OneOf('contract_procurement_is_a_known_word', 'procurement', PROCUREMENTS)
@OneOf('contract_funding_is_a_known_word', 'funding', FUNDINGS)
@Check('contract_runs_forward', 'starts_on < ends_on')
@Check(
  'contract_with_a_municipality_names_it',
  "(client_kind = 'MUNICIPALITY') = (client_municipality_code is not null)",
)
@Check('contract_with_a_region_names_it', "(client_kind = 'REGION') = (client_region_code is not null)")
@Check('contract_lies_in_a_region_unless_national', "(client_kind = 'LTA') = (region_code is null)")
@Index(['providerId', 'startsOn', 'id'])
@Index(['clientMunicipalityCode', 'startsOn', 'id'])
@Index(['clientRegionCode', 'startsOn', 'id'])
@Index(['regionCode', 'startsOn', 'id'])
@Index(['startsOn', 'id'])
export class Contract {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @Text() clientKind: ClientKind;
  @ForeignKey(() => Municipality) @Text(optional) clientMunicipalityCode: string | null;
  @ForeignKey(() => Region) @Text(optional) clientRegionCode: string | null;
  /** The region the client is or lies in; null for a national contract. */
  @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  @Text() reportedBy: ContractSide;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  /** What both sides call the contract, so that their reports can be laid side by side. */
  @Text() reference: string;
  @Day() startsOn: string;
  /** Half-open: the first day on which the contract no longer runs. */
  @Day() endsOn: string;
  /** Value per calendar year. */
  @Cents() annualValueCents: string;
  @Text() type: ContractType;
  @Text() procurement: Procurement;
  @Text() funding: Funding;
}
