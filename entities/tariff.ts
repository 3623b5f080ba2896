import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { CLIENT_KINDS, type ClientKind, VOLUME_UNITS, type VolumeUnit } from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Cents, Day, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** The price that a client pays a provider for a product (Bijlage 4, municipalities 5). */
@Entity()
@OneOf('tariff_client_kind_is_a_known_word', 'client_kind', CLIENT_KINDS)
@OneOf('tariff_unit_is_a_known_word', 'unit', VOLUME_UNITS)
@Check('tariff_with_a_municipality_names_it', "(client_kind = 'MUNICIPALITY') = (client_municipality_code is not null)")
@Check('tariff_with_a_region_names_it', "(client_kind = 'REGION') = (client_region_code is not null)")
@Index(['providerId', 'validFrom', 'id'])
@Index(['clientMunicipalityCode', 'validFrom', 'id'])
@Index(['regionCode', 'validFrom', 'id'])
@Index(['validFrom', 'id'])
export class Tariff {
  @Id() id: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @Text() clientKind: ClientKind;
  @ForeignKey(() => Municipality) @Text(optional) clientMunicipalityCode: string | null;
  @ForeignKey(() => Region) @Text(optional) clientRegionCode: string | null;
  @ForeignKey(() => Region) @Text(optional) regionCode: string | null;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  /** Product code; municipalities may use codes of their own. */
  @Text() productCode: string;
  @Text() unit: VolumeUnit;
  @Cents() amountCents: string;
  @Day() validFrom: string;
  @Day(optional) validTo: string | null;
}
