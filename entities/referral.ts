import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { CareForm } from './care-form';
import { Count, Day, Decimal, Id, optional, Text, Uuid } from './columns';
import { Delivery } from './delivery';
import { Municipality } from './municipality';
import { Region } from './region';

/** Referrals per municipality, care form and kind of referrer in a quarter, with the waiting time (Bijlage 4, municipalities 4). */
@Entity()
@Check('referral_period_is_half_open', 'period_start < period_end')
@Index(['municipalityCode', 'periodStart', 'id'])
@Index(['regionCode', 'periodStart', 'id'])
export class Referral {
  @Id() id: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @ForeignKey(() => Municipality) @Text() municipalityCode: string;
  @ForeignKey(() => Region) @Text() regionCode: string;
  @ForeignKey(() => CareForm) @Text() careFormCode: string;
  /** Code of the kind of referrer (iJw COD327). */
  @Text() referrerCode: string;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  @Count() referrals: number;
  @Count() starts: number;
  /** Mean days from referral to start of care. */
  @Decimal(optional) waitingDays: string | null;
}
