import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { Cents, Count, Day, Decimal, Id, optional, Uuid } from './columns';
import { Delivery } from './delivery';
import { Provider } from './provider';

/** Personnel of a provider over a half-year (Bijlage 4, providers 5). */
@Entity()
@Check('personnel_report_period_is_half_open', 'period_start < period_end')
@Index(['providerId', 'periodStart', 'id'])
@Index(['periodStart', 'id'])
export class PersonnelReport {
  @Id() id: string;
  @ForeignKey(() => Provider) @Uuid() providerId: string;
  @ForeignKey(() => Delivery) @Index() @Uuid(optional) deliveryId: string | null;
  @Day() periodStart: string;
  @Day() periodEnd: string;
  @Count(optional) staffInflow: number | null;
  @Count(optional) staffOutflow: number | null;
  @Decimal(optional) formationPrimaryFte: string | null;
  @Decimal(optional) occupancyPrimaryFte: string | null;
  @Decimal(optional) formationTotalFte: string | null;
  @Decimal(optional) occupancyTotalFte: string | null;
  /** Fraction of working time lost to sickness in the primary process. */
  @Decimal(optional) sicknessPrimary: string | null;
  @Cents(optional) personnelCostsCents: string | null;
  @Cents(optional) hiredStaffCostsCents: string | null;
  @Count(optional) vacancies: number | null;
}
