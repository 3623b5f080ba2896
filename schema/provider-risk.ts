import { Int } from 'type-graphql';
import type * as words from '../src/domain/vocabulary';
import { Assessment } from './assessment';
import { listing } from './connection';
import { orders } from './described';
import { RiskClass } from './enums';
import { always, Cents, Count, Filter, InQuarter, Of, type Ref, Some, Text, Type } from './leaves';
import { Provider } from './provider';
import { Region } from './region';

@Type(
  'risico van een aanbieder',
  'Where a provider stands now: one row per provider, with its latest assessment (covenant 3.1.1).',
)
export class ProviderRisk {
  @Of(() => Provider, 'aanbieder', 'The provider.') provider: Ref<Provider> | null;
  @Of(() => Assessment, 'beoordeling', 'Its latest assessment, with every criterion.')
  assessment: Ref<Assessment> | null;
  @InQuarter('kwartaal', 'The quarter of that assessment.') quarter: string | null;
  @Count('trede', 'Computed trede, 1 to 5; null when not assessable (covenant ch. 3).') trede: number | null;
  @Count('vorige trede', 'Computed trede of the quarter before; null when that was not assessable.')
  previousTrede: number | null;
  @Of(() => RiskClass, 'risicoklasse', 'Class on our own scorecard; null when not assessable.')
  riskClass: words.RiskClass | null;
  @Cents(
    'opbrengsten Jeugdwet',
    'Revenue under the Jeugdwet over the last four known quarters, in euro cents; null when unknown.',
  )
  revenueYouthCents: number | null;
  @Of(() => Region, 'vestigingsregio', 'The region of its seat.', always) region: Ref<Region>;
  @Count(
    'urgentie',
    'Place in the order of attention: trede x 1000 + points; not assessable counts as trede 3. Higher is more urgent.',
  )
  urgency: number | null;
}

@Filter('risico van aanbieders', 'providers at risk')
export class ProviderRiskFilter {
  @Text('vestigingsregio', 'Only providers with their seat in this region, such as "JZ01".') regionCode?: string | null;
  @Some(() => Int, 'trede', 'Only providers on one of these computed treden, 1 to 5.') trede?: number[] | null;
  @Some(() => RiskClass, 'risicoklasse', 'Only providers in one of these risk classes.')
  riskClass?: words.RiskClass[] | null;
}

export const ProviderRiskSort = orders('ProviderRiskSort', 'risico van aanbieders', {
  URGENCY_DESC: 'Most urgent first.',
  URGENCY_ASC: 'Least urgent first.',
});

export const ProviderRisks = listing({
  node: 'ProviderRisk',
  nl: "risico's van aanbieders",
  type: () => ProviderRisk,
  filter: () => ProviderRiskFilter,
  orderBy: ProviderRiskSort,
});
