import { Int } from 'type-graphql';
import type * as words from '../src/domain/vocabulary';
import { Assessment, Assessments } from './assessment';
import { CareForms } from './care-form';
import { Concern } from './concern';
import { Connected, listing, type Page } from './connection';
import { type Contract, Contracts } from './contract';
import { type Declaration, Declarations } from './declaration';
import { Deliveries, type Delivery } from './delivery';
import { orders } from './described';
import { type Disclosure, Disclosures } from './disclosure';
import { type DraaiboekCase, DraaiboekCases } from './draaiboek-case';
import { ProviderKind, RiskClass } from './enums';
import { EwsDesignation } from './ews-designation';
import { type Figure, Figures } from './figure';
import { type Finding, Findings } from './finding';
import { type Indicator, Indicators } from './indicator';
import { always, Filter, Flag, Of, type Ref, Some, Text, Type } from './leaves';
import { type Melding, Meldingen } from './melding';
import { type Mismatch, Mismatches } from './mismatch';
import { Municipality } from './municipality';
import { Node } from './node';
import { type PersonnelReport, PersonnelReports } from './personnel-report';
import { ProviderQuarter, ProviderQuarters } from './provider-quarter';
import { Region } from './region';
import { type Signal, Signals } from './signal';
import { type Tariff, Tariffs } from './tariff';
import { type TredeDecision, TredeDecisions } from './trede-decision';

@Type(
  'aanbieder',
  'A provider of youth care or a certified institution, as in the public register, with what is known of it (covenant ch. 1.2).',
  Node,
)
export class Provider extends Node {
  @Text('korte naam', 'Short readable key, such as "de-wissel", for examples and addresses of pages.')
  key: string | null;
  @Text('naam', 'Name in the public register.') name: string | null;
  @Text('KvK-nummer', 'Number in the trade register, eight digits (Regeling Jeugdwet 8g(2)(b)(1)).')
  kvkNumber: string | null;
  @Text('AGB-code', 'Institution code in the AGB register (Regeling Jeugdwet 8g(2)(b)(1)); null when there is none.')
  agbCode: string | null;
  @Of(() => ProviderKind, 'soort aanbieder', 'Provider of youth care or certified institution.')
  kind: words.ProviderKind | null;
  @Of(() => Concern, 'concern', 'The holding it belongs to; null when it stands alone.') concern: Ref<Concern> | null;
  @Of(() => Municipality, 'vestigingsgemeente', 'The municipality of its seat.', always)
  seatMunicipality: Ref<Municipality>;
  @Of(() => Region, 'vestigingsregio', 'The youth-care region of its seat. Aggregates count a provider here.', always)
  seatRegion: Ref<Region>;
  @Connected(() => CareForms, 'aangeboden zorgvormen', 'The forms of care it offers (Regeling Jeugdwet 8g(2)(b)(3)).')
  careForms: Page<object> | null;
  @Of(
    () => EwsDesignation,
    'EWS-aanwijzing',
    'That it takes part in the early warning system, and why (covenant 3.1.2); null when it does not.',
  )
  designation: Ref<EwsDesignation> | null;
  @Of(() => ProviderQuarter, 'laatste kwartaal', 'Summary of the last quarter for which anything was delivered.')
  latestQuarter: Ref<ProviderQuarter> | null;
  @Connected(
    () => ProviderQuarters,
    'kwartalen',
    'Summaries per quarter: flows made discrete, closing stocks and ratios.',
  )
  quarters: Page<ProviderQuarter> | null;
  @Connected(() => Figures, 'cijfers', 'The figures as they were delivered (Bijlage 4; Regeling Jeugdwet 8g(2)).')
  figures: Page<Figure> | null;
  @Connected(
    () => Findings,
    'bevindingen',
    'Figures that it delivered and that cannot be right, or hardly: kept, shown, and what cannot be right counts nowhere.',
  )
  findings: Page<Finding> | null;
  @Connected(() => PersonnelReports, 'personeel', 'Personnel per half-year (Bijlage 4, providers 5).')
  personnel: Page<PersonnelReport> | null;
  @Connected(() => Deliveries, 'aanleveringen', 'What was asked of it and what it delivered.')
  deliveries: Page<Delivery> | null;
  @Connected(() => Contracts, 'contracten', 'Its contracts, as either side reported them (Bijlage 4, providers 7).')
  contracts: Page<Contract> | null;
  @Connected(
    () => Declarations,
    'declaraties',
    'Its declared production: amounts and volumes, never a person (Bijlage 4, providers 3).',
  )
  declarations: Page<Declaration> | null;
  @Connected(() => Tariffs, 'tarieven', 'The prices that its clients pay it (Bijlage 4, municipalities 5).')
  tariffs: Page<Tariff> | null;
  @Of(() => Assessment, 'laatste beoordeling', 'The latest computed assessment (covenant ch. 3).')
  assessment: Ref<Assessment> | null;
  @Connected(() => Assessments, 'beoordelingen', 'Computed assessments, one per quarter (covenant ch. 3).')
  assessments: Page<Assessment> | null;
  @Connected(() => Indicators, 'indicatoren', 'Risk indicators, one of each per quarter (Bijlage 4; 8g).')
  indicators: Page<Indicator> | null;
  @Connected(() => DraaiboekCases, 'casussen', 'For which the draaiboek is or was followed (draaiboek 2).')
  cases: Page<DraaiboekCase> | null;
  @Connected(() => Disclosures, 'verstrekkingen', 'What of it is or was shared by name, with whom and why (Bijlage 3).')
  disclosures: Page<Disclosure> | null;
  @Connected(() => Signals, 'signalen voor de JA', 'What changed and deserves a look. Only for the JA.')
  signals: Page<Signal> | null;
  @Connected(() => TredeDecisions, 'vastgestelde treden', 'What people decided about its trede (draaiboek 2.1).')
  tredeDecisions: Page<TredeDecision> | null;
  @Connected(
    () => Meldingen,
    'meldingen',
    'Meldingen about it: all for the JA, for a party only its own (covenant 3.1.2).',
  )
  meldingen: Page<Melding> | null;
  @Connected(() => Mismatches, 'mismatches', 'Where its sources that should agree do not (covenant 3.1.2, Bijlage 4).')
  mismatches: Page<Mismatch> | null;
}

