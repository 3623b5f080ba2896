import { Connected, listing, type Page } from './connection';
import { type Contract, Contracts } from './contract';
import { type Declaration, Declarations } from './declaration';
import { orders } from './described';
import { always, Count, Day, Filter, Of, Ratio, type Ref, Text, Type } from './leaves';
import { type Melding, Meldingen } from './melding';
import { type Mismatch, Mismatches } from './mismatch';
import { type MunicipalReport, MunicipalReports } from './municipal-report';
import { Node } from './node';
import { Province } from './province';
import { type Referral, Referrals } from './referral';
import { Region } from './region';
import { type Tariff, Tariffs } from './tariff';

@Type('gemeente', 'A municipality. Dated, because municipalities merge every 1 January.', Node)
export class Municipality extends Node {
  @Text('gemeentecode', 'CBS code, such as "GM0014".', always) code: string;
  @Text('naam', 'Name of the municipality.', always) name: string;
  @Day('geldig vanaf', 'First day on which the municipality exists.', always) validFrom: string;
  @Day('geldig tot', 'First day on which it no longer exists; null while it exists.') validTo: string | null;
  @Count('inwoners', 'Number of inhabitants (CBS); null when not known.') inhabitants: number | null;
  @Count(
    'jeugdigen (schatting)',
    'Our own estimate of the number of inhabitants under 18, for order of magnitude only: those up to 14 years of age, and 30 % of those from 15 to 24 (CBS).',
  )
  youthEstimate: number | null;
  @Ratio('lengtegraad', 'Longitude of a point inside it, in degrees (WGS 84), for maps.') longitude: number | null;
  @Ratio('breedtegraad', 'Latitude of a point inside it, in degrees (WGS 84), for maps.') latitude: number | null;
  @Of(() => Province, 'provincie', 'The province in which it lies.', always) province: Ref<Province>;
  @Of(() => Region, 'jeugdregio', 'The youth-care region to which it belongs now.', always) region: Ref<Region>;
  @Connected(() => Contracts, 'contracten', 'Contracts of which it is itself the client (Bijlage 4, municipalities 2).')
  contracts: Page<Contract> | null;
  @Connected(() => Declarations, 'declaraties', 'Production declared to it (Bijlage 4, providers 3).')
  declarations: Page<Declaration> | null;
  @Connected(() => Tariffs, 'tarieven', 'Prices that it pays itself (Bijlage 4, municipalities 5).')
  tariffs: Page<Tariff> | null;
  @Connected(
    () => MunicipalReports,
    'kwartaalrapportages',
    'Its quarterly reports per form of care (Bijlage 4, municipalities 1).',
  )
  municipalReports: Page<MunicipalReport> | null;
  @Connected(
    () => Referrals,
    'verwijzingen',
    'Referrals of its young inhabitants, as numbers (Bijlage 4, municipalities 4).',
  )
  referrals: Page<Referral> | null;
  @Connected(
    () => Meldingen,
    'meldingen',
    'Meldingen about it: all for the JA, for a party only its own (covenant 3.1.2).',
  )
  meldingen: Page<Melding> | null;
  @Connected(() => Mismatches, 'mismatches', 'Where its budget and its realised costs do not agree (Bijlage 4).')
  mismatches: Page<Mismatch> | null;
}

@Filter('gemeenten', 'municipalities')
export class MunicipalityFilter {
  @Text('naam bevat', 'Only municipalities whose name contains this text, in capitals or not.')
  nameContains?: string | null;
  @Text('jeugdregio', 'Only municipalities that now belong to this region, such as "JZ01".') regionCode?: string | null;
  @Text('provincie', 'Only municipalities in this province, such as "PV20".') provinceCode?: string | null;
}

export const MunicipalitySort = orders('MunicipalitySort', 'gemeenten', {
  CODE_ASC: 'By CBS code, lowest first.',
  NAME_ASC: 'By name, A first.',
  INHABITANTS_DESC: 'Most inhabitants first.',
});

export const Municipalities = listing({
  node: 'Municipality',
  nl: 'gemeenten',
  type: () => Municipality,
  filter: () => MunicipalityFilter,
  orderBy: MunicipalitySort,
});
