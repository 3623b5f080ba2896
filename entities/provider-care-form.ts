import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CareForm } from './care-form';
import { optional, Uuid } from './columns';
import { Delivery } from './delivery';
import { Provider } from './provider';

/** A form of care that a provider offers (public register; Regeling Jeugdwet 8g(2)(b)(3)). */
@Entity()
export class ProviderCareForm {
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  @Index() @ForeignKey(() => CareForm) @PrimaryColumn('text') careFormCode: string;
  /** The delivery that named it; null when only the register did. */
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
}
