import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RISK_CLASSES, type RiskClass } from '../src/domain/vocabulary';
import { Assessment } from './assessment';
import { Cents, Count, Day, OneOf, optional, Text, Uuid } from './columns';
import { Provider } from './provider';
import { Region } from './region';

/** Where each provider stands now: one row per provider, for the dashboard. Refreshed with its latest assessment. */
@Entity()
@OneOf('provider_risk_class_is_a_known_word', 'risk_class', RISK_CLASSES)
@Index(['urgency', 'providerId'])
export class ProviderRisk {
  @ForeignKey(() => Provider) @PrimaryColumn('uuid') providerId: string;
  @ForeignKey(() => Assessment) @Uuid() assessmentId: string;
  @Day() quarter: string;
  @Count(optional) trede: number | null;
  @Count(optional) previousTrede: number | null;
  @Text(optional) riskClass: RiskClass | null;
  /** Revenue under the Jeugdwet over the last four known quarters. */
  @Cents(optional) revenueYouthCents: string | null;
  @Index() @ForeignKey(() => Region) @Text() seatRegionCode: string;
  /** Orders the top of the list: trede x 1000 + points, not assessable counts as trede 3. */
  @Count() urgency: number;
}
