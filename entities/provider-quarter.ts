import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { FigureSource } from '../src/domain/vocabulary';
import { Cents, Day, Flag, optional } from './columns';
import type { StoredInput } from './indicator';
import { Provider } from './provider';

/** A figure from the annual accounts, or an estimate with what it was worked out from. */
export interface StoredOrigin {
  figure: string;
  source: Exclude<FigureSource, 'DELIVERY'>;
  inputs: StoredInput[];
}

/**
 * What counts of a provider at the end of a quarter: flows of the quarter alone (cumulative deliveries are made
 * discrete) and closing stocks. A summary of Figure, refreshed in the transaction of the delivery that changed it.
 * Null means not known, never zero: not delivered, or delivered and impossible (Finding).
 */
@Entity()
@Check('provider_quarter_starts_a_quarter', "date_trunc('quarter', quarter) = quarter")
@Index(['quarter', 'providerId'])
export class ProviderQuarter {
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  /** The first day of the quarter. */
  @PrimaryColumn('date') quarter: string;
  /** Half-open: the first day after the quarter. */
  @Day() quarterEnd: string;
  @Cents(optional) revenueCents: string | null;
  @Cents(optional) revenueYouthCents: string | null;
  @Cents(optional) employedStaffCostsCents: string | null;
  @Cents(optional) hiredStaffCostsCents: string | null;
  @Cents(optional) otherCostsCents: string | null;
  @Cents(optional) netResultCents: string | null;
  /** Net result since 1 January, as delivered. */
  @Cents(optional) yearToDateResultCents: string | null;
  @Cents(optional) equityCents: string | null;
  @Cents(optional) balanceTotalCents: string | null;
  @Cents(optional) currentAssetsCents: string | null;
  @Cents(optional) currentLiabilitiesCents: string | null;
  @Cents(optional) cashCents: string | null;
  @Cents(optional) overdueCreditorsCents: string | null;
  @Cents(optional) openInvoicesCents: string | null;
  @Cents(optional) nonBillableProductionCents: string | null;
  @Cents(optional) declaredProductionCents: string | null;
  /** Budgeted revenue under the Jeugdwet for the whole calendar year. */
  @Cents(optional) budgetRevenueYouthCents: string | null;
  /** The provider itself foresees a risk (outlook: negative). */
  @Flag(optional) foreseesRisk: boolean | null;
  /** The figures that are not the provider's own delivery; most quarters have none. */
  @Column('jsonb') origins: StoredOrigin[];
}
