import { AreaRisk } from './area-risk';
import { Connected, listing, type Page } from './connection';
import { type Contract, Contracts } from './contract';
import { type Declaration, Declarations } from './declaration';
import { orders } from './described';
import { always, Count, Day, Filter, Of, Ratio, type Ref, Text, Type } from './leaves';
import { type Melding, Meldingen } from './melding';
import { type Mismatch, Mismatches } from './mismatch';
import { type MunicipalReport, MunicipalReports } from './municipal-report';
import { Municipalities, type Municipality } from './municipality';
import { Node } from './node';
import { type Provider, Providers } from './provider';
import { type Referral, Referrals } from './referral';
import { type Tariff, Tariffs } from './tariff';
import { TenderCalendar, type TenderCalendarEntry } from './tender-calendar-entry';

@Type(
  'jeugdregio',
  'A youth-care region: municipalities that commission care together. Dated, because regions are redrawn.',
  Node,
)
export class Region extends Node {
  @Text('regiocode', 'CBS code, such as "JZ01".', always) code: string;
  @Text('naam', 'Name of the region.', always) name: string;
  @Day('geldig vanaf', 'First day on which the region exists.', always) validFrom: string;
  @Day('geldig tot', 'First day on which it no longer exists; null while it exists.') validTo: string | null;
  @Count('inwoners', 'Number of inhabitants (CBS); null when not known.') inhabitants: number | null;
  @Count(
    'jeugdigen (schatting)',
    'Our own estimate of the number of inhabitants under 18, for order of magnitude only: those up to 14 years of age, and 30 % of those from 15 to 24 (CBS).',
  )
  youthEstimate: number | null;
  @Ratio('lengtegraad', 'Longitude of a point inside it, in degrees (WGS 84), for maps.') longitude: number | null;
  @Ratio('breedtegraad', 'Latitude of a point inside it, in degrees (WGS 84), for maps.') latitude: number | null;
  @Connected(() => Municipalities, 'gemeenten', 'The municipalities that belong to it now.', always)
  municipalities: Page<Municipality>;
  @Connected(() => Regions, "buurregio's", 'The regions that border on it, by the map of CBS.', always)
  neighbours: Page<Region>;
  @Connected(() => Providers, 'aanbieders', 'The providers that have their seat in it.')
  providers: Page<Provider> | null;
  @Connected(
    () => Contracts,
    'contracten',
    'Contracts of the region and of its municipalities (Bijlage 4, municipalities 2).',
  )
  contracts: Page<Contract> | null;
  @Connected(() => Declarations, 'declaraties', 'Declared production for its municipalities (Bijlage 4, providers 3).')
  declarations: Page<Declaration> | null;
  @Connected(
    () => Tariffs,
    'tarieven',
    'Prices that the region and its municipalities pay (Bijlage 4, municipalities 5).',
  )
  tariffs: Page<Tariff> | null;
  @Connected(
    () => MunicipalReports,
    'kwartaalrapportages',
    'Quarterly reports of its municipalities (Bijlage 4, municipalities 1).',
  )
  municipalReports: Page<MunicipalReport> | null;
  @Connected(() => Referrals, 'verwijzingen', 'Referrals in its municipalities (Bijlage 4, municipalities 4).')
  referrals: Page<Referral> | null;
  @Connected(
    () => Meldingen,
    'meldingen',
    'Meldingen about it: all for the JA, for a party only its own (covenant 3.1.2).',
  )
  meldingen: Page<Melding> | null;
  @Connected(() => Mismatches, 'mismatches', 'Where sources about it that should agree do not (Bijlage 4).')
  mismatches: Page<Mismatch> | null;
  @Connected(() => TenderCalendar, 'aanbestedingskalender', 'Its tenders to come (Bijlage 4, municipalities 3).')
  tenderCalendar: Page<TenderCalendarEntry> | null;
  @Of(
    () => AreaRisk,
    'risicobeeld',
    'How many of its providers stand on each trede, in the latest quarter. Only for the JA (Bijlage 3).',
  )
  risk: Ref<AreaRisk> | null;
}

@Filter("jeugdregio's", 'regions')
export class RegionFilter {
  @Text('naam bevat', 'Only regions whose name contains this text, in capitals or not.') nameContains?: string | null;
}

export const RegionSort = orders('RegionSort', "jeugdregio's", {
  CODE_ASC: 'By CBS code, lowest first.',
  NAME_ASC: 'By name, A first.',
});

export const Regions = listing({
  node: 'Region',
  nl: "jeugdregio's",
  type: () => Region,
  filter: () => RegionFilter,
  orderBy: RegionSort,
});