@Filter('aanbieders', 'providers')
export class ProviderFilter {
  @Of(() => ProviderKind, 'soort aanbieder', 'Only providers of this kind.') kind?: words.ProviderKind | null;
  @Text('vestigingsregio', 'Only providers with their seat in this region, such as "JZ01".')
  seatRegionCode?: string | null;
  @Text('vestigingsgemeente', 'Only providers with their seat in this municipality, such as "GM0014".')
  seatMunicipalityCode?: string | null;
  @Text('zorgvorm', 'Only providers that offer this form of care, such as "JH1221".') careFormCode?: string | null;
  @Text('naam bevat', 'Only providers whose name contains this text, in capitals or not.') nameContains?: string | null;
  @Flag('cruciale aanbieder', 'Only providers that are, or are not, crucial in the sense of covenant 1.2.')
  isCrucial?: boolean | null;
  @Some(() => Int, 'trede', 'Only providers whose latest computed trede is one of these, 1 to 5 (covenant ch. 3).')
  trede?: number[] | null;
  @Some(() => RiskClass, 'risicoklasse', 'Only providers whose latest risk class is one of these.')
  riskClass?: words.RiskClass[] | null;
}

export const ProviderSort = orders('ProviderSort', 'aanbieders', {
  NAME_ASC: 'By name, A first.',
  NAME_DESC: 'By name, Z first.',
  URGENCY_DESC: 'Most urgent first: the highest trede, then the most points. Only for who may read assessments.',
});

export const Providers = listing({
  node: 'Provider',
  nl: 'aanbieders',
  type: () => Provider,
  filter: () => ProviderFilter,
  orderBy: ProviderSort,
});
