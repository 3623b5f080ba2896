import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { VOLUME_UNITS, type VolumeUnit } from '../src/domain/vocabulary';
import { CareForm } from './care-form';
import { Cents, Day, Decimal, Id, OneOf, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Municipality } from './municipality';
import { Provider } from './provider';
import { Region } from './region';

/** Declared production per provider, municipality, care form and period: amounts and volumes, never a person. */
@Entity()
@OneOf('declaration_unit_is_a_known_word', 'unit', VOLUME_UNITS)
@Check('declaration_period_is_half_open', 'period_start < period_end')
@Index(['providerId', 'periodStart', 'id'])
@Index(['municipalityCode', 'periodStart', 'id'])
@Index(['regionCode', 'periodStart', 'id'])
@Index(['periodStart', 'id'])
export class Declaration {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @ForeignKey(() => Municipality) @Text() municipalityCode: string;
  /** The region of the municipality in the period. */
  @ForeignKey(() => Region) @Text() regionCode: string;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  @Cents() amountCents: string;
  @Decimal() volume: string;
  @Text() unit: VolumeUnit;
}
