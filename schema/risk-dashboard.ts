import { AreaRisk, AreaRisks } from './area-risk';
import { Connected, type Page } from './connection';
import { Deliveries, type Delivery } from './delivery';
import { InQuarter, Of, type Ref, Type } from './leaves';
import { type Melding, Meldingen } from './melding';
import { type Mismatch, Mismatches } from './mismatch';
import { type ProviderRisk, ProviderRisks } from './provider-risk';
import { type Signal, Signals } from './signal';

@Type(
  'risicodashboard',
  'What the JA looks at first: the country and its regions in a quarter, and what needs attention now (covenant 3.1.1).',
)
export class RiskDashboard {
  @InQuarter('kwartaal', 'The quarter of the counts and mismatches; what needs attention is shown as it stands now.')
  quarter: string | null;
  @Of(() => AreaRisk, 'Nederland', 'The whole country in that quarter; null when nothing was assessed in it.')
  national: Ref<AreaRisk> | null;
  @Connected(() => AreaRisks, "jeugdregio's", 'Every region in that quarter.') regions: Page<AreaRisk> | null;
  @Connected(() => ProviderRisks, 'meest urgent', 'Providers as they stand now, most urgent first.')
  top: Page<ProviderRisk> | null;
  @Connected(
    () => ProviderRisks,
    'veranderd van trede',
    'Providers whose latest trede differs from the quarter before, most urgent first.',
  )
  changes: Page<ProviderRisk> | null;
  @Connected(
    () => Deliveries,
    'ontbrekende aanleveringen',
    'Deliveries that were due and have not been submitted, latest due first; of who still takes part.',
  )
  missingDeliveries: Page<Delivery> | null;
  @Connected(() => Meldingen, 'meldingen', 'Meldingen of the whole country, newest first.')
  meldingen: Page<Melding> | null;
  @Connected(
    () => Mismatches,
    'mismatches',
    'Mismatches of the country as a whole, all care forms together (Bijlage 4).',
  )
  mismatches: Page<Mismatch> | null;
  @Connected(
    () => Signals,
    'signalen',
    'What changed in that quarter, and meldingen of before, as far as they were not yet seen: most urgent first.',
  )
  signals: Page<Signal> | null;
}
